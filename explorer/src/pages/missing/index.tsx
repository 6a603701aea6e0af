// There is no page at this address.
import { href } from "../../router";
import { useText } from "../../text/language";
import { Page } from "../../ui/Page";
import { texts } from "./text";

export default function Missing() {
  const said = useText(texts);
  return (
    <Page title={said.title} lead={said.lead}>
      <p>
        <a href={href()}>{said.home}</a>
      </p>
    </Page>
  );
}
