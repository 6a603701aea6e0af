// Goes to what was searched for; says so where there is nothing of that name.
import { useEffect } from "preact/hooks";
import { find } from "../../chain/search";
import { useText } from "../../text/language";
import { Answer } from "../../ui/Answer";
import { Foreign } from "../../ui/Foreign";
import { Page } from "../../ui/Page";
import { useAsked } from "../../ui/asked";
import type { PageProps } from "../index";
import { texts } from "./text";

export default function SearchPage({ params }: PageProps) {
  const said = useText(texts);
  const text = params["text"] ?? "";
  const found = useAsked(async () => ({ target: await find(text) }), [text]);
  const target = found.value?.target;
  useEffect(() => {
    if (target !== undefined) location.replace(target); // "back" leads to where the search began
  }, [target]);
  return (
    <Page title={said.title}>
      <Answer of={found}>
        {({ target }) =>
          target !== undefined ? (
            <p class="waiting">{said.looking}</p>
          ) : (
            <>
              <p role="status">
                {said.nothing} <strong><Foreign text={text} /></strong>
              </p>
              <p class="lead">{said.help}</p>
            </>
          )
        }
      </Answer>
    </Page>
  );
}
