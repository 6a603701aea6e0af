// A call or an event of a module: the sentence, and every value of it on demand.
import type { ComponentChildren } from "preact";
import type { Decoded } from "../chain/decode";
import { type Part, sentence, spaced } from "../chain/sentences";
import { useLanguage, useText } from "../text/language";
import { words } from "../text/words";
import { Amount } from "./Amount";
import { Facts } from "./Facts";
import { Address } from "./Links";
import { Value } from "./Value";

interface Props {
  readonly of: Decoded;
  readonly sender?: string; // who made the transaction
  readonly wei?: bigint; // what was sent with it
}

export function Sentence({ of, sender, wei = 0n }: Props) {
  const language = useLanguage();
  const show = (part: Part): ComponentChildren => {
    if (part.kind === "words") return part.text;
    if (part.kind === "sender") return sender === undefined ? "" : <Address of={sender} />;
    if (part.kind === "coins") return <Amount wei={wei} />;
    return <Value of={part.field} module={of.module.name} shownAs={part.shownAs} />;
  };
  return (
    <span class="sentence">
      {sentence(of, language).map((part, at) => (
        <span key={at}>{show(part)}</span>
      ))}
    </span>
  );
}

/** Every value of a call or event by its name in the ABI. */
export function Values({ of }: { of: Decoded }) {
  const said = useText(words);
  if (of.fields.length === 0) return null;
  return (
    <details class="values">
      <summary>
        <code>
          {of.module.name}.{of.name}
        </code>{" "}
        <span class="unit">{said.values}</span>
      </summary>
      <Facts rows={of.fields.map((field) => [spaced(field.name), <Value of={field} module={of.module.name} whole />])} />
    </details>
  );
}

