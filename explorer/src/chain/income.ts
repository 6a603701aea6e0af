// What an account earned and spent between two blocks, from what the chain says of each coin.
//
//     CoinsMoved and Transfer logs ────────┐
//     its transactions: fees, coins sent ──┼──> lines by role and reason
//     balances at both ends ───────────────┘    opening + in − out = closing, or it says what is missing
import { type Address, type Hex, pad, toEventSelector } from "viem";
import { findHistoryPage } from "./accounts";
import { isSystem } from "./blocks";
import { tokenAddress } from "@kumiai/token";
import { decodeCall, decodeLog } from "./decode";
import { findLogs } from "./logs";
import { moduleAt, modules } from "./modules";
import { type Role, roleOf } from "./roles";
import { ask } from "./rpc";
import { type Log, type Receipt, type Transaction, quantity } from "./types";

export interface Line {
  readonly role: Role;
  readonly module: string; // "" for what no module moved
  readonly reason: string; // of the move, or the call that coins were sent with
  readonly isCall: boolean;
  in_wei: bigint;
  out_wei: bigint;
  count: number;
}

export interface Statement {
  readonly from: number; // the first block that counts
  readonly to: number;
  readonly lines: readonly Line[];
  readonly in_wei: bigint;
  readonly out_wei: bigint;
  readonly opening_wei: bigint | undefined; // undefined where this node keeps no state that old
  readonly closing_wei: bigint | undefined;
  readonly missing_wei: bigint | undefined; // what the lines do not explain, such as a contract's sends
  readonly isWhole: boolean; // false where there were more transactions than are read
}

export const TRANSACTIONS_MAX = 5_000; // read for one statement
export const FEES = "fees";
export const SENT = "sent";
export const RECEIVED = "received";

const MOVED = toEventSelector("CoinsMoved(address,address,uint256,string)");
const TRANSFERRED = toEventSelector("Transfer(address,address,uint256)");

type Sent = { readonly transaction: Transaction; readonly receipt: Receipt };

/** Read a statement; `onProgress` hears the share that is done, from 0 to 1. */
export async function readStatement(
  address: Address,
  from: number,
  to: number,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Statement> {
  const shares = [0, 0, 0, 0];
  const part = (at: number) => (share: number) => {
    shares[at] = share;
    onProgress(shares.reduce((sum, each) => sum + each, 0) / shares.length);
  };
  const [moves, given, taken, sent, opening_wei, closing_wei] = await Promise.all([
    movesOf(address, from, to, part(0), signal),
    transfersOf([pad(address)], from, to, part(1), signal),
    transfersOf([null, pad(address)], from, to, part(2), signal),
    sentIn(address, from, to, part(3), signal),
    balanceAt(address, from - 1),
    balanceAt(address, to),
  ]);
  const book = new Book();
  moves.forEach((log) => bookMove(book, address, log));
  given.forEach((log) => bookTransfer(book, "out", log));
  taken.forEach((log) => bookTransfer(book, "in", log));
  sent.found.forEach((item) => bookTransaction(book, address, item));
  return closed(book, { from, to, opening_wei, closing_wei, isWhole: sent.isWhole });
}

class Book {
  readonly lines = new Map<string, Line>();

  add(way: "in" | "out", wei: bigint, role: Role, module: string, reason: string, isCall = false): void {
    const key = `${role} ${module} ${reason} ${isCall}`;
    const line = this.lines.get(key) ?? { role, module, reason, isCall, in_wei: 0n, out_wei: 0n, count: 0 };
    line[`${way}_wei`] += wei;
    line.count += 1;
    this.lines.set(key, line);
  }
}

function closed(book: Book, rest: Pick<Statement, "from" | "to" | "opening_wei" | "closing_wei" | "isWhole">): Statement {
  const lines = [...book.lines.values()];
  const in_wei = lines.reduce((sum, line) => sum + line.in_wei, 0n);
  const out_wei = lines.reduce((sum, line) => sum + line.out_wei, 0n);
  const { opening_wei, closing_wei } = rest;
  const isKnown = opening_wei !== undefined && closing_wei !== undefined;
  const missing_wei = isKnown ? closing_wei - opening_wei - in_wei + out_wei : undefined;
  return { ...rest, lines, in_wei, out_wei, missing_wei };
}

/** Moves of modules that name the account. Its place in them is no topic, so all moves are read. */
async function movesOf(
  address: Address,
  from: number,
  to: number,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Log[]> {
  const query = { address: modules.map((module) => module.address), topics: [MOVED], from, to };
  const name = address.slice(2);
  return findLogs(query, onProgress, signal, (log) => log.data.includes(name));
}

/** Coins that the account gave or got as a token: by the topics behind the event's own. */
function transfersOf(
  parties: readonly (Hex | null)[],
  from: number,
  to: number,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Log[]> {
  return findLogs({ address: tokenAddress, topics: [TRANSFERRED, ...parties], from, to }, onProgress, signal);
}

function bookMove(book: Book, address: Address, log: Log): void {
  const event = decodeLog(log);
  if (!event) return;
  const [source, target, wei, reason] = event.fields.map((field) => field.value) as [Address, Address, bigint, string];
  const { name } = event.module;
  if (source.toLowerCase() === address) book.add("out", wei, roleOf(name, reason), name, reason);
  if (target.toLowerCase() === address) book.add("in", wei, roleOf(name, reason), name, reason);
}

function bookTransfer(book: Book, way: "in" | "out", log: Log): void {
  book.add(way, BigInt(log.data), "holder", "token", way === "in" ? RECEIVED : SENT);
}

/** Transactions that the account sent or was sent, in whatever order. */
async function sentIn(
  address: Address,
  from: number,
  to: number,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<{ found: Sent[]; isWhole: boolean }> {
  const found: Sent[] = [];
  for (let before = to + 1; ; ) {
    signal.throwIfAborted();
    const page = await findHistoryPage(address, "before", before);
    const receipts = new Map(page.receipts.map((receipt) => [receipt.transactionHash, receipt]));
    for (const transaction of page.txs) {
      const receipt = receipts.get(transaction.hash);
      if (receipt && Number(transaction.blockNumber) >= from) found.push({ transaction, receipt });
    }
    const oldest = page.txs.at(-1);
    const isEnd = page.lastPage || !oldest || Number(oldest.blockNumber) < from;
    if (isEnd || found.length >= TRANSACTIONS_MAX) {
      onProgress(1);
      return { found, isWhole: isEnd };
    }
    before = Number(oldest.blockNumber);
    onProgress((to + 1 - before) / (to + 1 - from));
  }
}

function bookTransaction(book: Book, address: Address, { transaction, receipt }: Sent): void {
  if (isSystem(transaction)) return;
  const [value, isDone] = [BigInt(transaction.value), receipt.status === "0x1"];
  if (transaction.from.toLowerCase() === address) {
    book.add("out", BigInt(receipt.gasUsed) * BigInt(receipt.effectiveGasPrice), "holder", "", FEES);
    if (value > 0n && isDone) bookValue(book, transaction, value);
  }
  if (transaction.to?.toLowerCase() === address && value > 0n && isDone) {
    book.add("in", value, "holder", "", RECEIVED);
  }
}

function bookValue(book: Book, transaction: Transaction, value: bigint): void {
  const [module, call] = [moduleAt(transaction.to), decodeCall(transaction)];
  if (!module || !call) book.add("out", value, "holder", "", SENT);
  else book.add("out", value, roleOf(module.name, call.name), module.name, call.name, true);
}

async function balanceAt(address: Address, block: number): Promise<bigint | undefined> {
  if (block < 0) return undefined;
  return ask<Hex>("eth_getBalance", address, quantity(block)).then(BigInt, () => undefined);
}
