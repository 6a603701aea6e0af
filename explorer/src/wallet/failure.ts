// Why a wallet did not do it.

const REJECTED = 4001; // EIP-1193: the person said no

/** The wallet's person said no; nothing was sent. */
export class Rejected extends Error {}

/** The code of a wallet's error; undefined where it has none. */
export function codeOf(cause: unknown): number | undefined {
  const { code, data } = (cause ?? {}) as { code?: unknown; data?: { originalError?: { code?: unknown } } };
  const original = data?.originalError?.code; // some wallets wrap the error of the chain's
  return [original, code].find((found) => typeof found === "number") as number | undefined;
}

/** What a wallet threw, as an error whose words can be shown. */
export function failure(cause: unknown): Error {
  if (codeOf(cause) === REJECTED) return new Rejected();
  const { message } = (cause ?? {}) as { message?: unknown };
  return new Error(typeof message === "string" ? message : String(cause));
}
