// Names of the numbers that modules write for kinds and states.
import * as client from "@kumiai/index";

const spaces: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  staking: client.staking,
  rewards: client.rewards,
  slashing: client.slashing,
  beacon: client.beacon,
  governance: client.governance,
  treasury: client.treasury,
  token: client.token,
  bridge: client.bridge,
  identity: client.identity,
  licensing: client.licensing,
  model_fees: client.modelFees,
  compute: client.compute,
  verification: client.verification,
  devices: client.devices,
  analytics: client.analytics,
  mint: client.mint,
};

/** "low funds" for the number that a module's enumeration gives to LOW_FUNDS. */
export function memberOf(module: string, enumeration: string, value: number | bigint): string | undefined {
  const members = spaces[module]?.[enumeration];
  if (typeof members !== "object" || members === null) return undefined;
  const found = Object.entries(members).find(([, number]) => number === Number(value));
  return found?.[0].toLowerCase().replaceAll("_", " ");
}
