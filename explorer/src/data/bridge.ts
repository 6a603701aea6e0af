// Routes to other chains: where they lead, what may come out of them, and what is on its way.
import { bridge } from "@kumiai/bridge";
import type { Hex } from "viem";
import { decodeLog, fieldAt } from "../chain/decode";
import { read } from "../chain/read";
import type { Log } from "../chain/types";
import { type Topic, addressIn, kindTopic, newestLogs, word } from "./events";
import { type Page, numberedPage } from "./paging";

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

/** What travels on a route: its tokens by their registrations, each with its limits of now. */
async function assetsOn(number: bigint) {
  const tokens = await read(bridge, "assetTokens", [number, 0n, 100n]);
  const logs = await logsOf("AssetRegistered", number, tokens.length);
  return Promise.all(
    logs.map(async (log) => {
      const token = addressIn(log.topics[2]);
      const isNative = saidIn(log, "isNative") === true;
      const [asset, limits, outstandingWei, roomWei] = await read(bridge, "asset", [number, token, isNative]);
      return { asset, limits, outstandingWei, roomWei };
    }),
  );
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
