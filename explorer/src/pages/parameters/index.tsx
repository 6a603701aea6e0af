// Every module's parameters: value, bounds, step, cooldown and meaning, with what will change them.
import { useState } from "preact/hooks";
import { nameOf } from "../../chain/addresses";
import { modules } from "../../chain/modules";
import { type Parameter, type Parameters, type Pending, parameters } from "../../data/parameters";
import { href } from "../../router";
import { type Language, useLanguage, useText } from "../../text/language";
import { Answer } from "../../ui/Answer";
import { Page, Section } from "../../ui/Page";
import { ParameterValue } from "../../ui/ParameterValue";
import { Status } from "../../ui/Status";
import { type Column, Table } from "../../ui/Table";
import { useAsked } from "../../ui/asked";
import { Bounds, PendingTable, Step } from "../parameter/parts";
import { text } from "./text";

export default function ParametersPage() {
  const said = useText(text);
  const asked = useAsked(parameters, []);
  return (
    <Page title={said.title} lead={said.lead}>
      <Answer of={asked}>{(found) => <Found found={found} />}</Answer>
    </Page>
  );
}

function Found({ found }: { found: Parameters }) {
  const [said, language] = [useText(text), useLanguage()];
  const [wanted, setWanted] = useState("");
  const pending = [...found.pending.values()].flat();
  const maxima = new Map([...found.byModule.values()].flat().map((item) => [item.name, item.maximum]));
  const groups = [...found.byModule].map(([module, all]) => ({ module, all: all.filter((item) => fits(item, wanted)) }));
  const shown = groups.filter(({ all }) => all.length > 0);
  return (
    <>
      <Section title={said.pending}>
        <PendingTable rows={pending} maximumOf={(name) => maxima.get(name) ?? 0n} />
      </Section>
      <label class="filter">
        <span>{said.filter}</span>
        <input type="search" value={wanted} onInput={(event) => setWanted(event.currentTarget.value)} />
      </label>
      {shown.length === 0 && <p class="empty">{said.none}</p>}
      {shown.map(({ module, all }) => (
        <Group key={module} title={labelOf(module, language)} all={all} pending={found.pending} />
      ))}
    </>
  );
}

interface GroupProps {
  readonly title: string;
  readonly all: readonly Parameter[];
  readonly pending: Parameters["pending"];
}

function Group({ title, all, pending }: GroupProps) {
  return (
    <Section title={title}>
      <Table caption={title} columns={useColumns(pending)} rows={all} keyOf={(row) => row.name} empty="" />
    </Section>
  );
}

function fits(item: Parameter, wanted: string): boolean {
  const sought = wanted.trim().toLowerCase();
  return item.name.toLowerCase().includes(sought) || item.doc.toLowerCase().includes(sought);
}

function useColumns(pending: ReadonlyMap<string, readonly Pending[]>): Column<Parameter>[] {
  const said = useText(text);
  return [
    { title: said.parameter, cell: (row) => <Named of={row} isPending={pending.has(row.name)} />, isMain: true },
    { title: said.value, cell: (row) => <ParameterValue name={row.name} value={row.value} maximum={row.maximum} />, isNumber: true },
    { title: said.bounds, cell: (row) => <Bounds of={row} />, isNumber: true },
    { title: said.step, cell: (row) => <Step of={row} />, isNumber: true },
  ];
}

function Named({ of, isPending }: { of: Parameter; isPending: boolean }) {
  const said = useText(text);
  return (
    <div>
      <a href={href("parameters", of.name)}>
        <code>{of.name}</code>
      </a>{" "}
      {isPending && <Status tone="busy">{said.pendingShort}</Status>}
      <div class="aside">{of.doc}</div>
    </div>
  );
}

function labelOf(module: string, language: Language): string {
  const address = modules.find((known) => known.name === module)?.address;
  return (address && nameOf(address)?.label[language]) ?? module;
}
