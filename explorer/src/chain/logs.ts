// Logs over many blocks: in ranges that a node answers at once, with a word on how far it is.
import type { Address, Hex } from "viem";
import { RpcError, ask } from "./rpc";
import { type Log, quantity } from "./types";

export interface LogQuery {
  readonly address?: Address | readonly Address[];
  readonly topics?: readonly (Hex | readonly Hex[] | null)[];
  readonly from: number;
  readonly to: number;
}

const RANGE_BLOCKS = 10_000; // asked for at once; a page hears of progress after each
const LIMIT_EXCEEDED = -32005;

/** Find all logs that are wanted, oldest first; `onProgress` hears the share that is done, 0 to 1. */
export async function findLogs(
  query: LogQuery,
  onProgress: (share: number) => void = () => {},
  signal?: AbortSignal,
  isWanted: (log: Log) => boolean = () => true,
): Promise<Log[]> {
  const found: Log[] = [];
  const blocks = query.to - query.from + 1;
  let range = RANGE_BLOCKS;
  for (let start = query.from; start <= query.to; ) {
    signal?.throwIfAborted();
    const end = Math.min(start + range - 1, query.to);
    try {
      found.push(...(await logsIn(query, start, end)).filter(isWanted));
    } catch (cause) {
      if (!isTooMuch(cause) || range === 1) throw cause;
      range = Math.ceil(range / 4);
      continue;
    }
    start = end + 1;
    onProgress((start - query.from) / blocks);
  }
  return found;
}

function logsIn(query: LogQuery, start: number, end: number): Promise<Log[]> {
  const { address, topics } = query;
  const range = { fromBlock: quantity(start), toBlock: quantity(end) };
  return ask<Log[]>("eth_getLogs", { ...range, ...(address && { address }), ...(topics && { topics }) });
}

function isTooMuch(cause: unknown): boolean {
  return cause instanceof RpcError && cause.code === LIMIT_EXCEEDED;
}
