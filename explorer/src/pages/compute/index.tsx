// The market of compute: orders, newest first, and who offers machines.
import { Kind, OrderState, ProviderState } from "@kumiai/compute";
import { type Order, marketOf, orders, providers } from "../../data/compute";
import { href } from "../../router";
import { useLanguage, useText } from "../../text/language";
import { kinds, orderStates, providerStates } from "../../text/members/compute";
import { fill } from "../../text/fill";
import { count } from "../../text/numbers";
import { Amount } from "../../ui/Amount";
import { Answer } from "../../ui/Answer";
import { Begin } from "../../ui/Begin";
import { Figures } from "../../ui/Facts";
import { Address, BlockLink } from "../../ui/Links";
import { NumberedPager, pageIn } from "../../ui/NumberedPager";
import { Page, Section } from "../../ui/Page";
import { State, wordFor } from "../../ui/State";
import type { Tone } from "../../ui/Status";
import { type Column, Table } from "../../ui/Table";
import { Word } from "../../ui/Word";
import { useAsked } from "../../ui/asked";
import { useBeat } from "../../ui/refresh";
import type { PageProps } from "../index";
import { text } from "./text";

type Provider = Awaited<ReturnType<typeof providers>>[number];

const TONES: Readonly<Partial<Record<keyof typeof OrderState, Tone>>> = {
  OPEN: "busy",
  RESERVED: "busy",
  MATCHED: "busy",
  RUNNING: "good",
  PAUSED: "busy",
  LOW_FUNDS: "bad",
  RECLAIMING: "busy",
  SUBMITTED: "busy",
  DISPUTED: "bad",
  MISSED: "bad",
  FAILED_START: "bad",
  ACCEPTED: "good",
};

export default function Compute({ query }: PageProps) {
  const [said, page, beat] = [useText(text), pageIn(query), useBeat()];
  const asked = useAsked(() => orders(page), [page, beat]);
  return (
    <Page title={said.title} lead={said.lead}>
      <Market beat={beat} />
      <Section title={said.orders}>
        <Answer of={asked}>
          {(found) => (
            <>
              <Orders rows={found.items} />
              <NumberedPager label={said.orders} path={href("compute")} page={found.page} pages={found.pages} />
            </>
          )}
        </Answer>
      </Section>
      <Providers />
    </Page>
  );
}

function Market({ beat }: { beat: number }) {
  const [said, language] = [useText(text), useLanguage()];
  const { value } = useAsked(marketOf, [beat]);
  const busy = value && fill(said.busyOf, { busy: count(value.slots.busy, language), declared: count(value.slots.declared, language) });
  return (
    <Figures
      rows={[
        [said.orders, value && count(value.total, language)],
        [said.busy, busy],
        [said.gross, value && <Amount wei={value.revenue.grossWei} />],
        [said.burned, value && <Amount wei={value.revenue.burnedWei} />],
      ]}
    />
  );
}

function Orders({ rows }: { rows: readonly Order[] }) {
  const said = useText(text);
  const keyOf = (row: Order): string => row.number.toString();
  return <Table caption={said.orders} columns={useColumns()} rows={rows} keyOf={keyOf} empty={<Begin command={said.beginOrder} />} />;
}

function useColumns(): Column<Order>[] {
  const [said, names] = [useText(text), useText(kinds)];
  return [
    { title: said.order, cell: ({ number }) => <OrderLink number={number} /> },
    { title: said.kind, cell: ({ terms }) => wordFor(terms.kind, Kind, names) },
    { title: said.capacity, cell: ({ terms }) => <Word of={terms.capacityClass} />, isMain: true },
    { title: said.state, cell: ({ progress }) => <OrderStateWord state={progress.state} /> },
    { title: said.requester, cell: ({ order }) => <Address of={order.requester} /> },
    { title: said.provider, cell: (row) => (row.priceWei === 0n ? "–" : <Address of={row.provider} />) },
    { title: said.price, cell: (row) => (row.priceWei === 0n ? "–" : <Amount wei={row.priceWei} />), isNumber: true },
    { title: said.paidIn, cell: ({ ledger }) => <Amount wei={ledger.depositedWei} />, isNumber: true },
    { title: said.opened, cell: ({ order }) => <BlockLink number={order.openedAt} />, isNumber: true },
  ];
}

export function OrderLink({ number }: { number: bigint }) {
  return (
    <a class="number" href={href("compute", number)}>
      {number.toString()}
    </a>
  );
}

export function OrderStateWord({ state }: { state: number }) {
  return <State value={state} of={OrderState} names={useText(orderStates)} tones={TONES} />;
}

function Providers() {
  const said = useText(text);
  const asked = useAsked(providers, []);
  return (
    <Section title={said.providers}>
      <Answer of={asked}>{(rows) => <ProviderTable rows={rows} />}</Answer>
    </Section>
  );
}

function ProviderTable({ rows }: { rows: readonly Provider[] }) {
  const [said, names, language] = [useText(text), useText(providerStates), useLanguage()];
  const state = ({ record }: Provider) => <State value={record.state} of={ProviderState} names={names} tones={{ ACTIVE: "good" }} />;
  const columns: Column<Provider>[] = [
    { title: said.provider, cell: ({ address }) => <a class="hex" href={href("compute", "provider", address)}>{address}</a>, isMain: true },
    { title: said.state, cell: state },
    { title: said.free, cell: ({ record }) => <Amount wei={record.freeWei} />, isNumber: true },
    { title: said.locked, cell: ({ record }) => <Amount wei={record.lockedWei} />, isNumber: true },
    { title: said.paid, cell: ({ record }) => <Amount wei={record.paidWei} />, isNumber: true },
    { title: said.ended, cell: ({ record }) => count(record.ended, language), isNumber: true },
  ];
  return <Table caption={said.providers} columns={columns} rows={rows} keyOf={(row) => row.address} empty={<Begin command={said.beginProvider} />} />;
}
