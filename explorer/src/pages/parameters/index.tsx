// Every module's parameters: value, bounds, step, cooldown and meaning, with what will change them.
import { useState } from "preact/hooks";
import { nameOf } from "../../chain/addresses";
import { modules } from "../../chain/modules";
import { type Parameter, type Parameters, type Pending, parameters } from "../../data/parameters";
import { href } from "../../router";
import { type Language, useLanguage, useText } from "../../text/language";
import { count } from "../../text/numbers";
import { Answer } from "../../ui/Answer";
import { Page, Section } from "../../ui/Page";
import { ParameterValue } from "../../ui/ParameterValue";
import { Status } from "../../ui/Status";
import { type Column, Table } from "../../ui/Table";
import { useAsked } from "../../ui/asked";
import type { PageProps } from "../index";
import { Bounds, PendingTable, Step } from "../parameter/parts";
import { text } from "./text";

export default function ParametersPage({ query }: PageProps) {
  const said = useText(text);
  const asked = useAsked(parameters, []);
  return (
    <Page title={said.title} lead={said.lead}>
      <Answer of={asked}>{(found) => <Found found={found} module={query.get("module") ?? ""} />}</Answer>
    </Page>
  );
}

/** One module's parameters, or those of all that fit what the reader looks for; else the modules. */
function Found({ found, module }: { found: Parameters; module: string }) {
  const [said, language] = [useText(text), useLanguage()];
  const [wanted, setWanted] = useState("");
  const maxima = new Map([...found.byModule.values()].flat().map((item) => [item.name, item.maximum]));
  const chosen = [...found.byModule].filter(([name]) => wanted !== "" || name === module);
  const shown = chosen.map(([name, all]) => ({ name, all: all.filter((item) => fits(item, wanted)) })).filter(({ all }) => all.length > 0);
  return (
    <>
      <Section title={said.pending}>
        <PendingTable rows={[...found.pending.values()].flat()} maximumOf={(name) => maxima.get(name) ?? 0n} />
      </Section>
      <label class="filter">
        <span>{said.filter}</span>
        <input type="search" value={wanted} onInput={(event) => setWanted(event.currentTarget.value)} />
      </label>
      {wanted !== "" && shown.length === 0 && <p class="empty">{said.none}</p>}
      {shown.map(({ name, all }) => (
        <Group key={name} title={labelOf(name, language)} all={all} pending={found.pending} />
      ))}
      {wanted === "" && <Modules found={found} />}
    </>
  );
}

function Modules({ found: { byModule, pending } }: { found: Parameters }) {
  const [said, language] = [useText(text), useLanguage()];
  const rows = [...byModule].map(([name, all]) => ({ name, all, waiting: all.flatMap((item) => pending.get(item.name) ?? []) }));
  type Row = (typeof rows)[number];
  const columns: Column<Row>[] = [
    { title: said.module, cell: ({ name }) => <a href={`#/parameters?module=${name}`}>{labelOf(name, language)}</a>, isMain: true },
    { title: said.count, cell: ({ all }) => count(all.length, language), isNumber: true },
    { title: said.onTheWay, cell: ({ waiting }) => (waiting.length === 0 ? "–" : count(waiting.length, language)), isNumber: true, isMinor: true },
  ];
  return (
    <Section title={said.modules}>
      <Table caption={said.modules} columns={columns} rows={rows} keyOf={(row) => row.name} empty="" />
    </Section>
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
    { title: said.bounds, cell: (row) => <Bounds of={row} />, isNumber: true, isMinor: true },
    { title: said.step, cell: (row) => <Step of={row} />, isNumber: true, isMinor: true },
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
