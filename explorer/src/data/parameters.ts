// What is governed: every module's parameters, how they came to be so, and what will change them.
import { Kind, Status, governance } from "@kumiai/governance";
import { read } from "../chain/read";
import { type Proposal, proposals } from "./governance";
import { everything } from "./paging";

export type Parameter = Awaited<ReturnType<typeof allParameters>>[number];
export interface Pending {
  readonly parameter: string;
  readonly proposalId: bigint;
  readonly expected: bigint;
  readonly value: bigint;
  readonly status: number; // of the proposal that would change it
  readonly effectiveHeight: bigint | undefined; // known once it was carried out
}

const OPEN: readonly number[] = [Status.DEPOSIT, Status.VOTING, Status.TIMELOCK];
const PAGES_SEARCHED = 5; // of proposals, newest first: open ones are among the newest

export interface Parameters {
  readonly byModule: ReadonlyMap<string, readonly Parameter[]>;
  readonly pending: ReadonlyMap<string, readonly Pending[]>; // by parameter
}

/** All parameters by module, with the changes that wait for a vote, a timelock or an epoch. */
export async function parameters(): Promise<Parameters> {
  const [all, scheduled, open] = await Promise.all([
    allParameters(),
    read(governance, "pendingChanges", []),
    openProposals(),
  ]);
  const waiting = scheduled.map((change): Pending => ({ ...change, status: Status.EXECUTED }));
  const proposed = open.flatMap((found) =>
    found.changes.map((change): Pending => {
      return { ...change, proposalId: found.id, status: found.status, effectiveHeight: undefined };
    }),
  );
  return {
    byModule: grouped(all, (item) => moduleOf(item.name)),
    pending: grouped([...waiting, ...proposed], (item) => item.parameter),
  };
}

/** One parameter with the values that it had, newest first, and what will change it. */
export async function parameter(name: string) {
  const [found, history, { pending }] = await Promise.all([
    read(governance, "parameter", [name]),
    everything((offset, limit) => read(governance, "history", [name, offset, limit])),
    parameters(),
  ]);
  return { parameter: found, history: [...history].reverse(), pending: pending.get(name) ?? [] };
}

export function moduleOf(name: string): string {
  return name.split(".", 1)[0] ?? name;
}

function allParameters() {
  return everything((offset, limit) => read(governance, "parameters", [offset, limit]), 2_000);
}

async function openProposals(): Promise<Proposal[]> {
  const found: Proposal[] = [];
  for (let page = 1; page <= PAGES_SEARCHED; page += 1) {
    const { items, pages } = await proposals(page);
    found.push(...items.map((item) => item.proposal));
    if (page >= pages) break;
  }
  return found.filter((item) => item.kind === Kind.PARAMETERS && OPEN.includes(item.status));
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
