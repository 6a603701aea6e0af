// What a module did by itself that concerned an account: a transaction that nobody sent.
import { type Address, type Hex, pad } from "viem";
import { decodeLog } from "../../chain/decode";
import { ask } from "../../chain/rpc";
import type { Receipt, Transaction } from "../../chain/types";
import { Sentence } from "../../ui/Sentence";
import { TransactionSentence } from "../../ui/TransactionSentence";
import { useAsked } from "../../ui/asked";

const SHOWN_MAX = 4; // events of one transaction; its page has them all

export function Mentions({ of, address }: { of: Transaction; address: Address }) {
  const { value } = useAsked(() => ask<Receipt | null>("eth_getTransactionReceipt", of.hash), [of.hash]);
  const topic = pad(address).toLowerCase() as Hex;
  const logs = value?.logs.filter((log) => log.topics.includes(topic) || log.address.toLowerCase() === address) ?? [];
  const events = logs.map(decodeLog).filter((event) => event !== undefined);
  if (events.length === 0) return <TransactionSentence of={of} />;
  return (
    <span>
      {events.slice(0, SHOWN_MAX).map((event, at) => (
        <span key={at} class="mention">
          <Sentence of={event} />
        </span>
      ))}
      {events.length > SHOWN_MAX && "…"}
    </span>
  );
}
