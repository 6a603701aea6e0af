// The page of one thing that the chain numbers: what it holds of it, or that there is none.
import type { ComponentChildren } from "preact";
import { Refused } from "../chain/read";
import { useLanguage } from "../text/language";
import { count } from "../text/numbers";
import { Answer } from "./Answer";
import { Page } from "./Page";
import { useAsked } from "./asked";
import { useBeat } from "./refresh";

const NUMBER = /^\d{1,18}$/;

interface Texts {
  readonly name: string;
  readonly unknown: string; // said where the chain has none of this number, or it is none
}

interface Contents<Found> {
  readonly ask: (number: bigint) => Promise<Found>;
  readonly inputs?: readonly unknown[]; // what else the question depends on
  readonly children: (found: Found, number: bigint) => ComponentChildren;
  readonly below?: (number: bigint) => ComponentChildren; // what has a question of its own
}

type Props<Found> = Texts & Contents<Found> & { readonly params: Readonly<Record<string, string>> };

export function Numbered<Found>({ params, ...rest }: Props<Found>) {
  const number = params["number"] ?? "";
  if (!NUMBER.test(number)) return <Page title={rest.name}>{rest.unknown}</Page>;
  return <Known number={BigInt(number)} {...rest} />;
}

function Known<Found>({ number, name, unknown, ask, inputs = [], children, below }: Texts & Contents<Found> & { number: bigint }) {
  const asked = useAsked(() => ask(number), [number, useBeat(), ...inputs]);
  const title = `${name} ${count(number, useLanguage())}`;
  if (asked.error instanceof Refused) return <Page title={title}>{unknown}</Page>;
  return (
    <Page title={title}>
      <Answer of={asked}>{(found) => children(found, number)}</Answer>
      {below?.(number)}
    </Page>
  );
}
