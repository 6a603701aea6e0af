// A height that may lie ahead: a link where the block is there, else the number and how far it is.
import { useHeight } from "../chain/head";
import { bilingual, useLanguage, useText } from "../text/language";
import { fill } from "../text/fill";
import { count } from "../text/numbers";
import { BlockLink } from "./Links";

const text = bilingual({ ahead: "in {blocks} blocks" }, { ahead: "あと {blocks} ブロック" });

export function Height({ of }: { of: bigint }) {
  const [said, language, newest] = [useText(text), useLanguage(), useHeight()];
  if (newest === undefined || of <= BigInt(newest)) return <BlockLink number={of} />;
  const blocks = count(of - BigInt(newest), language);
  return (
    <span class="number">
      {count(of, language)} <span class="aside">({fill(said.ahead, { blocks })})</span>
    </span>
  );
}
