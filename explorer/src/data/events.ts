// Events of a module, the newest first: the search goes back only as far as it needs to.
import type { Abi, Address, Hex } from "viem";
import { encodeEventTopics } from "viem";
import { findLogs } from "../chain/logs";
import { ask } from "../chain/rpc";
import type { Log } from "../chain/types";

export interface Found {
  readonly logs: readonly Log[]; // newest first
  readonly searchedFrom: number; // the height that the search went back to
}

export type Topic = Hex | readonly Hex[] | null;

const LOGS_MAX = 1_000_000;
const RANGE_BLOCKS = 50_000; // that a search looks at before it asks whether it has enough
const RANGES_MAX = 60; // what is older is not searched for

interface Search {
  readonly address: Address | readonly Address[];
  readonly topics: readonly Topic[];
  readonly most: number; // the search ends when so many are found
  readonly from?: number; // no event is older
}

/** Find the newest logs that fit, newest first. */
export async function newestLogs({ address, topics, most, from = 0 }: Search, signal?: AbortSignal): Promise<Found> {
  const found: Log[] = [];
  let end = Number(await ask<Hex>("eth_blockNumber"));
  for (let ranges = 0; end >= from && found.length < most && ranges < RANGES_MAX; ranges += 1) {
    const start = Math.max(from, end - RANGE_BLOCKS + 1);
    const logs = await findLogs({ address, topics, from: start, to: end }, undefined, signal);
    found.push(...logs.reverse());
    end = start - 1;
  }
  return { logs: found.slice(0, most), searchedFrom: end + 1 };
}

/** Two searches as one, newest first; it is whole only as far back as both went. */
export function merged(one: Found, other: Found, most: number): Found {
  const byPlace = new Map([...one.logs, ...other.logs].map((log) => [placeOf(log), log]));
  const logs = [...byPlace].sort(([first], [second]) => second - first).map(([, log]) => log);
  return { logs: logs.slice(0, most), searchedFrom: Math.max(one.searchedFrom, other.searchedFrom) };
}

/** A number that grows from log to log: a block has fewer logs than LOGS_MAX. */
function placeOf(log: Log): number {
  return Number(log.blockNumber) * LOGS_MAX + Number(log.logIndex);
}

/** The topic of an event's kind. */
export function kindTopic(abi: Abi, eventName: string): Hex {
  return encodeEventTopics({ abi, eventName })[0] as Hex;
}

/** A number or an address as an indexed topic. */
export function word(value: bigint | Address): Hex {
  const digits = typeof value === "bigint" ? value.toString(16) : value.slice(2).toLowerCase();
  return `0x${digits.padStart(64, "0")}`;
}

/** The address in an indexed topic. */
export function topicAddress(topic: Hex | undefined): Address {
  return `0x${(topic ?? "").slice(-40)}`;
}
