// Text from the chain: isolated from the page's own direction, hidden characters shown, cut if long.
import { cut, pieces } from "../text/foreign";
import { useText } from "../text/language";
import { words } from "../text/words";

const SHOWN_MAX = 120; // characters before the rest waits in a detail

export function Foreign({ text, max = SHOWN_MAX }: { text: string; max?: number }) {
  const said = useText(words);
  const start = cut(text, max);
  if (start.length === text.length) return <Visible text={text} />;
  return (
    <details class="foreign-long">
      <summary>
        <Visible text={start} />… <span class="unit">{said.whole}</span>
      </summary>
      <Visible text={text} />
    </details>
  );
}

function Visible({ text }: { text: string }) {
  return (
    <bdi class="foreign">
      {pieces(text).map((piece, index) =>
        piece.isHidden ? (
          <span key={index} class="hidden-character">
            {piece.text}
          </span>
        ) : (
          piece.text
        ),
      )}
    </bdi>
  );
}
