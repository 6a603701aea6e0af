// One licence: whose it is, until when, what was paid, who sits in it, and how it was used.
import { licence } from "../../data/licensing";
import { useLanguage, useText } from "../../text/language";
import { count } from "../../text/numbers";
import { Amount } from "../../ui/Amount";
import { type Fact, Facts } from "../../ui/Facts";
import { Address, Hex } from "../../ui/Links";
import { Numbered } from "../../ui/Numbered";
import { Section } from "../../ui/Page";
import { type Column, Table } from "../../ui/Table";
import { Time } from "../../ui/Time";
import { AssetLink, LicenceStateWord } from "../data/index";
import { text } from "../data/text";
import type { PageProps } from "../index";

type Found = Awaited<ReturnType<typeof licence>>;
type Use = Found["uses"][number];

export default function LicencePage({ params }: PageProps) {
  const said = useText(text);
  return (
    <Numbered params={params} name={said.licence} unknown={said.unknownLicence} ask={licence}>
      {(found) => (
        <>
          <Standing found={found} />
          <Seats rows={found.seats} />
          <Uses rows={found.uses} />
        </>
      )}
    </Numbered>
  );
}

function Standing({ found }: { found: Found }) {
  return <Facts rows={useFacts(found)} />;
}

function useFacts({ licence: { record } }: Found): Fact[] {
  const [said, language] = [useText(text), useLanguage()];
  const { licence: of, ledger } = record;
  return [
    [said.state, <LicenceStateWord state={record.state} />],
    [said.asset, <AssetLink number={of.asset} />],
    [said.version, of.version.toString()],
    [said.offer, of.offer.toString()],
    [said.holder, <Address of={of.holder} whole />],
    [said.payer, <Address of={of.payer} />],
    [said.bought, <Time at_s={of.boughtS} absolute />],
    [said.until, of.untilS === 0n ? said.forEver : <Time at_s={of.untilS} absolute />],
    [said.paid, <Amount wei={ledger.paidWei} />],
    [said.earned, <Amount wei={ledger.earnedWei} />],
    [said.refunded, <Amount wei={ledger.refundedWei} />],
    [said.deposit, of.depositWei > 0n && <Amount wei={of.depositWei} />],
    [said.used, count(of.used, language)],
    [said.termsHash, <Hex value={of.termsHash} whole />],
  ];
}

function Seats({ rows }: { rows: readonly string[] }) {
  const said = useText(text);
  if (rows.length === 0) return null;
  const columns: Column<string>[] = [{ title: said.user, cell: (row) => <Address of={row} />, isMain: true }];
  return (
    <Section title={said.seats}>
      <Table caption={said.seats} columns={columns} rows={rows} keyOf={(row) => row} empty={said.none} />
    </Section>
  );
}

function Uses({ rows }: { rows: readonly Use[] }) {
  const [said, language] = [useText(text), useLanguage()];
  const numbered = rows.map((row, at) => ({ ...row, at })).reverse();
  type Row = (typeof numbered)[number];
  const columns: Column<Row>[] = [
    { title: said.time, cell: (row) => <Time at_s={row.atS} /> },
    { title: said.user, cell: (row) => <Address of={row.user} />, isMain: true },
    { title: said.count, cell: (row) => count(row.count, language), isNumber: true },
  ];
  return (
    <Section title={said.uses}>
      <Table caption={said.uses} columns={columns} rows={numbered} keyOf={(row) => row.at} empty={said.none} />
    </Section>
  );
}
