// What people and programs did lately, in sentences.
import { useRef } from "preact/hooks";
import { type Sent, newestSent, sentBefore } from "../../chain/recent";
import type { Block } from "../../chain/types";
import { useText } from "../../text/language";
import { words } from "../../text/words";
import { TransactionLink } from "../../ui/Links";
import { Time } from "../../ui/Time";
import { TransactionSentence } from "../../ui/TransactionSentence";
import { useAsked } from "../../ui/asked";
import { texts } from "./text";

const SHOWN_MAX = 12;

export function NewestTransactions({ blocks }: { blocks: readonly Block[] }) {
  const [said, common] = [useText(texts), useText(words)];
  const rows = useNewestSent(blocks);
  if (rows === undefined) return <p class="empty">{common.loading}</p>;
  if (rows.length === 0) return <p class="empty">{said.noTransactions}</p>;
  return (
    <ul class="stream">
      {rows.map(({ transaction, time_s }) => (
        <li key={transaction.hash}>
          <TransactionSentence of={transaction} />
          <span class="aside">
            <TransactionLink hash={transaction.hash} /> <Time at_s={time_s} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Keep the newest transactions: those of new blocks as they come, and some from before the page was opened. */
function useNewestSent(blocks: readonly Block[]): readonly Sent[] | undefined {
  const kept = useRef<readonly Sent[]>([]);
  const opened = useRef<number | undefined>(undefined);
  opened.current ??= blocks[0] && Number(blocks[0].number);
  const height = opened.current;
  const before = useAsked(async () => (height === undefined ? undefined : sentBefore(height + 1, SHOWN_MAX)), [height]);
  kept.current = newestSent([...kept.current, ...(before.value ?? [])], blocks, SHOWN_MAX);
  return kept.current.length === 0 && before.value === undefined ? undefined : kept.current;
}
