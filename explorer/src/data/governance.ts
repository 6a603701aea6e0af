// Proposals: where they stand, what they would change, and who voted how.
import { Option, Status, governance } from "@kumiai/governance";
import { type Address, type Hex, encodeFunctionData } from "viem";
import { read } from "../chain/read";
import { type Page, everything, viewPage } from "./paging";

export type Proposal = Awaited<ReturnType<typeof proposalOf>>;
export type Rules = Awaited<ReturnType<typeof rulesOf>>;
export type Tally = Proposal["tally"];

const WHOLE_BPS = 10_000n;

/** A page of proposals, newest first, each with the rules that stood when it was submitted. */
export async function proposals(page: number): Promise<Page<{ proposal: Proposal; rules: Rules }>> {
  const total = await read(governance, "proposalCount", []);
  const found = await viewPage(total, page, (offset, limit) => read(governance, "proposals", [offset, limit]));
  const rules = await Promise.all(found.items.map((item) => rulesOf(item.id)));
  return { ...found, items: found.items.map((proposal, index) => ({ proposal, rules: rules[index] as Rules })) };
}

export async function proposal(id: bigint) {
  const [found, rules, votes] = await Promise.all([
    proposalOf(id),
    rulesOf(id),
    everything((offset, limit) => read(governance, "votes", [id, offset, limit])),
  ]);
  const parameters = await Promise.all(found.changes.map((change) => read(governance, "parameter", [change.parameter])));
  return { proposal: found, rules, votes, parameters };
}

/** How an account voted; undefined where it did not. */
export async function voteOf(id: bigint, voter: Address) {
  const found = await read(governance, "voteOf", [id, voter]);
  return found.powerWei === 0n ? undefined : found;
}

/** The call data of a vote. */
export function voteCall(id: bigint, option: OptionName): Hex {
  return encodeFunctionData({ abi: governance.abi, functionName: "vote", args: [id, Option[option]] });
}

export interface Count {
  readonly votedWei: bigint;
  readonly turnoutBps: number; // of all stake that may vote
  readonly yesBps: number; // among yes, no and veto
  readonly vetoBps: number; // among all votes
  readonly isQuorate: boolean;
  readonly isVetoed: boolean;
  readonly isYes: boolean;
  readonly isPassing: boolean; // would it end now
}

/** Count as governance does: quorum of all stake, then veto among all votes, then yes among the decided. */
export function count(tally: Tally, totalPowerWei: bigint, rules: Rules): Count {
  const votedWei = tally.yesWei + tally.noWei + tally.abstainWei + tally.vetoWei;
  const decidedWei = votedWei - tally.abstainWei;
  const isQuorate = votedWei > 0n && votedWei * WHOLE_BPS >= totalPowerWei * BigInt(rules.quorumBps);
  const isVetoed = tally.vetoWei * WHOLE_BPS > votedWei * BigInt(rules.vetoBps);
  const isYes = tally.yesWei * WHOLE_BPS > decidedWei * BigInt(rules.thresholdBps);
  return {
    votedWei,
    turnoutBps: bps(votedWei, totalPowerWei),
    yesBps: bps(tally.yesWei, decidedWei),
    vetoBps: bps(tally.vetoWei, votedWei),
    isQuorate,
    isVetoed,
    isYes,
    isPassing: isQuorate && !isVetoed && isYes,
  };
}

/** When a proposal's present status ends, in seconds; undefined where it is over. */
export function statusEndsS(found: Proposal): bigint | undefined {
  if (found.status === Status.DEPOSIT) return found.depositEndS;
  if (found.status === Status.VOTING) return found.votingEndS;
  if (found.status === Status.TIMELOCK) return found.timelockEndS;
  return undefined;
}

export const OPTIONS = ["YES", "NO", "ABSTAIN", "VETO"] as const;
export type OptionName = (typeof OPTIONS)[number];

function bps(part: bigint, whole: bigint): number {
  return whole === 0n ? 0 : Number((part * WHOLE_BPS) / whole);
}

function proposalOf(id: bigint) {
  return read(governance, "proposal", [id]);
}

function rulesOf(id: bigint) {
  return read(governance, "proposalParams", [id]);
}
