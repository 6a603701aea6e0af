// Routes to other chains: where they lead, what may come out of them, and what is on its way.
import { bridge } from "@kumiai/bridge";
import type { Address, Hex } from "viem";
import { decodeLog, fieldAt } from "../chain/decode";
import { read } from "../chain/read";
import type { Log } from "../chain/types";
import { type Topic, topicAddress, kindTopic, newestLogs, word } from "./events";
import { type Page, numberedPage } from "./paging";
import { orNothing } from "./refusals";

export type Route = Awaited<ReturnType<typeof routeOf>>;

const ARRIVALS_SHOWN = 20;

export async function routes(page: number): Promise<Page<Route>> {
  return numberedPage(await read(bridge, "routesOpened", []), page, routeOf);
}

export function isAllPaused() {
  return read(bridge, "isAllPaused", []);
}

/** One route: its client, its assets with their limits and vouchers, packets, arrivals. */
export async function route(number: bigint, page: number) {
  const found = await routeOf(number);
  const [assets, packets, arrivals] = await Promise.all([
    assetsOn(number),
    packetsSent(number, page, found.sentCount),
    arrivalsOn(number),
  ]);
  return { route: found, assets, packets, arrivals };
}

async function routeOf(number: bigint) {
  const [record, sentCount] = await Promise.all([
    read(bridge, "route", [number]),
    read(bridge, "sentCount", [number]),
  ]);
  const [client, under] = await Promise.all([
    read(bridge, "client", [record.client]),
    read(bridge, "pending", [number, sentCount > 99n ? sentCount - 99n : 1n, 100n]),
  ]);
  return { number, record, client, sentCount, underWay: under.length };
}

/**
 * What travels on a route, each with its limits of now.
 *
 * The module tells the tokens of this chain. One that is at home here is found by its own address;
 * of a voucher, the token that it stands for is told only by the event of its registration.
 */
async function assetsOn(route: bigint) {
  const tokens = await read(bridge, "assetTokens", [route, 0n, 100n]);
  const native = await Promise.all(tokens.map((token) => orNothing(assetOf(route, token, true))));
  const known = native.filter((asset) => asset !== undefined);
  if (known.length === tokens.length) return { known, untold: [] };
  const logs = await logsOf("AssetRegistered", route, tokens.length);
  const origins = new Map(logs.map((log) => [String(saidIn(log, "local")).toLowerCase(), topicAddress(log.topics[2])]));
  const vouchers = tokens.filter((_, at) => native[at] === undefined);
  const told = await Promise.all(vouchers.map((voucher) => whereKnown(route, origins.get(voucher.toLowerCase()))));
  return { known: [...known, ...told.filter((asset) => asset !== undefined)], untold: vouchers.filter((_, at) => told[at] === undefined) };
}

async function whereKnown(route: bigint, origin: Address | undefined) {
  return origin && orNothing(assetOf(route, origin, false));
}

async function assetOf(route: bigint, token: Address, isNative: boolean) {
  const [asset, limits, outstandingWei, roomWei] = await read(bridge, "asset", [route, token, isNative]);
  return { asset, limits, outstandingWei, roomWei };
}

/** What was sent on a route, newest first: its state of now, and its transaction by its event. */
async function packetsSent(route: bigint, page: number, sentCount: bigint) {
  const found = await numberedPage(sentCount, page, async (sequence) => {
    return { sequence, record: await read(bridge, "sent", [route, sequence]) };
  });
  const wanted = found.items.map((item) => word(item.sequence));
  const logs = new Map((await logsOf("PacketSent", route, wanted.length, wanted)).map((log) => [log.topics[2], log]));
  return { ...found, items: found.items.map((item) => ({ ...item, log: logs.get(word(item.sequence)) })) };
}

/** The newest arrivals on a route. */
async function arrivalsOn(route: bigint) {
  const logs = await logsOf("PacketReceived", route, ARRIVALS_SHOWN);
  return Promise.all(
    logs.map(async (log) => {
      const sequence = BigInt(log.topics[2] ?? 0);
      return { sequence, record: await read(bridge, "arrival", [route, sequence]), hash: log.transactionHash };
    }),
  );
}

/** What a log says of a field; undefined where it does not. */
export function saidIn(log: Log | undefined, field: string): unknown {
  return log && fieldAt(decodeLog(log)?.fields ?? [], field)?.value;
}

async function logsOf(eventName: string, route: bigint, most: number, sequences: readonly Hex[] = []) {
  if (most === 0) return [];
  const topics: Topic[] = [kindTopic(bridge.abi, eventName), word(route)];
  if (sequences.length > 0) topics.push(sequences);
  return (await newestLogs({ address: bridge.address, topics, most })).logs;
}
