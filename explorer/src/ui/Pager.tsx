// Steps through pages of a list; what leads nowhere is not there.
import { useText } from "../text/language";
import { words } from "../text/words";

interface Props {
  readonly label: string;
  readonly newer: string | undefined; // addresses of pages
  readonly older: string | undefined;
}

export function Pager({ label, newer, older }: Props) {
  const said = useText(words);
  if (newer === undefined && older === undefined) return null;
  return (
    <nav class="pager" aria-label={label}>
      {newer !== undefined && (
        <a href={newer} rel="prev">
          ← {said.newer}
        </a>
      )}
      {older !== undefined && (
        <a href={older} rel="next">
          {said.older} →
        </a>
      )}
    </nav>
  );
}
