// One model: every price list it had, has and will have, its use, and who earns by it.
import { Refused } from "../../chain/read";
import { model } from "../../data/models";
import { useLanguage, useText } from "../../text/language";
import { fill } from "../../text/fill";
import { visible } from "../../text/foreign";
import { basisPoints, count } from "../../text/numbers";
import { Amount } from "../../ui/Amount";
import { Answer } from "../../ui/Answer";
import { type Fact, Facts } from "../../ui/Facts";
import { Foreign } from "../../ui/Foreign";
import { Address } from "../../ui/Links";
import { Page, Section } from "../../ui/Page";
import { type Column, Table } from "../../ui/Table";
import { Time } from "../../ui/Time";
import { useAsked } from "../../ui/asked";
import { useBeat } from "../../ui/refresh";
import type { PageProps } from "../index";
import { ModelStatusWord } from "../models/index";
import { text } from "../models/text";
import { Prices } from "./Prices";
import { Use } from "./Use";

type Found = Awaited<ReturnType<typeof model>>;
type Meter = Found["tariff"]["meters"][number];

export default function ModelPage({ params }: PageProps) {
  const said = useText(text);
  const id = params["id"] ?? "";
  const asked = useAsked(() => model(id, Math.floor(Date.now() / 1_000)), [id, useBeat()]);
  const title = `${said.model} ${visible(id).slice(0, 80)}`;
  if (asked.error instanceof Refused) return <Page title={title}>{said.unknown}</Page>;
  return (
    <Page title={title}>
      <Answer of={asked}>{(found) => <Known found={found} />}</Answer>
    </Page>
  );
}

function Known({ found }: { found: Found }) {
  const said = useText(text);
  return (
    <>
      <Facts rows={useFacts(found)} />
      <Prices versions={found.versions} />
      <Section title={said.split} aside={<span class="aside">{said.splitOf}</span>}>
        <Facts rows={useSplit(found)} />
      </Section>
      <Use of={found.model.usage} days={found.days} />
      <Meters rows={found.tariff?.meters ?? []} />
      <Providers rows={found.providers} />
    </>
  );
}

function useFacts({ model: of, demand }: Found): Fact[] {
  const [said, language] = [useText(text), useLanguage()];
  return [
    [said.status, <ModelStatusWord status={of.status} />],
    [said.author, <Address of={of.author} whole />],
    [said.card, <Foreign text={of.metadataUri} />],
    [said.registered, <Time at_s={of.registeredS} absolute />],
    [said.deprecated, of.deprecatedS > 0n && <Time at_s={of.deprecatedS} absolute />],
    [said.factor, demand.factorBps > 0n && basisPoints(demand.factorBps, language)],
    [said.payments, count(of.usage.payments, language)],
    [said.tokens, fill(said.tokensOf, { read: count(of.usage.inputTokens, language), written: count(of.usage.outputTokens, language) })],
    [said.charged, <Amount wei={of.usage.chargedWei} />],
  ];
}

function useSplit({ model: { terms }, tariff }: Found): Fact[] {
  const [said, language] = [useText(text), useLanguage()];
  const { split } = terms;
  return [
    [said.fee, tariff && basisPoints(tariff.protocolFeeBps, language)],
    [said.authorShare, basisPoints(split.authorBps, language)],
    [said.infrastructure, <>{basisPoints(split.infrastructureBps, language)} <Address of={split.infrastructure} /></>],
    [said.referrer, basisPoints(split.referrerBps, language)],
  ];
}

function Meters({ rows }: { rows: readonly Meter[] }) {
  const [said, language] = [useText(text), useLanguage()];
  const columns: Column<Meter>[] = [
    { title: said.meter, cell: ({ name }) => <Foreign text={name} max={40} />, isMain: true },
    { title: said.price, cell: ({ priceWei }) => <Amount wei={priceWei} />, isNumber: true },
    { title: said.per, cell: ({ scale }) => count(scale, language), isNumber: true },
  ];
  return (
    <Section title={said.meters}>
      <Table caption={said.meters} columns={columns} rows={rows} keyOf={(row) => row.name} empty={said.noMeters} />
    </Section>
  );
}

function Providers({ rows }: { rows: readonly string[] }) {
  const said = useText(text);
  const columns: Column<string>[] = [{ title: said.provider, cell: (row) => <Address of={row} whole />, isMain: true }];
  return (
    <Section title={said.providers}>
      <Table caption={said.providers} columns={columns} rows={rows} keyOf={(row) => row} empty={said.noProviders} />
    </Section>
  );
}
