// Parts of the parameters' pages: bounds, step, and the changes that are on their way.
import { Status } from "@kumiai/governance";
import type { Parameter, Pending } from "../../data/parameters";
import { href } from "../../router";
import { useText } from "../../text/language";
import { statuses } from "../../text/members/governance";
import { BlockLink } from "../../ui/Links";
import { ParameterValue } from "../../ui/ParameterValue";
import { State } from "../../ui/State";
import { Table } from "../../ui/Table";
import { text } from "../parameters/text";

export function Bounds({ of }: { of: Parameter }) {
  const shown = (value: bigint) => <ParameterValue name={of.name} value={value} maximum={of.maximum} />;
  if (of.maximum >= 2n ** 160n - 1n) return <>–</>;
  return (
    <>
      {shown(of.minimum)} – {shown(of.maximum)}
    </>
  );
}

export function Step({ of }: { of: Parameter }) {
  const said = useText(text);
  if (of.step === 0n) return <span class="aside">{said.noStep}</span>;
  return <ParameterValue name={of.name} value={of.step} maximum={of.maximum} />;
}

interface PendingProps {
  readonly rows: readonly Pending[];
  readonly maximumOf: (name: string) => bigint;
}

export function PendingTable({ rows, maximumOf }: PendingProps) {
  const [said, names] = [useText(text), useText(statuses)];
  const shown = (row: Pending, value: bigint) => <ParameterValue name={row.parameter} value={value} maximum={maximumOf(row.parameter)} />;
  const columns = [
    { title: said.parameter, cell: (row: Pending) => <a href={href("parameters", row.parameter)}><code>{row.parameter}</code></a>, isMain: true },
    { title: said.old, cell: (row: Pending) => shown(row, row.expected), isNumber: true },
    { title: said.fresh, cell: (row: Pending) => <strong>{shown(row, row.value)}</strong>, isNumber: true },
    { title: said.proposal, cell: (row: Pending) => <Origin of={row} names={names} /> },
    { title: said.effective, cell: (row: Pending) => (row.effectiveHeight === undefined ? "–" : <BlockLink number={row.effectiveHeight} />), isNumber: true },
  ];
  const keyOf = (row: Pending): string => `${row.proposalId} ${row.parameter}`;
  return <Table caption={said.pending} columns={columns} rows={rows} keyOf={keyOf} empty={said.noPending} />;
}

function Origin({ of, names }: { of: Pending; names: Readonly<Record<keyof typeof Status, string>> }) {
  return (
    <>
      <a href={href("governance", of.proposalId)}>{of.proposalId.toString()}</a> <State value={of.status} of={Status} names={names} />
    </>
  );
}
