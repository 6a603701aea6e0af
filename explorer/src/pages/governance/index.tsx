// All proposals, newest first: what each is, where it stands, how many voted, until when.
import { Kind, Status } from "@kumiai/governance";
import { type Proposal, type Rules, count, proposals, statusEndsS } from "../../data/governance";
import { href } from "../../router";
import { useLanguage, useText } from "../../text/language";
import { kinds, statuses } from "../../text/members/governance";
import { basisPoints } from "../../text/numbers";
import { Answer } from "../../ui/Answer";
import { Begin } from "../../ui/Begin";
import { Foreign } from "../../ui/Foreign";
import { NumberedPager, pageIn } from "../../ui/NumberedPager";
import { Page, Section } from "../../ui/Page";
import { State, wordFor } from "../../ui/State";
import type { Tone } from "../../ui/Status";
import { type Column, Table } from "../../ui/Table";
import { Time } from "../../ui/Time";
import { useAsked } from "../../ui/asked";
import { useBeat } from "../../ui/refresh";
import type { PageProps } from "../index";
import { text } from "./text";

interface Row {
  readonly proposal: Proposal;
  readonly rules: Rules;
}

const TONES: Readonly<Partial<Record<keyof typeof Status, Tone>>> = {
  DEPOSIT: "busy",
  VOTING: "busy",
  TIMELOCK: "good",
  EXECUTED: "good",
  REJECTED: "bad",
  VETOED: "bad",
  FAILED_QUORUM: "bad",
  FAILED: "bad",
};

export default function Governance({ query }: PageProps) {
  const [said, page] = [useText(text), pageIn(query)];
  const asked = useAsked(() => proposals(page), [page, useBeat()]);
  return (
    <Page title={said.title} lead={said.lead}>
      <Section title={said.all}>
        <Answer of={asked}>
          {(found) => (
            <>
              <Proposals rows={found.items} />
              <NumberedPager label={said.all} path={href("governance")} page={found.page} pages={found.pages} />
            </>
          )}
        </Answer>
      </Section>
    </Page>
  );
}

function Proposals({ rows }: { rows: readonly Row[] }) {
  const said = useText(text);
  const keyOf = ({ proposal }: Row): string => proposal.id.toString();
  return <Table caption={said.all} columns={useColumns()} rows={rows} keyOf={keyOf} empty={<Begin command={said.begin} />} />;
}

function useColumns(): Column<Row>[] {
  const [said, names, language] = [useText(text), useText(kinds), useLanguage()];
  const turnout = ({ proposal, rules }: Row): string =>
    proposal.totalPowerWei === 0n ? "–" : basisPoints(count(proposal.tally, proposal.totalPowerWei, rules).turnoutBps, language);
  return [
    { title: said.number, cell: ({ proposal }) => proposal.id.toString() },
    { title: said.proposal, cell: ({ proposal }) => <Title of={proposal} />, isMain: true },
    { title: said.kind, cell: ({ proposal }) => wordFor(proposal.kind, Kind, names) },
    { title: said.status, cell: ({ proposal }) => <ProposalStatus of={proposal} /> },
    { title: said.turnout, cell: turnout, isNumber: true },
    { title: said.ends, cell: ({ proposal }) => <Time at_s={statusEndsS(proposal) ?? proposal.closedS} /> },
  ];
}

function Title({ of }: { of: Proposal }) {
  return (
    <a href={href("governance", of.id)}>
      <Foreign text={of.title} max={200} />
    </a>
  );
}

export function ProposalStatus({ of }: { of: Proposal }) {
  return <State value={of.status} of={Status} names={useText(statuses)} tones={TONES} />;
}
