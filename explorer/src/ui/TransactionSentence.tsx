// A transaction in a sentence, whatever it was for.
import { isSystem, phaseOf } from "../chain/blocks";
import { decodeCall } from "../chain/decode";
import type { Transaction } from "../chain/types";
import { type Bilingual, bilingual, useLanguage } from "../text/language";
import { Amount } from "./Amount";
import { Address, Hex } from "./Links";
import { Sentence } from "./Sentence";

type Name = "transfer" | "call" | "creation" | "begin" | "end";

const TEMPLATES: Readonly<Record<Name, Bilingual<string>>> = {
  transfer: bilingual("{from} sends {value} to {to}", "{from} が {to} へ {value} を送金"),
  call: bilingual("{from} calls {selector} of {to}", "{from} が {to} の {selector} を呼び出し"),
  creation: bilingual("{from} creates a contract", "{from} がコントラクトを作成"),
  begin: bilingual("What the modules did before the block's transactions", "ブロックの取引の前にモジュールが行った処理"),
  end: bilingual("What the modules did after the block's transactions", "ブロックの取引の後にモジュールが行った処理"),
};
const SELECTOR_CHARACTERS = 10;

export function TransactionSentence({ of }: { of: Transaction }) {
  const language = useLanguage();
  const call = decodeCall(of);
  if (call) return <Sentence of={call} sender={of.from} wei={BigInt(of.value)} />;
  const places = {
    "{from}": <Address of={of.from} />,
    "{to}": of.to && <Address of={of.to} />,
    "{value}": <Amount wei={BigInt(of.value)} />,
    "{selector}": <Hex value={of.input.slice(0, SELECTOR_CHARACTERS)} whole />,
  };
  const pieces = TEMPLATES[nameOf(of)][language].split(/(\{\w+\})/);
  return (
    <span class="sentence">
      {pieces.map((piece, at) => (
        <span key={at}>{piece in places ? places[piece as keyof typeof places] : piece}</span>
      ))}
    </span>
  );
}

function nameOf(transaction: Transaction): Name {
  if (isSystem(transaction)) return phaseOf(transaction);
  if (transaction.to === null) return "creation";
  return transaction.input === "0x" ? "transfer" : "call";
}
