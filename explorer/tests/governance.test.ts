// Votes are counted on the page as governance counts them.
import { expect, test } from "vitest";
import { type Rules, type Tally, count } from "../src/data/governance";

const rules = { quorumBps: 3_340, thresholdBps: 5_000, vetoBps: 3_340 } as Rules;
const tally = (yesWei: bigint, noWei = 0n, abstainWei = 0n, vetoWei = 0n): Tally => ({ yesWei, noWei, abstainWei, vetoWei });

test("nobody's votes are no quorum, also where no stake may vote", () => {
  expect(count(tally(0n), 1_000n, rules)).toMatchObject({ isQuorate: false, isPassing: false, turnoutBps: 0 });
  expect(count(tally(0n), 0n, rules)).toMatchObject({ isQuorate: false, turnoutBps: 0, yesBps: 0, vetoBps: 0 });
});

test("the quorum is reached with exactly its share of all stake", () => {
  expect(count(tally(3_339n), 10_000n, rules).isQuorate).toBe(false);
  expect(count(tally(3_340n), 10_000n, rules)).toMatchObject({ isQuorate: true, isPassing: true });
});

test("half of the decided is not enough, and who abstains does not decide", () => {
  expect(count(tally(500n, 500n), 1_000n, rules).isPassing).toBe(false);
  expect(count(tally(501n, 499n), 1_000n, rules).isPassing).toBe(true);
  expect(count(tally(10n, 5n, 985n), 1_000n, rules)).toMatchObject({ isPassing: true, yesBps: 6_666 });
});

test("a veto by more than its share sinks what has a majority", () => {
  expect(count(tally(666n, 0n, 0n, 334n), 1_000n, rules)).toMatchObject({ isVetoed: false, isPassing: true });
  expect(count(tally(665n, 0n, 0n, 335n), 1_000n, rules)).toMatchObject({ isVetoed: true, isYes: true, isPassing: false });
});
