// The network in figures: what its markets were paid for, epoch by epoch, and what became of supply.
import { Market, analytics } from "@kumiai/analytics";
import { mint } from "@kumiai/mint";
import { read } from "../chain/read";

export type MarketName = keyof typeof Market;
export const MARKETS: readonly MarketName[] = ["ALL", "COMPUTE", "DEVICES", "VERIFICATION", "MODELS", "DATA"];
export type Tally = Awaited<ReturnType<typeof tallyOf>>;

export interface EpochFigures {
  readonly number: bigint;
  readonly endedS: bigint; // 0 while it runs
  readonly tally: Tally;
  readonly mintedWei: bigint;
  readonly burnedWei: bigint;
  readonly supplyWei: bigint; // of the block before it
}

export const EPOCHS_SHOWN = 50; // what analytics answers at once

/** The newest epochs of a market, oldest first; the last one still runs. */
export async function epochsOf(market: MarketName): Promise<readonly EpochFigures[]> {
  const running = await read(analytics, "currentEpoch", []);
  const first = running.number > BigInt(EPOCHS_SHOWN) ? running.number - BigInt(EPOCHS_SHOWN) : 0n;
  const closed = await read(analytics, "history", [first, BigInt(EPOCHS_SHOWN)]);
  const tallies = market === "ALL" ? closed.map((item) => item.tally) : await talliesOf(market, closed);
  const figures = closed.map((item, index) => figuresOf(item.number, item.epoch, tallies[index] as Tally));
  return market === "ALL" ? [...figures, figuresOf(running.number, running.epoch, running.tally)] : figures;
}

/** What a market did in all, and how much of it was disputed. */
export async function totalsOf(market: MarketName) {
  const [tally, rates] = await Promise.all([
    read(analytics, "marketTotals", [Market[market]]),
    read(analytics, "rates", [Market[market]]),
  ]);
  return { tally, rates };
}

/** The supply: how it began, what was issued and burned since, and how fast it grows. */
export async function supply() {
  const [now, genesis, minted, burned, cap, rate, bonded] = await Promise.all([
    read(mint, "supply", []),
    read(mint, "genesisSupply", []),
    read(mint, "minted", []),
    read(mint, "burned", []),
    read(mint, "supplyCap", []),
    read(mint, "inflationRate", []),
    read(mint, "bondedRatio", []),
  ]);
  return { now, genesis, minted, burned, cap, rate, bonded };
}

/** All that was charged: the legs sum to it. */
export function chargedWei(tally: Tally): bigint {
  const { supplierWei, treasuryWei, burnedWei, infrastructureWei } = tally;
  return supplierWei + treasuryWei + burnedWei + infrastructureWei + tally.contributorWei + tally.referrerWei + tally.verifierWei;
}

function talliesOf(market: MarketName, epochs: readonly { number: bigint }[]): Promise<Tally[]> {
  return Promise.all(epochs.map((item) => tallyOf(market, item.number)));
}

function tallyOf(market: MarketName, number: bigint) {
  return read(analytics, "marketEpoch", [Market[market], number]);
}

function figuresOf(number: bigint, epoch: { endedS: bigint; mintedWei: bigint; burnedWei: bigint; supplyWei: bigint }, tally: Tally): EpochFigures {
  const { endedS, mintedWei, burnedWei, supplyWei } = epoch;
  return { number, endedS, tally, mintedWei, burnedWei, supplyWei };
}
