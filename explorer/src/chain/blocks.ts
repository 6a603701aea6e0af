// Blocks and what belongs to them, in the shape that pages show.
import { SYSTEM } from "./addresses";
import { ask } from "./rpc";
import { type Block, type Receipt, type Transaction, quantity } from "./types";

export function findBlock(number: number): Promise<Block | null> {
  return ask<Block | null>("eth_getBlockByNumber", quantity(number), true);
}

export function findReceipts(number: number): Promise<Receipt[] | null> {
  return ask<Receipt[] | null>("eth_getBlockReceipts", quantity(number));
}

/** Find the newest blocks up to a height, newest first; what is known already is not asked again. */
export async function newestBlocks(height: number, count: number, known: readonly Block[]): Promise<Block[]> {
  const byNumber = new Map(known.map((block) => [Number(block.number), block]));
  const wanted = Array.from({ length: Math.min(count, height + 1) }, (_, back) => height - back);
  const found = await Promise.all(wanted.map((number) => byNumber.get(number) ?? findBlock(number)));
  return found.filter((block) => block !== null);
}

/** Whether nobody sent it: it carries what the modules did at the start or the end of a block. */
export function isSystem({ to, gas }: Pick<Transaction, "to" | "gas">): boolean {
  return to?.toLowerCase() === SYSTEM && BigInt(gas) === 0n;
}

/** Which end of a block a system transaction stands at. */
export function phaseOf({ input }: Pick<Transaction, "input">): "begin" | "end" {
  return input.startsWith("0x626567696e") ? "begin" : "end"; // "begin" in ASCII
}
