// An account: its coins, its code, and the pages of its transactions.
import type { Address, Hex } from "viem";
import { ask } from "./rpc";
import type { Receipt, Transaction } from "./types";

export interface Account {
  readonly balance_wei: bigint;
  readonly nonce: bigint;
  readonly code: Hex;
}

export interface HistoryPage {
  readonly txs: readonly Transaction[]; // newest first
  readonly receipts: readonly (Receipt & { readonly timestamp: number })[];
  readonly firstPage: boolean; // there is nothing newer
  readonly lastPage: boolean; // there is nothing older
}

const PAGE_TRANSACTIONS_MAX = 100; // that a node answers at once

export async function findAccount(address: Address): Promise<Account> {
  const [balance, nonce, code] = await Promise.all([
    ask<Hex>("eth_getBalance", address, "latest"),
    ask<Hex>("eth_getTransactionCount", address, "latest"),
    ask<Hex>("eth_getCode", address, "latest"),
  ]);
  return { balance_wei: BigInt(balance), nonce: BigInt(nonce), code };
}

/** A page of an account's transactions before a block, or after one; 0 is the newest or oldest end. */
export function findHistoryPage(
  address: Address,
  way: "before" | "after",
  block: number,
  transactions = PAGE_TRANSACTIONS_MAX,
): Promise<HistoryPage> {
  const method = way === "before" ? "ots_searchTransactionsBefore" : "ots_searchTransactionsAfter";
  return ask<HistoryPage>(method, address, block, transactions);
}
