// A transaction by way of the wallet, and the wait until a block has it.
import type { Address, Hex } from "viem";
import { ask } from "../chain/rpc";
import type { Receipt } from "../chain/types";
import type { Provider } from "./discovery";

const POLL_MS = 500;
const WAIT_MS = 120_000;

export interface Intent {
  readonly from: Address;
  readonly to: Address;
  readonly data: Hex;
}

/** The accounts that the wallet lets this page see; it asks its person first. */
export async function accountsOf(provider: Provider): Promise<readonly Address[]> {
  const found = await provider.request({ method: "eth_requestAccounts" });
  return Array.isArray(found) ? found.filter(isAddress) : [];
}

/** Have the wallet sign and send; the node says beforehand what it takes, and whether it would be refused. */
export async function send(provider: Provider, intent: Intent): Promise<Hex> {
  const gas = await ask<Hex>("eth_estimateGas", intent);
  const hash = await provider.request({ method: "eth_sendTransaction", params: [{ ...intent, gas }] });
  if (typeof hash !== "string" || !/^0x[0-9a-f]{64}$/i.test(hash)) throw new Error("the wallet gave no transaction hash");
  return hash as Hex;
}

/** Wait until this node has the transaction in a block. */
export async function receiptOf(hash: Hex): Promise<Receipt> {
  const end = Date.now() + WAIT_MS;
  for (;;) {
    const receipt = await ask<Receipt | null>("eth_getTransactionReceipt", hash);
    if (receipt) return receipt;
    if (Date.now() > end) throw new Error("no block has the transaction yet");
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

function isAddress(value: unknown): value is Address {
  return typeof value === "string" && /^0x[0-9a-f]{40}$/i.test(value);
}
