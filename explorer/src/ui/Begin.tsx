// What an empty list says: that nothing is there, and which command begins it.
import { bilingual, useText } from "../text/language";

const text = bilingual(
  { nothing: "Nothing here yet.", begin: "This begins it:" },
  { nothing: "まだ何もありません。", begin: "次のコマンドで始められます:" },
);

export function Begin({ command }: { command: string }) {
  const said = useText(text);
  return (
    <>
      {said.nothing} {said.begin} <code>{command}</code>
    </>
  );
}
