// A transaction and what came of it.
import { type Abi, type Hex, decodeErrorResult } from "viem";
import { moduleAt } from "./modules";
import { ask } from "./rpc";
import type { Block, Receipt, Transaction } from "./types";

export interface Story {
  readonly transaction: Transaction;
  readonly receipt: Receipt | null; // null while it waits for a block
  readonly time_s: number | undefined;
  readonly refusal: string | undefined; // in the words of whoever refused
}

/** Find a transaction with its receipt; null where this node knows none of that hash. */
export async function findStory(hash: string): Promise<Story | null> {
  const [transaction, receipt] = await Promise.all([
    ask<Transaction | null>("eth_getTransactionByHash", hash),
    ask<Receipt | null>("eth_getTransactionReceipt", hash),
  ]);
  if (!transaction) return null;
  const block = receipt && (await ask<Block | null>("eth_getBlockByNumber", receipt.blockNumber, false));
  const refusal = receipt?.status === "0x0" ? await findRefusal(transaction) : undefined;
  return { transaction, receipt, time_s: block ? Number(block.timestamp) : undefined, refusal };
}

/** Why a transaction failed: a custom error with its values, a message, or what data there is. */
async function findRefusal({ hash, to }: Transaction): Promise<string | undefined> {
  const data = await ask<Hex>("ots_getTransactionError", hash).catch(() => undefined);
  return data && data !== "0x" ? describe(data, moduleAt(to)?.abi ?? []) : undefined;
}

function describe(data: Hex, abi: Abi): string {
  try {
    const { errorName, args = [] } = decodeErrorResult({ abi, data });
    return errorName === "Error" ? String(args[0]) : `${errorName}(${args.map(String).join(", ")})`;
  } catch {
    return data;
  }
}
