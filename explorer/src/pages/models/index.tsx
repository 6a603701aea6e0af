// The market of models: all that are registered with their prices of now, and the newest channels.
import { ChannelState, ModelStatus } from "@kumiai/modelFees";
import { type Model, channels, models, usageOfAll } from "../../data/models";
import { href } from "../../router";
import { useLanguage, useText } from "../../text/language";
import { channelStates, statuses } from "../../text/members/modelFees";
import { fill } from "../../text/fill";
import { count } from "../../text/numbers";
import { Amount } from "../../ui/Amount";
import { Answer } from "../../ui/Answer";
import { Begin } from "../../ui/Begin";
import { Figures } from "../../ui/Facts";
import { Foreign } from "../../ui/Foreign";
import { Address } from "../../ui/Links";
import { NumberedPager, pageIn } from "../../ui/NumberedPager";
import { Page, Section } from "../../ui/Page";
import { State } from "../../ui/State";
import { type Column, Table } from "../../ui/Table";
import { useAsked } from "../../ui/asked";
import { useBeat } from "../../ui/refresh";
import type { PageProps } from "../index";
import { text } from "./text";

type Channel = Awaited<ReturnType<typeof channels>>["items"][number];

export default function Models({ query }: PageProps) {
  const [said, page, beat] = [useText(text), pageIn(query), useBeat()];
  const asked = useAsked(() => models(page), [page, beat]);
  const newest = useAsked(() => channels(1), [beat]);
  return (
    <Page title={said.title} lead={said.lead}>
      <Market beat={beat} />
      <Section title={said.models}>
        <Answer of={asked}>
          {(found) => (
            <>
              <ModelTable rows={found.items} />
              <NumberedPager label={said.models} path={href("models")} page={found.page} pages={found.pages} />
            </>
          )}
        </Answer>
      </Section>
      <Section title={said.channels}>
        <Answer of={newest}>{(found) => <Channels rows={found.items} />}</Answer>
      </Section>
    </Page>
  );
}

function Market({ beat }: { beat: number }) {
  const [said, language] = [useText(text), useLanguage()];
  const { value } = useAsked(usageOfAll, [beat]);
  const tokens = value && { read: count(value.inputTokens, language), written: count(value.outputTokens, language) };
  return (
    <Figures
      rows={[
        [said.payments, value && count(value.payments, language)],
        [said.charged, value && <Amount wei={value.chargedWei} />],
        [said.tokens, tokens && fill(said.tokensOf, tokens)],
      ]}
    />
  );
}

function ModelTable({ rows }: { rows: readonly Model[] }) {
  const [said, language] = [useText(text), useLanguage()];
  const columns: Column<Model>[] = [
    { title: said.model, cell: ({ modelId }) => <a href={href("models", modelId)}><Foreign text={modelId} max={60} /></a>, isMain: true },
    { title: said.status, cell: ({ status }) => <ModelStatusWord status={status} /> },
    { title: said.author, cell: ({ author }) => <Address of={author} /> },
    { title: said.inputPrice, cell: ({ terms }) => <Amount wei={terms.prices.inputTokenPriceWei} />, isNumber: true },
    { title: said.outputPrice, cell: ({ terms }) => <Amount wei={terms.prices.outputTokenPriceWei} />, isNumber: true },
    { title: said.payments, cell: ({ usage }) => count(usage.payments, language), isNumber: true },
    { title: said.charged, cell: ({ usage }) => <Amount wei={usage.chargedWei} />, isNumber: true },
  ];
  return <Table caption={said.models} columns={columns} rows={rows} keyOf={(row) => row.modelId} empty={<Begin command={said.begin} />} />;
}

export function ModelStatusWord({ status }: { status: number }) {
  return <State value={status} of={ModelStatus} names={useText(statuses)} tones={{ REGISTERED: "busy", ACTIVE: "good", DEPRECATED: "bad" }} />;
}

function Channels({ rows }: { rows: readonly Channel[] }) {
  const [said, names] = [useText(text), useText(channelStates)];
  const columns: Column<Channel>[] = [
    { title: said.channel, cell: (row) => row.number.toString() },
    { title: said.payer, cell: (row) => <Address of={row.payer} />, isMain: true },
    { title: said.payee, cell: (row) => <Address of={row.payee} /> },
    { title: said.state, cell: (row) => <State value={row.state} of={ChannelState} names={names} tones={{ OPEN: "good", ACTIVE: "good", CLOSING: "busy" }} /> },
    { title: said.deposit, cell: (row) => <Amount wei={row.depositWei} />, isNumber: true },
    { title: said.paid, cell: (row) => <Amount wei={row.paidWei} />, isNumber: true },
    { title: said.left, cell: (row) => <Amount wei={row.leftWei} />, isNumber: true },
  ];
  return <Table caption={said.channels} columns={columns} rows={rows} keyOf={(row) => row.number.toString()} empty={<Begin command={said.beginChannel} />} />;
}
