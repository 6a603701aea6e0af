// A page: its heading, which takes the focus when the reader comes here, and the document's title.
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { useText } from "../text/language";
import { words } from "../text/words";

interface Props {
  readonly title: string;
  readonly lead?: ComponentChildren; // a line below the heading
  readonly children: ComponentChildren;
}

let isFirst = true; // the page that the reader opened has the focus where the browser put it

export function Page({ title, lead, children }: Props) {
  const said = useText(words);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${said.product}`;
  }, [title, said]);
  useEffect(() => {
    if (!isFirst) heading.current?.focus({ preventScroll: true });
    isFirst = false;
  }, []);
  return (
    <>
      <header class="page">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead !== undefined && <p class="lead">{lead}</p>}
      </header>
      {children}
    </>
  );
}

export function Section({ title, aside, children }: { title: string; aside?: ComponentChildren; children: ComponentChildren }) {
  return (
    <section aria-label={title}>
      <header class="section">
        <h2>{title}</h2>
        {aside}
      </header>
      {children}
    </section>
  );
}
