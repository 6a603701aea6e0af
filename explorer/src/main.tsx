// The program: the page of the address, within the layout that stands around all of them.
import { type ComponentType, render } from "preact";
import { useEffect, useState } from "preact/hooks";
import { type PageProps, missing, routes } from "./pages/index";
import { match, usePlace } from "./router";
import "./styles/index.css";
import { applyLanguage, useText } from "./text/language";
import { words } from "./text/words";
import { Failure } from "./ui/Answer";
import { Layout } from "./ui/Layout";

function Explorer() {
  const { path, query } = usePlace();
  const found = match(routes, path);
  const route = found?.route ?? missing;
  return (
    <Layout>
      <Loaded key={path} load={route.load} params={found?.params ?? {}} query={query} />
    </Layout>
  );
}

/** A page whose program comes when it is first shown. */
function Loaded({ load, ...props }: PageProps & { load: () => Promise<{ default: ComponentType<PageProps> }> }) {
  const said = useText(words);
  const [Shown, setShown] = useState<ComponentType<PageProps>>();
  const [failure, setFailure] = useState<unknown>();
  useEffect(() => {
    scrollTo(0, 0);
    load().then((page) => setShown(() => page.default), setFailure);
  }, []);
  if (failure !== undefined) return <Failure cause={failure} retry={() => location.reload()} />;
  return Shown ? <Shown {...props} /> : <p class="waiting">{said.loading}</p>;
}

applyLanguage();
const root = document.getElementById("explorer");
if (root) render(<Explorer />, root);
