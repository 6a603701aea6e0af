// Who voted how, with which power.
import { Option } from "@kumiai/governance";
import type { proposal } from "../../data/governance";
import { useLanguage, useText } from "../../text/language";
import { options } from "../../text/members/governance";
import { basisPoints } from "../../text/numbers";
import { Amount } from "../../ui/Amount";
import { Address } from "../../ui/Links";
import { Section } from "../../ui/Page";
import { wordFor } from "../../ui/State";
import { Table } from "../../ui/Table";
import { text } from "../governance/text";

type Row = Awaited<ReturnType<typeof proposal>>["votes"][number];
export type Choice = Row["options"];

export function Votes({ rows }: { rows: readonly Row[] }) {
  const said = useText(text);
  const columns = [
    { title: said.voter, cell: (row: Row) => <Address of={row.voter} />, isMain: true },
    { title: said.option, cell: (row: Row) => <Chosen of={row.options} /> },
    { title: said.power, cell: (row: Row) => <Amount wei={row.powerWei} />, isNumber: true },
  ];
  return (
    <Section title={said.votes}>
      <Table caption={said.votes} columns={columns} rows={rows} keyOf={(row) => row.voter} empty={said.noVotes} />
    </Section>
  );
}

/** A vote in words; one that is spread over several options says the share of each. */
export function Chosen({ of }: { of: Choice }) {
  const [names, language] = [useText(options), useLanguage()];
  const words = of.map(({ option, weightBps }) => {
    const name = wordFor(option, Option, names);
    return of.length === 1 ? name : `${name} ${basisPoints(weightBps, language)}`;
  });
  return <>{words.join(", ")}</>;
}
