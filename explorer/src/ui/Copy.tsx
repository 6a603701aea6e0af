// A button that copies a text; it says so where the browser lets it.
import { useState } from "preact/hooks";
import { useText } from "../text/language";
import { words } from "../text/words";

const SHOWN_MS = 2_000;

export function Copy({ text, of }: { text: string; of: string }) {
  const said = useText(words);
  const [isCopied, setIsCopied] = useState(false);
  if (navigator.clipboard === undefined) return null; // not a secure context
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setIsCopied(true);
    setTimeout(() => setIsCopied(false), SHOWN_MS);
  };
  return (
    <button type="button" class="small" aria-label={`${said.copy}: ${of}`} onClick={() => void copy()}>
      <span aria-live="polite">{isCopied ? said.copied : said.copy}</span>
    </button>
  );
}
