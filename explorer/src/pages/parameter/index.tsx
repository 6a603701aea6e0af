// One parameter: what it means, how it may change, how it did, and what will change it.
import { Scope } from "@kumiai/governance";
import { Refused } from "../../chain/read";
import { parameter } from "../../data/parameters";
import { href } from "../../router";
import { useLanguage, useText } from "../../text/language";
import { scopes } from "../../text/members/governance";
import { fill } from "../../text/fill";
import { visible } from "../../text/foreign";
import { duration } from "../../text/numbers";
import { Answer } from "../../ui/Answer";
import { type Fact, Facts } from "../../ui/Facts";
import { BlockLink } from "../../ui/Links";
import { Page, Section } from "../../ui/Page";
import { ParameterValue } from "../../ui/ParameterValue";
import { wordFor } from "../../ui/State";
import { Table } from "../../ui/Table";
import { Time } from "../../ui/Time";
import { useAsked } from "../../ui/asked";
import type { PageProps } from "../index";
import { text } from "../parameters/text";
import { Bounds, PendingTable, Step } from "./parts";

type Found = Awaited<ReturnType<typeof parameter>>;
type Change = Found["history"][number];

export default function ParameterPage({ params }: PageProps) {
  const said = useText(text);
  const name = params["name"] ?? "";
  const asked = useAsked(() => parameter(name), [name]);
  const title = visible(name).slice(0, 80);
  if (asked.error instanceof Refused) return <Page title={title}>{said.unknown}</Page>;
  return (
    <Page title={title} lead={asked.value?.parameter.doc}>
      <Answer of={asked}>{(found) => <Known found={found} />}</Answer>
    </Page>
  );
}

function Known({ found }: { found: Found }) {
  const said = useText(text);
  const { name, maximum } = found.parameter;
  return (
    <>
      <Facts rows={useFacts(found)} />
      <Section title={said.pending}>
        <PendingTable rows={found.pending} maximumOf={() => maximum} />
        <p class="aside">
          <code>{fill(said.propose, { name })}</code>
        </p>
      </Section>
      <Section title={said.history}>
        <History found={found} />
      </Section>
    </>
  );
}

function useFacts({ parameter: of }: Found): Fact[] {
  const [said, names, language] = [useText(text), useText(scopes), useLanguage()];
  return [
    [said.value, <strong><ParameterValue name={of.name} value={of.value} maximum={of.maximum} /></strong>],
    [said.bounds, <Bounds of={of} />],
    [said.step, <Step of={of} />],
    [said.cooldown, of.cooldownS === 0n ? said.noCooldown : duration(of.cooldownS, language)],
    [said.counts, wordFor(of.scope, Scope, names)],
    [said.changed, of.changedAtS === 0n ? said.never : <Time at_s={of.changedAtS} absolute />],
  ];
}

function History({ found }: { found: Found }) {
  const said = useText(text);
  const { name, maximum } = found.parameter;
  const shown = (value: bigint) => <ParameterValue name={name} value={value} maximum={maximum} />;
  const columns = [
    { title: said.height, cell: (row: Change) => <BlockLink number={row.height} /> },
    { title: said.time, cell: (row: Change) => <Time at_s={row.timeS} absolute />, isMain: true },
    { title: said.old, cell: (row: Change) => shown(row.old), isNumber: true },
    { title: said.fresh, cell: (row: Change) => shown(row.new_), isNumber: true },
    { title: said.proposal, cell: (row: Change) => <a href={href("governance", row.proposalId)}>{row.proposalId.toString()}</a> },
  ];
  return <Table caption={said.history} columns={columns} rows={found.history} keyOf={(row) => row.height.toString()} empty={said.noHistory} />;
}
