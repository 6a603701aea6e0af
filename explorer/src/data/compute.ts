// The market of compute: orders, the bids on them, the leases and jobs that come of it, providers.
import { Kind, OrderState, compute } from "@kumiai/compute";
import type { Address } from "viem";
import { read } from "../chain/read";
import { kindTopic, newestLogs, word } from "./events";
import { type Page, everything, numberedPage } from "./paging";
import { orNothing } from "./refusals";

export type Order = Awaited<ReturnType<typeof orderOf>>;

const BIDS_SHOWN = 100;
const EARLY: readonly number[] = [OrderState.OPEN, OrderState.CANCELLED, OrderState.EXPIRED, OrderState.RESERVED];

export async function orders(page: number): Promise<Page<Order>> {
  return numberedPage(await read(compute, "orderTotal", []), page, orderOf);
}

/** One order with its timeline, its funders, its bids and, where it is a lease that began, its meter. */
export async function order(number: bigint) {
  const found = await orderOf(number);
  const isLease = found.terms.kind === Kind.LEASE && !EARLY.includes(found.progress.state);
  const [timeline, funders, bids, meter] = await Promise.all([
    read(compute, "timeline", [number]),
    read(compute, "fundersOf", [number]),
    bidsOn(number, Number(found.order.openedAt)),
    isLease ? orNothing(read(compute, "lease", [number])) : undefined,
  ]);
  return { order: found, timeline, funders, bids, meter };
}

/** What the market did in all, and how many of its slots are busy. */
export async function marketOf() {
  const [total, revenue, slots] = await Promise.all([
    read(compute, "orderTotal", []),
    read(compute, "revenue", []),
    read(compute, "slots", []),
  ]);
  return { total, revenue, slots };
}

export async function providers() {
  const found = await everything((offset, limit) => read(compute, "providerPage", [offset, limit]), 500);
  return Promise.all(found.map(async (address) => ({ address, record: await read(compute, "provider", [address]) })));
}

export async function provider(address: Address) {
  const [record, capacities, attributes, engagements] = await Promise.all([
    read(compute, "provider", [address]),
    read(compute, "capacitiesOf", [address]),
    read(compute, "attributesOf", [address]),
    everything((offset, limit) => read(compute, "engagementsOf", [address, offset, limit]), 500),
  ]);
  return { record, capacities, attributes, engagements };
}

/** Every bid on an order, also those that are over: found by their events since it was opened. */
async function bidsOn(number: bigint, openedAt: number) {
  const topics = [kindTopic(compute.abi, "BidPlaced"), null, word(number)];
  const { logs } = await newestLogs({ address: compute.address, topics, most: BIDS_SHOWN, from: openedAt });
  const numbers = logs.map((log) => BigInt(log.topics[1] ?? 0));
  return Promise.all(numbers.map(async (bid) => ({ number: bid, record: await read(compute, "bid", [bid]) })));
}

function orderOf(number: bigint) {
  return read(compute, "order", [number]);
}
