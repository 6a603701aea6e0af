// What people and programs did in the newest blocks, in sentences.
import { isSystem } from "../../chain/blocks";
import type { Block } from "../../chain/types";
import { useText } from "../../text/language";
import { words } from "../../text/words";
import { TransactionLink } from "../../ui/Links";
import { Time } from "../../ui/Time";
import { TransactionSentence } from "../../ui/TransactionSentence";
import { texts } from "./text";

const SHOWN_MAX = 15;

export function NewestTransactions({ blocks }: { blocks: readonly Block[] }) {
  const [said, common] = [useText(texts), useText(words)];
  const rows = blocks.flatMap(({ timestamp, transactions }) =>
    transactions.filter((item) => !isSystem(item)).map((transaction) => ({ transaction, timestamp })),
  );
  if (blocks.length === 0) return <p class="empty">{common.loading}</p>;
  if (rows.length === 0) return <p class="empty">{said.noTransactions}</p>;
  return (
    <ul class="stream">
      {rows.slice(0, SHOWN_MAX).map(({ transaction, timestamp }) => (
        <li key={transaction.hash}>
          <TransactionSentence of={transaction} />
          <span class="aside">
            <TransactionLink hash={transaction.hash} /> <Time at_s={Number(timestamp)} />
          </span>
        </li>
      ))}
    </ul>
  );
}
