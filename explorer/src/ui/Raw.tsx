// Data as the node gave it, shown on demand.
const CHARACTERS_MAX = 100_000; // more would hold the page up

export function Raw({ title, text }: { title: string; text: string }) {
  const isLong = text.length > CHARACTERS_MAX;
  return (
    <details class="raw">
      <summary>{title}</summary>
      <pre tabIndex={0}>{isLong ? `${text.slice(0, CHARACTERS_MAX)}…` : text}</pre>
    </details>
  );
}
