// Claims that a result is right, and the disputes about them: phase by phase, with their deadlines.
import { verification } from "@kumiai/verification";
import { read } from "../chain/read";
import { type Page, everything, numberedPage } from "./paging";

export type Claim = Awaited<ReturnType<typeof claimOf>>;

export async function claims(page: number): Promise<Page<Claim>> {
  return numberedPage(await read(verification, "claimCount", []), page, claimOf);
}

/** One claim with its rounds, who sits in each, its evidence and its timeline. */
export async function claim(number: bigint) {
  const [found, rounds, evidence, timeline] = await Promise.all([
    claimOf(number),
    read(verification, "roundsOf", [number]),
    read(verification, "evidence", [number, 0n, 100n]),
    everything((offset, limit) => read(verification, "timeline", [number, offset, limit]), 500),
  ]);
  const seats = await Promise.all(rounds.map((_, index) => read(verification, "seatsOf", [number, BigInt(index)])));
  return { claim: found, rounds, seats, evidence, timeline };
}

async function claimOf(number: bigint) {
  const [record, standing] = await Promise.all([
    read(verification, "claim", [number]),
    read(verification, "standing", [number]),
  ]);
  return { number, record, standing };
}
