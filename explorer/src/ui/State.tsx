// A state of the chain's by its name in the reader's language, with the tone that it has.
import { Status, type Tone } from "./Status";

interface Props<N extends string> {
  readonly value: number;
  readonly of: Readonly<Record<N, number>>; // the enumeration, as the client has it
  readonly names: Readonly<Record<N, string>>;
  readonly tones?: Readonly<Partial<Record<N, Tone>>>; // quiet where it is not said
}

export function State<N extends string>({ value, of, names, tones }: Props<N>) {
  const name = memberIn(of, value);
  if (name === undefined) return <Status tone="quiet">{value}</Status>;
  return <Status tone={tones?.[name] ?? "quiet"}>{names[name]}</Status>;
}

/** The word for a member of an enumeration; its number where this page knows none. */
export function wordFor<N extends string>(value: number, of: Readonly<Record<N, number>>, names: Readonly<Record<N, string>>): string {
  const name = memberIn(of, value);
  return name === undefined ? String(value) : names[name];
}

function memberIn<N extends string>(of: Readonly<Record<N, number>>, value: number): N | undefined {
  return (Object.keys(of) as N[]).find((name) => of[name] === value);
}
