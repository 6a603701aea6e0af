// One value of a call or event, shown as what its name and type say it is.
import type { ComponentChildren } from "preact";
import { memberOf } from "../chain/enumerations";
import type { Field } from "../chain/decode";
import { placeOf } from "../chain/places";
import { reasonWords } from "../chain/reasons";
import { spaced } from "../chain/sentences";
import { type Kind, kindOf, wordIn } from "../chain/values";
import { type Language, useLanguage, useText } from "../text/language";
import { basisPoints, count, duration } from "../text/numbers";
import { words } from "../text/words";
import { Amount } from "./Amount";
import { Facts } from "./Facts";
import { Foreign } from "./Foreign";
import { Address, BlockLink, Hex } from "./Links";
import { Time } from "./Time";

interface Props {
  readonly of: Field;
  readonly module: string;
  readonly whole?: boolean; // hashes and addresses in full
  readonly shownAs?: Kind | undefined; // where the name does not say what it is
}

const ITEMS_MAX = 20; // of a list; an import of more is for the raw data

export function Value({ of, module, whole = false, shownAs }: Props) {
  const [language, said] = [useLanguage(), useText(words)];
  const { value } = of;
  if (of.enumeration !== undefined) return <em>{memberOf(module, of.enumeration, value as number, language)}</em>;
  if (of.fields.length > 0) return <Facts rows={of.fields.map((field) => [spaced(field.name), <Value of={field} module={module} whole={whole} />])} />;
  if (Array.isArray(value)) return <List of={of} module={module} whole={whole} />;
  if (typeof value === "boolean") return <em>{value ? said.yes : said.no}</em>;
  const shown = show(shownAs ?? kindOf(of), value, language, whole);
  const place = placeOf(module, of.name, value);
  return place === undefined ? <>{shown}</> : <a href={place}>{shown}</a>;
}

function show(kind: Kind, value: unknown, language: Language, whole: boolean): ComponentChildren {
  switch (kind) {
    case "address":
      return <Address of={value as string} />;
    case "wei":
      return <Amount wei={BigInt(value as bigint)} />;
    case "bps":
      return basisPoints(value as bigint, language);
    case "height":
      return <BlockLink number={value as bigint} />;
    case "moment":
      return <Time at_s={value as bigint} />;
    case "span":
      return duration(value as bigint, language);
    case "text":
      return <Foreign text={value as string} />;
    case "reason":
      return <Foreign text={reasonWords(language, value as string)} />;
    case "word":
      return <Foreign text={wordIn(value as string) ?? ""} />;
    case "bytes":
      return <Hex value={value as string} whole={whole} />;
    case "number":
      return <span class="number">{count(value as bigint, language)}</span>;
  }
}

function List({ of, module, whole }: Omit<Required<Props>, "shownAs">) {
  const said = useText(words);
  const items = of.value as readonly unknown[];
  if (items.length === 0) return <em>{said.none}</em>;
  const item = { ...of, type: of.type.slice(0, -2) };
  return (
    <span class="list">
      {items.slice(0, ITEMS_MAX).map((value, at) => (
        <span key={at}>
          {at > 0 && ", "}
          <Value of={{ ...item, value }} module={module} whole={whole} />
        </span>
      ))}
      {items.length > ITEMS_MAX && ` … (${items.length})`}
    </span>
  );
}
