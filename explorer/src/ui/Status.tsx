// How something stands, in a word; its colour says nothing that the word does not.
import type { ComponentChildren } from "preact";

export type Tone = "good" | "bad" | "busy" | "quiet";

export function Status({ tone, children }: { tone: Tone; children: ComponentChildren }) {
  return <span class={`status ${tone}`}>{children}</span>;
}
