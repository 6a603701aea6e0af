// The newest transactions that somebody sent. No index has them, so blocks are searched, newest first.
import { findBlock, isSystem } from "./blocks";
import type { Block, Transaction } from "./types";

export interface Sent {
  readonly transaction: Transaction;
  readonly time_s: number;
}

const BATCH_BLOCKS = 50;
const SEARCHED_MAX = 500; // blocks; on a quiet chain the newest transaction may be older

/** Find transactions below a height, newest first: so many, or as many as the nearest blocks have. */
export async function sentBefore(height: number, count: number): Promise<Sent[]> {
  const found: Sent[] = [];
  const end = Math.max(0, height - SEARCHED_MAX);
  for (let top = height - 1; top >= end && found.length < count; top -= BATCH_BLOCKS) {
    const numbers = Array.from({ length: Math.min(BATCH_BLOCKS, top - end + 1) }, (_, back) => top - back);
    const blocks = await Promise.all(numbers.map(findBlock));
    found.push(...blocks.flatMap((block) => (block ? sentIn(block) : [])));
  }
  return found.slice(0, count);
}

/** Put the transactions of blocks before those that are known; each stands there once. */
export function newestSent(known: readonly Sent[], blocks: readonly Block[], count: number): Sent[] {
  const all = [...blocks.flatMap(sentIn), ...known];
  const byHash = new Map(all.map((sent) => [sent.transaction.hash, sent]));
  const place = ({ transaction }: Sent): [number, number] => [
    Number(transaction.blockNumber),
    Number(transaction.transactionIndex),
  ];
  const isNewer = (one: Sent, other: Sent): number => {
    const [[block, index], [otherBlock, otherIndex]] = [place(one), place(other)];
    return otherBlock - block || otherIndex - index;
  };
  return [...byHash.values()].sort(isNewer).slice(0, count);
}

function sentIn(block: Block): Sent[] {
  const sent = block.transactions.filter((transaction) => !isSystem(transaction));
  return sent.reverse().map((transaction) => ({ transaction, time_s: Number(block.timestamp) }));
}
