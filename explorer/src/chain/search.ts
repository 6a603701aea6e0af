// Where a text leads: a block by number or hash, a transaction by hash, an account by address or name.
import { href } from "../router";
import { NAMES } from "./addresses";
import { ask } from "./rpc";
import { type Block, type Transaction, quantity } from "./types";

const ADDRESS = /^(0x)?[0-9a-f]{40}$/i;
const HASH = /^(0x)?[0-9a-f]{64}$/i;
const NUMBER = /^[0-9]{1,15}$/;

/** Find the page of a text; undefined where the chain knows nothing of that name. */
export async function find(typed: string): Promise<string | undefined> {
  const text = typed.trim();
  const number = text.replace(/[,_\s]/g, "");
  if (NUMBER.test(number)) return findBlock(Number(number));
  if (ADDRESS.test(text)) return href("account", prefixed(text));
  if (HASH.test(text)) return findHash(prefixed(text));
  return findName(text.toLowerCase());
}

async function findBlock(number: number): Promise<string | undefined> {
  const block = await ask<Block | null>("eth_getBlockByNumber", quantity(number), false);
  return block ? href("block", number) : undefined;
}

async function findHash(hash: string): Promise<string | undefined> {
  const [transaction, block] = await Promise.all([
    ask<Transaction | null>("eth_getTransactionByHash", hash),
    ask<Block | null>("eth_getBlockByHash", hash, false),
  ]);
  if (transaction) return href("tx", hash);
  return block ? href("block", Number(block.number)) : undefined;
}

/** Modules are found by their names in any language. */
function findName(text: string): string | undefined {
  for (const [address, { module, label }] of NAMES) {
    const names = [module, ...Object.values(label)].map((name) => name.toLowerCase());
    if (module !== "" && names.includes(text)) return href("account", address);
  }
  return undefined;
}

function prefixed(hex: string): string {
  return (hex.startsWith("0x") ? hex : `0x${hex}`).toLowerCase();
}
