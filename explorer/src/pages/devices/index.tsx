// The market of devices: what each class offers, and all devices, newest first.
import { DeviceClass, Status } from "@kumiai/devices";
import { CLASSES, type Device, devicePage, marketOf } from "../../data/devices";
import { href } from "../../router";
import { useLanguage, useText } from "../../text/language";
import { classes, statuses } from "../../text/members/devices";
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
import { useAsked } from "../../ui/asked";
import { useBeat } from "../../ui/refresh";
import type { PageProps } from "../index";
import { text } from "./text";

type Market = Awaited<ReturnType<typeof marketOf>>;

const TONES: Readonly<Partial<Record<keyof typeof Status, Tone>>> = {
  PROBATION: "busy",
  ACTIVE: "good",
  DEGRADED: "busy",
  OFFLINE: "bad",
  MAINTENANCE: "busy",
  SUSPECTED: "bad",
  BANNED: "bad",
};

export default function Devices({ query }: PageProps) {
  const [said, page, beat] = [useText(text), pageIn(query), useBeat()];
  const market = useAsked(marketOf, [beat]);
  const asked = useAsked(() => devicePage(page), [page, beat]);
  return (
    <Page title={said.title} lead={said.lead}>
      <Answer of={market}>{(found) => <Epoch of={found.epoch} />}</Answer>
      <Section title={said.devices}>
        <Answer of={asked}>
          {(found) => (
            <>
              <DeviceTable rows={found.items} />
              <NumberedPager label={said.devices} path={href("devices")} page={found.page} pages={found.pages} />
            </>
          )}
        </Answer>
      </Section>
      <Section title={said.byClass}>
        <Answer of={market}>{(found) => <Classes of={found.classes} />}</Answer>
      </Section>
    </Page>
  );
}

function Epoch({ of }: { of: Market["epoch"] }) {
  const [said, language] = [useText(text), useLanguage()];
  const windows = { windows: count(of.windows, language), blocks: count(of.windowBlocks, language) };
  return (
    <Figures
      rows={[
        [said.epoch, count(of.number, language)],
        [said.started, <BlockLink number={of.startedAt} />],
        [said.windows, fill(said.windowsOf, windows)],
      ]}
    />
  );
}

function DeviceTable({ rows }: { rows: readonly Device[] }) {
  const [said, names, language] = [useText(text), useText(classes), useLanguage()];
  const columns: Column<Device>[] = [
    { title: said.device, cell: ({ number }) => <a class="number" href={href("devices", number)}>{number.toString()}</a> },
    { title: said.class, cell: ({ device }) => wordFor(device.kind, DeviceClass, names), isMain: true },
    { title: said.status, cell: ({ standing }) => <DeviceStatus status={standing.status} /> },
    { title: said.owner, cell: ({ device }) => <Address of={device.owner} /> },
    { title: said.capacity, cell: ({ device }) => count(device.capacity, language), isNumber: true },
    { title: said.bond, cell: ({ standing }) => <Amount wei={standing.bondWei} />, isNumber: true },
    { title: said.price, cell: ({ device }) => <Amount wei={device.priceWei} />, isNumber: true },
    { title: said.earned, cell: ({ earnedWei }) => <Amount wei={earnedWei} />, isNumber: true },
  ];
  return <Table caption={said.devices} columns={columns} rows={rows} keyOf={(row) => row.number.toString()} empty={<Begin command={said.begin} />} />;
}

export function DeviceStatus({ status }: { status: number }) {
  return <State value={status} of={Status} names={useText(statuses)} tones={TONES} />;
}

function Classes({ of }: { of: Market["classes"] }) {
  const [said, names, language] = [useText(text), useText(classes), useLanguage()];
  const rows = of.map((figures, at) => ({ ...figures, name: CLASSES[at] ?? "GPU" }));
  type Row = (typeof rows)[number];
  const columns: Column<Row>[] = [
    { title: said.class, cell: ({ name }) => names[name], isMain: true },
    { title: said.devices, cell: (row) => count(row.devices, language), isNumber: true },
    { title: said.capacity, cell: (row) => count(row.capacity, language), isNumber: true },
    { title: said.ready, cell: (row) => count(row.ready, language), isNumber: true },
    { title: said.served, cell: (row) => <Amount wei={row.servedWei} />, isNumber: true },
  ];
  return <Table caption={said.byClass} columns={columns} rows={rows} keyOf={(row) => row.name} empty={said.none} />;
}
