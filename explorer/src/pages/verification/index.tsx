// All claims, newest first: what they are about, in which phase they are, until when.
import { ClaimState, Kind } from "@kumiai/verification";
import { type Claim, claims } from "../../data/verification";
import { href } from "../../router";
import { useLanguage, useText } from "../../text/language";
import { claimStates, kinds } from "../../text/members/verification";
import { basisPoints } from "../../text/numbers";
import { Amount } from "../../ui/Amount";
import { Answer } from "../../ui/Answer";
import { Begin } from "../../ui/Begin";
import { Height } from "../../ui/Height";
import { Address } from "../../ui/Links";
import { NumberedPager, pageIn } from "../../ui/NumberedPager";
import { Page, Section } from "../../ui/Page";
import { State, wordFor } from "../../ui/State";
import type { Tone } from "../../ui/Status";
import { type Column, Table } from "../../ui/Table";
import { useAsked } from "../../ui/asked";
import { useBeat } from "../../ui/refresh";
import type { PageProps } from "../index";
import { text } from "./text";

const TONES: Readonly<Partial<Record<keyof typeof ClaimState, Tone>>> = {
  COMMITTED: "busy",
  REVEALED: "busy",
  CHALLENGED: "bad",
  EVIDENCE: "bad",
  DRAWING: "bad",
  VOTING: "bad",
  OPENING: "bad",
  BISECTING: "bad",
  RULED: "good",
  EXECUTED: "good",
};

export default function Verification({ query }: PageProps) {
  const [said, page] = [useText(text), pageIn(query)];
  const asked = useAsked(() => claims(page), [page, useBeat()]);
  return (
    <Page title={said.title} lead={said.lead}>
      <Section title={said.claims}>
        <Answer of={asked}>
          {(found) => (
            <>
              <Claims rows={found.items} />
              <NumberedPager label={said.claims} path={href("verification")} page={found.page} pages={found.pages} />
            </>
          )}
        </Answer>
      </Section>
    </Page>
  );
}

function Claims({ rows }: { rows: readonly Claim[] }) {
  const [said, names, language] = [useText(text), useText(kinds), useLanguage()];
  const columns: Column<Claim>[] = [
    { title: said.claim, cell: ({ number }) => <a class="number" href={href("verification", number)}>{number.toString()}</a> },
    { title: said.kind, cell: ({ record }) => wordFor(record.kind, Kind, names), isMain: true },
    { title: said.state, cell: ({ standing }) => <Phase state={standing.state} /> },
    { title: said.worker, cell: ({ record }) => <Address of={record.worker} /> },
    { title: said.value, cell: ({ record }) => <Amount wei={record.valueWei} />, isNumber: true },
    { title: said.outcome, cell: ({ standing }) => basisPoints(standing.outcomeBps, language), isNumber: true },
    { title: said.deadline, cell: ({ standing }) => <Deadline of={standing} />, isNumber: true },
  ];
  return <Table caption={said.claims} columns={columns} rows={rows} keyOf={(row) => row.number.toString()} empty={<Begin command={said.begin} />} />;
}

export function Phase({ state }: { state: number }) {
  return <State value={state} of={ClaimState} names={useText(claimStates)} tones={TONES} />;
}

/** When the present phase ends; a dash where nothing waits. */
export function Deadline({ of }: { of: Claim["standing"] }) {
  return of.deadline === 0n || of.state === ClaimState.EXECUTED ? <>–</> : <Height of={of.deadline} />;
}
