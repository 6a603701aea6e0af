// Thirty-two bytes that hold a short word, or a hash: the word where there is one.
import { wordIn } from "../chain/values";
import { Foreign } from "./Foreign";
import { Hex } from "./Links";

const NOTHING = /^0x0*$/;

export function Word({ of }: { of: string }) {
  if (NOTHING.test(of)) return <>–</>;
  const word = wordIn(of);
  return word === undefined ? <Hex value={of} /> : <Foreign text={word} />;
}
