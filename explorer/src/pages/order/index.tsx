// One order: its terms, how far it is, its money, the bids on it, and all that happened.
import { BidState, Kind, Level, Reason, Tenure } from "@kumiai/compute";
import { order } from "../../data/compute";
import { href } from "../../router";
import { useLanguage, useText } from "../../text/language";
import { bidStates, kinds, levels, reasons, tenures } from "../../text/members/compute";
import { fill } from "../../text/fill";
import { count } from "../../text/numbers";
import { Amount } from "../../ui/Amount";
import { type Fact, Facts } from "../../ui/Facts";
import { Height } from "../../ui/Height";
import { Address, BlockLink } from "../../ui/Links";
import { Numbered } from "../../ui/Numbered";
import { Section } from "../../ui/Page";
import { State, wordFor } from "../../ui/State";
import { Table } from "../../ui/Table";
import { Word } from "../../ui/Word";
import { OrderStateWord } from "../compute/index";
import { text } from "../compute/text";
import type { PageProps } from "../index";

type Found = Awaited<ReturnType<typeof order>>;
type Step = Found["timeline"][number];
type Bid = Found["bids"][number];
type Funder = Found["funders"][number];

const NEVER = 2n ** 62n; // heights beyond this one mean that it does not end

export default function OrderPage({ params }: PageProps) {
  const said = useText(text);
  return (
    <Numbered params={params} name={said.order} unknown={said.unknownOrder} ask={order}>
      {(found) => (
        <>
          <Terms found={found} />
          <Bids rows={found.bids} perUnit={found.order.terms.kind === Kind.LEASE ? said.perBlock : said.perUnit} />
          {found.meter && <Meter of={found.meter} />}
          <Money found={found} />
          <Timeline rows={found.timeline} />
        </>
      )}
    </Numbered>
  );
}

function Terms({ found }: { found: Found }) {
  return <Facts rows={useTerms(found)} />;
}

function useTerms({ order: { order: opened, terms, progress, provider, priceWei } }: Found): Fact[] {
  const [said, kindNames, tenureNames, levelNames, language] = [useText(text), useText(kinds), useText(tenures), useText(levels), useLanguage()];
  const per = terms.kind === Kind.LEASE ? said.perBlock : said.perUnit;
  const done = { done: count(progress.milestone, language), all: count(terms.milestones, language) };
  return [
    [said.state, <OrderStateWord state={progress.state} />],
    [said.kind, wordFor(terms.kind, Kind, kindNames)],
    [said.tenure, terms.kind === Kind.LEASE && wordFor(terms.tenure, Tenure, tenureNames)],
    [said.capacity, <Word of={terms.capacityClass} />],
    [said.spec, <Word of={terms.spec} />],
    [said.requester, <Address of={opened.requester} />],
    [said.provider, priceWei > 0n && <a class="hex" href={href("compute", "provider", provider)}>{provider}</a>],
    [said.price, priceWei > 0n && <><Amount wei={priceWei} /> {per}</>],
    [said.priceMax, <><Amount wei={terms.priceMaxWei} /> {per}</>],
    [said.milestone, terms.kind === Kind.JOB && fill(said.milestoneOf, done)],
    [said.check, terms.kind === Kind.JOB && wordFor(terms.claim.level, Level, levelNames)],
    [said.claim, progress.claim > 0n && <a href={href("verification", progress.claim)}>{count(progress.claim, language)}</a>],
    [said.opened, <BlockLink number={opened.openedAt} />],
    [said.until, progress.until > 0n && progress.until < NEVER && <Height of={progress.until} />],
  ];
}

function Bids({ rows, perUnit }: { rows: readonly Bid[]; perUnit: string }) {
  const [said, names] = [useText(text), useText(bidStates)];
  const state = ({ record }: Bid) => <State value={record.state} of={BidState} names={names} tones={{ WON: "good", OPEN: "busy", BACKUP: "busy" }} />;
  const columns = [
    { title: said.bid, cell: (row: Bid) => row.number.toString() },
    { title: said.provider, cell: (row: Bid) => <Address of={row.record.provider} />, isMain: true },
    { title: said.state, cell: state },
    { title: said.price, cell: (row: Bid) => <><Amount wei={row.record.priceWei} /> {perUnit}</>, isNumber: true },
    { title: said.bond, cell: (row: Bid) => <Amount wei={row.record.bondWei} />, isNumber: true },
  ];
  return (
    <Section title={said.bids}>
      <Table caption={said.bids} columns={columns} rows={rows} keyOf={(row) => row.number.toString()} empty={said.noBids} />
    </Section>
  );
}

function Meter({ of }: { of: NonNullable<Found["meter"]> }) {
  const said = useText(text);
  const block = (height: bigint) => height > 0n && height < NEVER && <Height of={height} />;
  return (
    <Section title={said.meter}>
      <Facts
        rows={[
          [said.rate, <><Amount wei={of.rateWei} /> {said.perBlock}</>],
          [said.earned, <Amount wei={of.earnedWei} />],
          [said.claimable, <Amount wei={of.claimableWei} />],
          [said.held, <Amount wei={of.heldWei} />],
          [said.available, <Amount wei={of.availableWei} />],
          [said.depletes, block(of.depletesAt)],
          [said.heartbeat, block(of.heartbeatBy)],
          [said.ends, block(of.endsAt)],
        ]}
      />
    </Section>
  );
}

function Money({ found }: { found: Found }) {
  const said = useText(text);
  const { ledger } = found.order;
  const columns = [
    { title: said.funder, cell: (row: Funder) => <Address of={row.funder} />, isMain: true },
    { title: said.deposited, cell: (row: Funder) => <Amount wei={row.depositedWei} />, isNumber: true },
    { title: said.spent, cell: (row: Funder) => <Amount wei={row.spentWei} />, isNumber: true },
    { title: said.refunded, cell: (row: Funder) => <Amount wei={row.refundedWei} />, isNumber: true },
  ];
  return (
    <Section title={said.money}>
      <Facts
        rows={[
          [said.deposited, <Amount wei={ledger.depositedWei} />],
          [said.earned, <Amount wei={ledger.earnedWei} />],
          [said.refunded, <Amount wei={ledger.refundedWei} />],
          [said.reserve, <Amount wei={ledger.reserveWei} />],
        ]}
      />
      <Table caption={said.funders} columns={columns} rows={found.funders} keyOf={(row) => `${row.funder} ${row.policy}`} empty={said.none} />
    </Section>
  );
}

function Timeline({ rows }: { rows: readonly Step[] }) {
  const [said, names] = [useText(text), useText(reasons)];
  const numbered = rows.map((row, at) => ({ ...row, at })).reverse();
  type Row = (typeof numbered)[number];
  const columns = [
    { title: said.height, cell: (row: Row) => <BlockLink number={row.height} /> },
    { title: said.state, cell: (row: Row) => <OrderStateWord state={row.state} /> },
    { title: said.because, cell: (row: Row) => wordFor(row.reason, Reason, names), isMain: true },
  ];
  return (
    <Section title={said.timeline}>
      <Table caption={said.timeline} columns={columns} rows={numbered} keyOf={(row) => row.at} empty={said.none} />
    </Section>
  );
}
