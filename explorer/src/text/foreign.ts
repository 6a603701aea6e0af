// Text that somebody put on the chain: what could deceive a reader's eye is made visible.

export interface Piece {
  readonly text: string;
  readonly isHidden: boolean; // a character that is not seen, by its code point
}

// Control characters, bidirectional controls, zero-width and other invisible ones, tags, lone halves.
const UNSEEN =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202f\u205f-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]|\p{Cs}|\p{Co}/gu;

/** Cut a text into what is seen and what is not; each hidden character is a piece of its own. */
export function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let end = 0;
  for (const hit of text.matchAll(UNSEEN)) {
    if (hit.index > end) found.push({ text: text.slice(end, hit.index), isHidden: false });
    found.push({ text: codePoint(hit[0]), isHidden: true });
    end = hit.index + hit[0].length;
  }
  if (end < text.length) found.push({ text: text.slice(end), isHidden: false });
  return found;
}

/** The same as one line of text, for titles. */
export function visible(text: string): string {
  return pieces(text)
    .map((piece) => (piece.isHidden ? `‹${piece.text}›` : piece.text))
    .join("");
}

/** The first characters of a text, none of them cut in half. */
export function cut(text: string, charactersMax: number): string {
  return text.length <= charactersMax ? text : Array.from(text.slice(0, charactersMax * 2)).slice(0, charactersMax).join("");
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
