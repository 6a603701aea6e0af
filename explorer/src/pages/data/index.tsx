// The market of data: data sets and licences, newest first.
import { AssetState, LicenceState, TagState } from "@kumiai/licensing";
import { type Asset, type Licence, assets, licences } from "../../data/licensing";
import { href } from "../../router";
import { useLanguage, useText } from "../../text/language";
import { assetStates, licenceStates, tagStates } from "../../text/members/licensing";
import { count } from "../../text/numbers";
import { Amount } from "../../ui/Amount";
import { Answer } from "../../ui/Answer";
import { Begin } from "../../ui/Begin";
import { Foreign } from "../../ui/Foreign";
import { Address } from "../../ui/Links";
import { NumberedPager, pageIn } from "../../ui/NumberedPager";
import { Page, Section } from "../../ui/Page";
import { State } from "../../ui/State";
import { type Column, Table } from "../../ui/Table";
import { Time } from "../../ui/Time";
import { useAsked } from "../../ui/asked";
import { useBeat } from "../../ui/refresh";
import type { PageProps } from "../index";
import { text } from "./text";

export default function Data({ query }: PageProps) {
  const [said, page, beat] = [useText(text), pageIn(query), useBeat()];
  const sets = useAsked(() => assets(page), [page, beat]);
  const sold = useAsked(() => licences(1), [beat]);
  return (
    <Page title={said.title} lead={said.lead}>
      <Section title={said.assets}>
        <Answer of={sets}>
          {(found) => (
            <>
              <Assets rows={found.items} />
              <NumberedPager label={said.assets} path={href("data")} page={found.page} pages={found.pages} />
            </>
          )}
        </Answer>
      </Section>
      <Section title={said.sales}>
        <Answer of={sold}>{(found) => <Licences rows={found.items} />}</Answer>
      </Section>
    </Page>
  );
}

function Assets({ rows }: { rows: readonly Asset[] }) {
  const said = useText(text);
  return <Table caption={said.assets} columns={useColumns()} rows={rows} keyOf={(row) => row.number.toString()} empty={<Begin command={said.begin} />} />;
}

function useColumns(): Column<Asset>[] {
  const [said, language] = [useText(text), useLanguage()];
  return [
    { title: said.number, cell: ({ number }) => <AssetLink number={number} /> },
    { title: said.where, cell: ({ newest }) => <Foreign text={newest.uri} max={60} />, isMain: true },
    { title: said.owner, cell: ({ record }) => <Address of={record.asset.owner} /> },
    { title: said.state, cell: ({ record }) => <AssetStateWord state={record.asset.state} /> },
    { title: said.tag, cell: ({ record }) => <TagWord state={record.overlay.tag} /> },
    { title: said.versions, cell: ({ record }) => count(record.asset.versions, language), isNumber: true },
    { title: said.received, cell: ({ record }) => <Amount wei={record.vault.receivedWei} />, isNumber: true },
  ];
}

export function AssetLink({ number }: { number: bigint }) {
  return (
    <a class="number" href={href("data", number)}>
      {number.toString()}
    </a>
  );
}

export function LicenceLink({ number }: { number: bigint }) {
  return (
    <a class="number" href={href("data", "licence", number)}>
      {number.toString()}
    </a>
  );
}

export function AssetStateWord({ state }: { state: number }) {
  return <State value={state} of={AssetState} names={useText(assetStates)} tones={{ LISTED: "good", PAUSED: "busy", DRAFT: "busy" }} />;
}

/** Whether somebody holds something against a data set; a dash where nobody does. */
export function TagWord({ state }: { state: number }) {
  const names = useText(tagStates);
  if (state === TagState.CLEAN) return <>–</>;
  return <State value={state} of={TagState} names={names} tones={{ CHALLENGED: "busy", TAGGED: "bad" }} />;
}

export function LicenceStateWord({ state }: { state: number }) {
  const tones = { ACTIVE: "good", PENDING: "busy", GRACE: "busy", OVERDUE: "bad", SUSPENDED: "bad", REVOKED: "bad" } as const;
  return <State value={state} of={LicenceState} names={useText(licenceStates)} tones={tones} />;
}

export function Licences({ rows }: { rows: readonly Licence[] }) {
  const said = useText(text);
  const columns: Column<Licence>[] = [
    { title: said.licence, cell: ({ number }) => <LicenceLink number={number} /> },
    { title: said.asset, cell: ({ record }) => <AssetLink number={record.licence.asset} /> },
    { title: said.holder, cell: ({ record }) => <Address of={record.licence.holder} />, isMain: true },
    { title: said.state, cell: ({ record }) => <LicenceStateWord state={record.state} /> },
    { title: said.paid, cell: ({ record }) => <Amount wei={record.ledger.paidWei} />, isNumber: true },
    { title: said.bought, cell: ({ record }) => <Time at_s={record.licence.boughtS} /> },
  ];
  return <Table caption={said.sales} columns={columns} rows={rows} keyOf={(row) => row.number.toString()} empty={<Begin command={said.beginLicence} />} />;
}
