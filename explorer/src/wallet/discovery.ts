// Wallets of the browser: those that announce themselves (EIP-6963), and the one at window.ethereum (EIP-1193).

export interface Provider {
  request(call: { method: string; params?: readonly unknown[] | object }): Promise<unknown>;
}

export interface Wallet {
  readonly id: string;
  readonly name: string; // the wallet's own words: text from outside
  readonly provider: Provider;
}

interface Announced {
  readonly info?: { readonly uuid?: unknown; readonly name?: unknown };
  readonly provider?: unknown;
}

const ANSWER_MS = 150; // wallets announce themselves at once; this is patience
const WALLETS_MAX = 16;
const INJECTED = "window.ethereum";

/** The wallets that there are; the injected one only where none announces itself. */
export async function findWallets(): Promise<readonly Wallet[]> {
  const found = await announced();
  if (found.length > 0) return found;
  const injected: unknown = (globalThis as { ethereum?: unknown }).ethereum;
  return isProvider(injected) ? [{ id: INJECTED, name: INJECTED, provider: injected }] : [];
}

async function announced(): Promise<Wallet[]> {
  const found = new Map<string, Wallet>();
  const hear = (event: Event): void => {
    const wallet = walletOf((event as CustomEvent<Announced | undefined>).detail);
    if (wallet && found.size < WALLETS_MAX) found.set(wallet.id, wallet);
  };
  addEventListener("eip6963:announceProvider", hear);
  dispatchEvent(new Event("eip6963:requestProvider"));
  await new Promise((resolve) => setTimeout(resolve, ANSWER_MS));
  removeEventListener("eip6963:announceProvider", hear);
  return [...found.values()];
}

function walletOf(detail: Announced | undefined): Wallet | undefined {
  const { uuid, name } = detail?.info ?? {};
  if (typeof uuid !== "string" || typeof name !== "string" || !isProvider(detail?.provider)) return undefined;
  return { id: uuid, name, provider: detail.provider };
}

function isProvider(value: unknown): value is Provider {
  return typeof (value as Provider | undefined)?.request === "function";
}
