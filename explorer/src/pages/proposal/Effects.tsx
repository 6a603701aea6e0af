// What a proposal does when it is carried out: parameters from old to new, a payment, a call.
import { Kind } from "@kumiai/governance";
import type { Proposal } from "../../data/governance";
import type { Parameter } from "../../data/parameters";
import { decodeCall } from "../../chain/decode";
import { modules } from "../../chain/modules";
import { href } from "../../router";
import { useText } from "../../text/language";
import { Amount } from "../../ui/Amount";
import { Facts } from "../../ui/Facts";
import { Foreign } from "../../ui/Foreign";
import { Address, Hex } from "../../ui/Links";
import { Section } from "../../ui/Page";
import { ParameterValue } from "../../ui/ParameterValue";
import { Sentence, Values } from "../../ui/Sentence";
import { Table } from "../../ui/Table";
import { text } from "../governance/text";

interface Props {
  readonly of: Proposal;
  readonly parameters: readonly Parameter[]; // of its changes, in their order
}

export function Effects({ of, parameters }: Props) {
  const said = useText(text);
  return <Section title={said.changes}>{effect(of, parameters)}</Section>;
}

function effect(of: Proposal, parameters: readonly Parameter[]) {
  switch (of.kind) {
    case Kind.PARAMETERS:
      return <Changes of={of} parameters={parameters} />;
    case Kind.TREASURY_SPEND:
      return <Payment of={of} />;
    case Kind.CALL:
      return <Call of={of} />;
    default:
      return <Other of={of} />;
  }
}

function Changes({ of, parameters }: Props) {
  const said = useText(text);
  const rows = of.changes.map((change, at) => ({ ...change, known: parameters[at] }));
  type Row = (typeof rows)[number];
  const shown = (row: Row, value: bigint) => <ParameterValue name={row.parameter} value={value} maximum={row.known?.maximum ?? 0n} />;
  const columns = [
    { title: said.parameter, cell: (row: Row) => <Named row={row} />, isMain: true },
    { title: said.old, cell: (row: Row) => shown(row, row.expected), isNumber: true },
    { title: said.fresh, cell: (row: Row) => <strong>{shown(row, row.value)}</strong>, isNumber: true },
  ];
  return <Table caption={said.changes} columns={columns} rows={rows} keyOf={(row) => row.parameter} empty={said.nothing} />;
}

function Named({ row }: { row: { parameter: string; known: Parameter | undefined } }) {
  return (
    <div>
      <a href={href("parameters", row.parameter)}>
        <code>{row.parameter}</code>
      </a>
      {row.known && <div class="aside">{row.known.doc}</div>}
    </div>
  );
}

function Payment({ of }: { of: Proposal }) {
  const said = useText(text);
  return (
    <p class="empty">
      {said.pays}: <Amount wei={of.amountWei} />, {said.to}: <Address of={of.recipient} />
    </p>
  );
}

/** A call as a sentence, by the same words as that of a transaction. */
function Call({ of }: { of: Proposal }) {
  const said = useText(text);
  const target = modules.find((module) => module.name === of.module);
  const decoded = target && decodeCall({ to: target.address, input: of.callData });
  if (!decoded) return <Facts rows={[[said.calls, <Foreign text={of.module} />], ["data", <Hex value={of.callData} />]]} />;
  return (
    <div class="empty">
      <p>
        <Sentence of={decoded} sender={target.address} />
      </p>
      <Values of={decoded} />
    </div>
  );
}

function Other({ of }: { of: Proposal }) {
  const said = useText(text);
  if (of.kind === Kind.CANCEL) {
    return (
      <p class="empty">
        {said.cancels} <a href={href("governance", of.targetId)}>{of.targetId.toString()}</a>
      </p>
    );
  }
  if (of.kind === Kind.RESUME) return <p class="empty">{said.resumes} <Foreign text={of.module} /></p>;
  return <p class="empty">{said.nothing}</p>;
}
