// Validators: who signs blocks with which stake, how reliably, and who stands behind them.
import { governance } from "@kumiai/governance";
import { slashing } from "@kumiai/slashing";
import { staking } from "@kumiai/staking";
import type { Address } from "viem";
import { read } from "../chain/read";
import { type Found, kindTopic, merged, newestLogs, word } from "./events";
import { everything } from "./paging";

const HISTORY_ROWS = 50;

export interface Validator {
  readonly record: Awaited<ReturnType<typeof recordOf>>;
  readonly signing: Awaited<ReturnType<typeof signingOf>>;
  readonly power: bigint; // in the set that decides blocks now; 0 outside of it
}

/** All validators, the strongest first, and the power of all that decide together. */
export async function validators(): Promise<{ all: readonly Validator[]; totalPower: bigint }> {
  const [records, set] = await Promise.all([
    everything((offset, limit) => read(staking, "validators", [offset, limit])),
    read(staking, "consensusSet", []),
  ]);
  const powers = new Map(set.map((member) => [member.validator, member.power]));
  const infos = await Promise.all(records.map((record) => signingOf(record.validator)));
  const all = records.map((record, index): Validator => {
    const signing = infos[index] as Validator["signing"];
    return { record, signing, power: powers.get(record.validator) ?? 0n };
  });
  all.sort((one, other) => Number(other.record.tokensWei > one.record.tokensWei) - 0.5);
  return { all, totalPower: set.reduce((sum, member) => sum + member.power, 0n) };
}

/** One validator with who delegates to it. */
export async function validator(address: Address) {
  const [record, signing, set, delegations, blocks] = await Promise.all([
    recordOf(address),
    signingOf(address),
    read(staking, "consensusSet", []),
    read(staking, "delegationsTo", [address, 0n, 100n]),
    read(slashing, "params", []),
  ]);
  const power = set.find((member) => member.validator === address)?.power ?? 0n;
  return { record, signing, power, delegations, signedBpsMin: blocks.signedBpsMin };
}

/** What happened to a validator: its own events, and what delegators did with it. */
export async function historyOf(address: Address, signal?: AbortSignal): Promise<Found> {
  const modules = [staking.address, slashing.address];
  const [own, others] = await Promise.all([
    newestLogs({ address: modules, topics: [null, word(address)], most: HISTORY_ROWS }, signal),
    newestLogs({ address: staking.address, topics: [null, null, word(address)], most: HISTORY_ROWS }, signal),
  ]);
  return merged(own, others, HISTORY_ROWS);
}

/** How a validator voted on proposals. */
export function votesOf(address: Address, signal?: AbortSignal): Promise<Found> {
  const topics = [kindTopic(governance.abi, "Voted"), null, word(address)];
  return newestLogs({ address: governance.address, topics, most: HISTORY_ROWS }, signal);
}

/** The share of the blocks of the window that a validator signed, in bps; all of none is all. */
export function uptimeBps(signing: Validator["signing"]): number {
  const { windowBlocks, missedBlocks } = signing;
  return windowBlocks === 0n ? 10_000 : Number(((windowBlocks - missedBlocks) * 10_000n) / windowBlocks);
}

function recordOf(address: Address) {
  return read(staking, "validator", [address]);
}

function signingOf(address: Address) {
  return read(slashing, "signingInfo", [address]);
}
