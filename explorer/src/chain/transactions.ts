// A transaction and what came of it.
import { type Abi, type Hex, decodeErrorResult } from "viem";
import { moduleAt, modules } from "./modules";
import { ask } from "./rpc";
import { spaced } from "./sentences";
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
  if (data === undefined || data === "0x") return undefined;
  const module = moduleAt(to);
  return describe(data, [...(module ? [module] : []), ...modules].flatMap(({ abi }) => abi));
}

function describe(data: Hex, abi: Abi): string {
  try {
    const { errorName, args = [], abiItem } = decodeErrorResult({ abi, data });
    if (errorName === "Error") return String(args[0]);
    const inputs = abiItem.type === "error" ? abiItem.inputs : [];
    const values = args.map((value, at) => `${spaced(inputs[at]?.name ?? "")} ${String(value)}`);
    return values.length === 0 ? spaced(errorName) : `${spaced(errorName)}: ${values.join(", ")}`;
  } catch {
    return data;
  }
}
