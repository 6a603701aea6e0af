// One claim: what it is about, its phase and deadline, every round with those who sit in it.
import { Choice, Kind, Level, Side } from "@kumiai/verification";
import { zeroAddress } from "viem";
import { claim } from "../../data/verification";
import { useLanguage, useText } from "../../text/language";
import { choices, kinds, sides } from "../../text/members/verification";
import { levels } from "../../text/members/compute";
import { fill } from "../../text/fill";
import { basisPoints, count } from "../../text/numbers";
import { Amount } from "../../ui/Amount";
import { type Fact, Facts } from "../../ui/Facts";
import { Address, BlockLink, Hex } from "../../ui/Links";
import { Numbered } from "../../ui/Numbered";
import { Section } from "../../ui/Page";
import { wordFor } from "../../ui/State";
import { type Column, Table } from "../../ui/Table";
import type { PageProps } from "../index";
import { Deadline, Phase } from "../verification/index";
import { text } from "../verification/text";

type Found = Awaited<ReturnType<typeof claim>>;
type Round = Found["rounds"][number];
type Seat = Found["seats"][number][number];
type Evidence = Found["evidence"][number];
type Step = Found["timeline"][number];

export default function ClaimPage({ params }: PageProps) {
  const said = useText(text);
  return (
    <Numbered params={params} name={said.claim} unknown={said.unknown} ask={claim}>
      {(found) => (
        <>
          <Standing found={found} />
          <Rounds rows={found.rounds} />
          {found.seats.map((seats, at) => (
            <Seats key={at} rows={seats} round={at + 1} />
          ))}
          <EvidenceTable rows={found.evidence} />
          <Timeline rows={found.timeline} />
        </>
      )}
    </Numbered>
  );
}

function Standing({ found }: { found: Found }) {
  return <Facts rows={useFacts(found)} />;
}

function useFacts({ claim: { record, standing } }: Found): Fact[] {
  const [said, names, levelNames, language] = [useText(text), useText(kinds), useText(levels), useLanguage()];
  return [
    [said.state, <Phase state={standing.state} />],
    [said.deadline, <><Deadline of={standing} /> <span class="aside">{said.deadlineNote}</span></>],
    [said.outcomeNow, basisPoints(standing.outcomeBps, language)],
    [said.kind, wordFor(record.kind, Kind, names)],
    [said.asker, <Address of={record.asker} />],
    [said.subject, record.subject.toString()],
    [said.worker, <Address of={record.worker} whole />],
    [said.payer, <Address of={record.payer} whole />],
    [said.value, <Amount wei={record.valueWei} />],
    [said.fee, <Amount wei={standing.feeWei} />],
    [said.level, wordFor(record.terms.level, Level, levelNames)],
    [said.opened, <BlockLink number={record.opened} />],
    [said.seal, <Hex value={record.seal} whole />],
  ];
}

function Rounds({ rows }: { rows: readonly Round[] }) {
  const [said, sideNames, levelNames, choiceNames, language] = [useText(text), useText(sides), useText(levels), useText(choices), useLanguage()];
  const numbered = rows.map((row, at) => ({ ...row, at: at + 1 }));
  type Row = (typeof numbered)[number];
  const columns: Column<Row>[] = [
    { title: said.round, cell: ({ at }) => at },
    { title: said.level, cell: ({ level }) => wordFor(level, Level, levelNames), isMain: true },
    { title: said.challenger, cell: ({ challenger }) => (challenger === zeroAddress ? "–" : <Address of={challenger} />) },
    { title: said.wants, cell: ({ side }) => wordFor(side, Side, sideNames) },
    { title: said.bond, cell: ({ bondWei }) => <Amount wei={bondWei} />, isNumber: true },
    { title: said.voters, cell: ({ size }) => count(size, language), isNumber: true },
    { title: said.decided, cell: ({ choice }) => wordFor(choice, Choice, choiceNames) },
  ];
  return (
    <Section title={said.rounds}>
      <Table caption={said.rounds} columns={columns} rows={numbered} keyOf={(row) => row.at} empty={said.noRounds} />
    </Section>
  );
}

function Seats({ rows, round }: { rows: readonly Seat[]; round: number }) {
  const [said, names, language] = [useText(text), useText(choices), useLanguage()];
  if (rows.length === 0) return null;
  const title = fill(said.seats, { round: count(round, language) });
  const vote = ({ isOpened, choice, seal }: Seat): string => {
    if (isOpened) return wordFor(choice, Choice, names);
    return BigInt(seal) === 0n ? names.NONE : said.sealed;
  };
  const columns: Column<Seat>[] = [
    { title: said.voter, cell: ({ voter }) => <Address of={voter} />, isMain: true },
    { title: said.vote, cell: vote },
    { title: said.stake, cell: ({ stakeWei }) => <Amount wei={stakeWei} />, isNumber: true },
  ];
  return (
    <Section title={title}>
      <Table caption={title} columns={columns} rows={rows} keyOf={(row) => row.voter} empty={said.none} />
    </Section>
  );
}

function EvidenceTable({ rows }: { rows: readonly Evidence[] }) {
  const said = useText(text);
  const columns: Column<Evidence>[] = [
    { title: said.height, cell: ({ height }) => <BlockLink number={height} /> },
    { title: said.author, cell: ({ author }) => <Address of={author} /> },
    { title: said.digest, cell: ({ digest }) => <Hex value={digest} whole />, isMain: true },
  ];
  return (
    <Section title={said.evidence}>
      <Table caption={said.evidence} columns={columns} rows={rows} keyOf={(row) => row.digest + row.height} empty={said.none} />
    </Section>
  );
}

function Timeline({ rows }: { rows: readonly Step[] }) {
  const [said, language] = [useText(text), useLanguage()];
  const numbered = rows.map((row, at) => ({ ...row, at })).reverse();
  type Row = (typeof numbered)[number];
  const columns: Column<Row>[] = [
    { title: said.height, cell: ({ height }) => <BlockLink number={height} /> },
    { title: said.state, cell: ({ state }) => <Phase state={state} />, isMain: true },
    { title: said.outcome, cell: ({ outcomeBps }) => basisPoints(outcomeBps, language), isNumber: true },
  ];
  return (
    <Section title={said.timeline}>
      <Table caption={said.timeline} columns={columns} rows={numbered} keyOf={(row) => row.at} empty={said.none} />
    </Section>
  );
}
