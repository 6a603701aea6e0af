// Wallets are found where they announce themselves, else at window.ethereum; what is none is not.
import { afterEach, expect, test } from "vitest";
import { findWallets } from "../src/wallet/discovery";

const provider = { request: async (): Promise<unknown> => null };
const listeners: [string, EventListener][] = [];

/** Have something announce itself whenever wallets are asked for. */
function announces(detail: unknown): void {
  const target = browser();
  const tell = (): void => {
    target.dispatchEvent(Object.assign(new Event("eip6963:announceProvider"), { detail }));
  };
  listeners.push(["eip6963:requestProvider", tell]);
  target.addEventListener("eip6963:requestProvider", tell);
}

function browser(): EventTarget {
  const scope = globalThis as unknown as Record<string, unknown>;
  const target = (scope["target"] ??= new EventTarget()) as EventTarget;
  for (const name of ["addEventListener", "removeEventListener", "dispatchEvent"] as const) {
    scope[name] = target[name].bind(target);
  }
  return target;
}

afterEach(() => {
  delete (globalThis as { ethereum?: unknown }).ethereum;
  for (const [name, listener] of listeners.splice(0)) browser().removeEventListener(name, listener);
});

test("announced wallets come before the injected one, each once", async () => {
  (globalThis as { ethereum?: unknown }).ethereum = provider;
  announces({ info: { uuid: "a", name: "One" }, provider });
  announces({ info: { uuid: "a", name: "One" }, provider });
  announces({ info: { uuid: "b", name: "Two" }, provider });
  expect((await findWallets()).map(({ name }) => name)).toEqual(["One", "Two"]);
});

test("what announces itself wrongly is not a wallet", async () => {
  announces(undefined);
  announces({ info: { uuid: 7, name: "Number" }, provider });
  announces({ info: { uuid: "c", name: "No provider" }, provider: {} });
  browser();
  expect(await findWallets()).toEqual([]);
});

test("the injected wallet is found where nothing announces itself", async () => {
  browser();
  (globalThis as { ethereum?: unknown }).ethereum = provider;
  expect((await findWallets()).map(({ id }) => id)).toEqual(["window.ethereum"]);
});
