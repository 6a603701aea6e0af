// The market of data: assets with their versions, tags and family, offers and their licences.
import { licensing } from "@kumiai/licensing";
import { read } from "../chain/read";
import { kindTopic, newestLogs, word } from "./events";
import { type Page, everything, numberedPage } from "./paging";

export type Asset = Awaited<ReturnType<typeof assetOf>>;
export type Licence = Awaited<ReturnType<typeof licenceOf>>;

const LICENCES_SHOWN = 20;

export async function assets(page: number): Promise<Page<Asset>> {
  return numberedPage(await read(licensing, "assetTotal", []), page, assetOf);
}

export async function licences(page: number): Promise<Page<Licence>> {
  return numberedPage(await read(licensing, "licenceTotal", []), page, licenceOf);
}

/** One asset: versions and what they are made of, offers, what was built on it, disputes. */
export async function asset(number: bigint) {
  const found = await assetOf(number);
  const offers = await offersOn(number);
  const [versions, children, disputes, sold] = await Promise.all([
    versionsOf(number, found.record.asset.versions),
    read(licensing, "childrenOf", [number, 0n, 100n]),
    disputesOf(number),
    licencesOf(offers.map((offer) => offer.number)),
  ]);
  return { asset: found, versions, offers, children, disputes, sold };
}

export async function licence(number: bigint) {
  const [found, seats, uses] = await Promise.all([
    licenceOf(number),
    read(licensing, "seatsOf", [number, 0n, 100n]),
    read(licensing, "usesOf", [number, 0n, 100n]),
  ]);
  return { licence: found, seats, uses };
}

async function assetOf(number: bigint) {
  const [record, newest] = await Promise.all([
    read(licensing, "asset", [number]),
    read(licensing, "version", [number, 1n]),
  ]);
  const versions = record.asset.versions;
  return { number, record, newest: versions > 1n ? await read(licensing, "version", [number, versions]) : newest };
}

async function licenceOf(number: bigint) {
  return { number, record: await read(licensing, "licence", [number]) };
}

async function versionsOf(asset: bigint, count: bigint) {
  const numbers = Array.from({ length: Number(count) }, (_, index) => BigInt(index + 1));
  return Promise.all(
    numbers.slice(-100).map(async (number) => {
      const [record, parents] = await Promise.all([
        read(licensing, "version", [asset, number]),
        read(licensing, "parentsOf", [asset, number]),
      ]);
      return { number, record, parents };
    }),
  );
}

async function offersOn(asset: bigint) {
  const numbers = await everything((offset, limit) => read(licensing, "offersOn", [asset, offset, limit]), 300);
  return Promise.all(numbers.map(async (number) => ({ number, record: await read(licensing, "offer", [number]) })));
}

async function disputesOf(asset: bigint) {
  const numbers = await read(licensing, "disputesOf", [asset, 0n, 100n]);
  return Promise.all(numbers.map(async (number) => ({ number, record: await read(licensing, "caseRecord", [number]) })));
}

/** The newest licences that were sold by these offers, by the events of their making. */
async function licencesOf(offers: readonly bigint[]) {
  if (offers.length === 0) return [];
  const topics = [kindTopic(licensing.abi, "LicenceMinted"), null, offers.map(word)];
  const { logs } = await newestLogs({ address: licensing.address, topics, most: LICENCES_SHOWN });
  return Promise.all(logs.map((log) => licenceOf(BigInt(log.topics[1] ?? 0))));
}
