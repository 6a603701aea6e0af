// One data set: its versions and family, its offers, what was sold of it, and what is held against it.
import { CaseKind, CaseState, Kind, OfferState, Tag } from "@kumiai/licensing";
import { asset } from "../../data/licensing";
import { href } from "../../router";
import { useLanguage, useText } from "../../text/language";
import { caseKinds, caseStates, kinds, offerStates, tags } from "../../text/members/licensing";
import { basisPoints, count, duration } from "../../text/numbers";
import { Amount } from "../../ui/Amount";
import { Begin } from "../../ui/Begin";
import { type Fact, Facts } from "../../ui/Facts";
import { Foreign } from "../../ui/Foreign";
import { Address, Hex } from "../../ui/Links";
import { Numbered } from "../../ui/Numbered";
import { Section } from "../../ui/Page";
import { State, wordFor } from "../../ui/State";
import { type Column, Table } from "../../ui/Table";
import { Time } from "../../ui/Time";
import { AssetLink, AssetStateWord, Licences, TagWord } from "../data/index";
import { text } from "../data/text";
import type { PageProps } from "../index";

type Found = Awaited<ReturnType<typeof asset>>;
type Version = Found["versions"][number];
type Offer = Found["offers"][number];
type Dispute = Found["disputes"][number];
type Child = Found["children"][number];

export default function AssetPage({ params }: PageProps) {
  const said = useText(text);
  return (
    <Numbered params={params} name={said.asset} unknown={said.unknownAsset} ask={asset}>
      {(found) => (
        <>
          <Standing found={found} />
          <Offers rows={found.offers} />
          <Section title={said.sales}>
            <Licences rows={found.sold} />
          </Section>
          <Versions rows={found.versions} />
          <Children rows={found.children} />
          <Disputes rows={found.disputes} />
        </>
      )}
    </Numbered>
  );
}

function Standing({ found }: { found: Found }) {
  return <Facts rows={useFacts(found)} />;
}

function useFacts({ asset: { record, newest } }: Found): Fact[] {
  const said = useText(text);
  const { vault } = record;
  return [
    [said.state, <AssetStateWord state={record.asset.state} />],
    [said.tag, <TagWord state={record.overlay.tag} />],
    [said.owner, <Address of={record.asset.owner} whole />],
    [said.where, <Foreign text={newest.uri} />],
    [said.content, <Hex value={newest.content} whole />],
    [said.schema, <Hex value={newest.schema} whole />],
    [said.bond, <Amount wei={record.asset.bondWei} />],
    [said.received, <Amount wei={vault.receivedWei} />],
    [said.claimed, <Amount wei={vault.claimedWei} />],
    [said.claimable, <Amount wei={vault.claimableWei} />],
    [said.escrow, vault.escrowWei > 0n && <Amount wei={vault.escrowWei} />],
  ];
}

function Offers({ rows }: { rows: readonly Offer[] }) {
  const [said, kindNames, stateNames, language] = [useText(text), useText(kinds), useText(offerStates), useLanguage()];
  const columns: Column<Offer>[] = [
    { title: said.offer, cell: ({ number }) => number.toString() },
    { title: said.kind, cell: ({ record }) => wordFor(record.terms.kind, Kind, kindNames), isMain: true },
    { title: said.state, cell: ({ record }) => <State value={record.offer.state} of={OfferState} names={stateNames} tones={{ ACTIVE: "good" }} /> },
    { title: said.price, cell: ({ record }) => <Amount wei={record.terms.priceWei} />, isNumber: true },
    { title: said.deposit, cell: ({ record }) => <Amount wei={record.terms.depositWei} />, isNumber: true },
    { title: said.term, cell: ({ record }) => (record.terms.durationS === 0n ? said.forEver : duration(record.terms.durationS, language)) },
    { title: said.royalty, cell: ({ record }) => (record.terms.isDerivable ? basisPoints(record.terms.royaltyBps, language) : "–"), isNumber: true },
    { title: said.sold, cell: ({ record }) => count(record.offer.sold, language), isNumber: true },
  ];
  return (
    <Section title={said.offers}>
      <Table caption={said.offers} columns={columns} rows={rows} keyOf={(row) => row.number.toString()} empty={<Begin command={said.beginOffer} />} />
    </Section>
  );
}

function Versions({ rows }: { rows: readonly Version[] }) {
  const [said, language] = [useText(text), useLanguage()];
  const columns: Column<Version>[] = [
    { title: said.version, cell: ({ number }) => number.toString() },
    { title: said.where, cell: ({ record }) => <Foreign text={record.uri} max={60} />, isMain: true },
    { title: said.content, cell: ({ record }) => <Hex value={record.content} /> },
    { title: said.published, cell: ({ record }) => <Time at_s={record.publishedS} /> },
    { title: said.stack, cell: ({ record }) => basisPoints(record.stackBps, language), isNumber: true },
    { title: said.parents, cell: ({ parents }) => <Parents of={parents} /> },
  ];
  return (
    <Section title={said.versions}>
      <Table caption={said.versions} columns={columns} rows={rows} keyOf={(row) => row.number.toString()} empty={said.none} />
    </Section>
  );
}

function Parents({ of }: { of: Version["parents"] }) {
  if (of.length === 0) return <>–</>;
  return (
    <>
      {of.map((parent, at) => (
        <span key={at}>
          {at > 0 && ", "}
          <AssetLink number={parent.asset} />
        </span>
      ))}
    </>
  );
}

function Children({ rows }: { rows: readonly Child[] }) {
  const said = useText(text);
  const columns: Column<Child>[] = [
    { title: said.asset, cell: (row) => <AssetLink number={row.asset} />, isMain: true },
    { title: said.version, cell: (row) => row.version.toString(), isNumber: true },
  ];
  return (
    <Section title={said.children}>
      <Table caption={said.children} columns={columns} rows={rows} keyOf={(row) => `${row.asset} ${row.version}`} empty={said.none} />
    </Section>
  );
}

function Disputes({ rows }: { rows: readonly Dispute[] }) {
  const [said, kindNames, stateNames, tagNames] = [useText(text), useText(caseKinds), useText(caseStates), useText(tags)];
  const columns: Column<Dispute>[] = [
    { title: said.dispute, cell: ({ number }) => number.toString() },
    { title: said.kind, cell: ({ record }) => wordFor(record.kind, CaseKind, kindNames) },
    { title: said.against, cell: ({ record }) => wordFor(record.tag, Tag, tagNames), isMain: true },
    { title: said.state, cell: ({ record }) => <State value={record.state} of={CaseState} names={stateNames} tones={{ OPEN: "busy" }} /> },
    { title: said.by, cell: ({ record }) => <Address of={record.challenger} /> },
    { title: said.claim, cell: ({ record }) => <a href={href("verification", record.claim)}>{record.claim.toString()}</a>, isNumber: true },
  ];
  return (
    <Section title={said.disputes}>
      <Table caption={said.disputes} columns={columns} rows={rows} keyOf={(row) => row.number.toString()} empty={said.none} />
    </Section>
  );
}
