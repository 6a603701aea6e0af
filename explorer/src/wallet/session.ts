// From finding a wallet to the block that has its transaction: one step at a time, each with its end.
import type { Address, Hex } from "viem";
import { useCallback, useEffect, useState } from "preact/hooks";
import type { Receipt } from "../chain/types";
import { isOnChain, switchChain } from "./chain";
import { type Wallet, findWallets } from "./discovery";
import { failure } from "./failure";
import { type Intent, accountsOf, receiptOf, send } from "./sending";

export type Step =
  | { readonly name: "searching" }
  | { readonly name: "choosing"; readonly wallets: readonly Wallet[] } // none: there is no wallet
  | { readonly name: "wrongChain"; readonly wallet: Wallet }
  | { readonly name: "ready"; readonly wallet: Wallet; readonly account: Address }
  | { readonly name: "signing"; readonly wallet: Wallet; readonly account: Address }
  | { readonly name: "pending"; readonly account: Address; readonly hash: Hex }
  | { readonly name: "done"; readonly account: Address; readonly receipt: Receipt }
  | { readonly name: "noAccount" }
  | { readonly name: "failed"; readonly cause: Error };

export interface Session {
  readonly step: Step;
  readonly connect: (wallet: Wallet) => void;
  readonly switchTo: (wallet: Wallet) => void;
  readonly act: (wallet: Wallet, intent: Intent) => void;
  readonly restart: () => void;
}

export function useSession(): Session {
  const [step, setStep] = useState<Step>({ name: "searching" });
  const attempt = useCallback((steps: () => Promise<void>): void => {
    steps().catch((cause: unknown) => setStep({ name: "failed", cause: failure(cause) }));
  }, []);
  const restart = useCallback(() => {
    setStep({ name: "searching" });
    attempt(async () => setStep({ name: "choosing", wallets: await findWallets() }));
  }, [attempt]);
  useEffect(restart, [restart]);
  return {
    step,
    restart,
    connect: (wallet) => attempt(async () => setStep(await connected(wallet))),
    switchTo: (wallet) =>
      attempt(async () => {
        await switchChain(wallet.provider);
        setStep(await connected(wallet));
      }),
    act: (wallet, intent) => attempt(() => acted(wallet, intent, setStep)),
  };
}

async function connected(wallet: Wallet): Promise<Step> {
  const [account] = await accountsOf(wallet.provider);
  if (account === undefined) return { name: "noAccount" };
  if (!(await isOnChain(wallet.provider))) return { name: "wrongChain", wallet };
  return { name: "ready", wallet, account };
}

/** Send what the person has decided; the chain is looked at again, for it may have changed since. */
async function acted(wallet: Wallet, intent: Intent, setStep: (step: Step) => void): Promise<void> {
  const account = intent.from;
  setStep({ name: "signing", wallet, account });
  if (!(await isOnChain(wallet.provider))) return setStep({ name: "wrongChain", wallet });
  const hash = await send(wallet.provider, intent);
  setStep({ name: "pending", account, hash });
  setStep({ name: "done", account, receipt: await receiptOf(hash) });
}
