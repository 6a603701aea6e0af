// One device: how it stands, its beats of this epoch, what it earned, what it was punished for.
import { DeviceClass, PenaltyStatus, Reason } from "@kumiai/devices";
import { device, historyOf } from "../../data/devices";
import { useLanguage, useText } from "../../text/language";
import { classes, penaltyStatuses, reasons } from "../../text/members/devices";
import { fill } from "../../text/fill";
import { count } from "../../text/numbers";
import { Amount } from "../../ui/Amount";
import { Answer } from "../../ui/Answer";
import { EventTable } from "../../ui/EventTable";
import { type Fact, Facts } from "../../ui/Facts";
import { Address, Hex } from "../../ui/Links";
import { Numbered } from "../../ui/Numbered";
import { Section } from "../../ui/Page";
import { State, wordFor } from "../../ui/State";
import { type Column, Table } from "../../ui/Table";
import { useAsked } from "../../ui/asked";
import { DeviceStatus } from "../devices/index";
import { text } from "../devices/text";
import type { PageProps } from "../index";

type Found = Awaited<ReturnType<typeof device>>;
type Penalty = Found["penalties"][number];
type Tranche = Found["tranches"][number];

export default function DevicePage({ params }: PageProps) {
  const said = useText(text);
  return (
    <Numbered params={params} name={said.device} unknown={said.unknown} ask={device} below={(number) => <History number={number} />}>
      {(found) => (
        <>
          <Standing found={found} />
          <Section title={said.uptime}>
            <Uptime found={found} />
          </Section>
          <Tranches rows={found.tranches} />
          <Penalties rows={found.penalties} />
        </>
      )}
    </Numbered>
  );
}

function History({ number }: { number: bigint }) {
  const said = useText(text);
  const history = useAsked((signal) => historyOf(number, signal), [number]);
  return (
    <Section title={said.history}>
      <Answer of={history}>{(found) => <EventTable caption={said.history} found={found} />}</Answer>
    </Section>
  );
}

function Standing({ found }: { found: Found }) {
  return <Facts rows={useFacts(found)} />;
}

function useFacts({ device: { device: of, standing, ...money }, maintenance }: Found): Fact[] {
  const [said, names, language] = [useText(text), useText(classes), useLanguage()];
  const rest = { from: count(maintenance.startsAt, language), to: count(maintenance.endsAt, language) };
  return [
    [said.status, <DeviceStatus status={standing.status} />],
    [said.class, wordFor(of.kind, DeviceClass, names)],
    [said.owner, <Address of={of.owner} whole />],
    [said.key, <Hex value={of.key} whole />],
    [said.serial, <Hex value={of.serial} />],
    [said.cell, count(of.cell, language)],
    [said.capacity, count(of.capacity, language)],
    [said.price, <Amount wei={of.priceWei} />],
    [said.bond, <><Amount wei={standing.bondWei} /> / <Amount wei={standing.requiredWei} /></>],
    [said.earned, <Amount wei={money.earnedWei} />],
    [said.escrowed, <Amount wei={money.escrowedWei} />],
    [said.clawed, money.clawedBackWei > 0n && <Amount wei={money.clawedBackWei} />],
    [said.good, count(standing.goodEpochs, language)],
    [said.offline, count(standing.offlineEpochs, language)],
    [said.maintenance, maintenance.startsAt > 0n && fill(said.maintenanceOf, rest)],
  ];
}

function Uptime({ found: { epoch, uptime, next, challenge } }: { found: Found }) {
  const [said, language] = [useText(text), useLanguage()];
  const window = { from: count(next.opensAt, language), to: count(next.closesAt, language) };
  const heard = { found: count(uptime.beats, language), windows: count(epoch.windows, language) };
  return (
    <Facts
      rows={[
        [said.epoch, count(uptime.epoch, language)],
        [said.beats, fill(said.beatsOf, heard)],
        [said.passed, count(uptime.passed, language)],
        [said.missed, count(uptime.missed, language)],
        [said.paused, uptime.paused > 0n && count(uptime.paused, language)],
        [said.servedWei, <Amount wei={uptime.servedWei} />],
        [said.burned, <Amount wei={uptime.burnedWei} />],
        [said.next, fill(said.nextOf, window)],
        [said.challenge, challenge > 0n && count(challenge, language)],
      ]}
    />
  );
}

function Tranches({ rows }: { rows: readonly Tranche[] }) {
  const [said, language] = [useText(text), useLanguage()];
  const columns: Column<Tranche>[] = [
    { title: said.epoch, cell: ({ epoch }) => count(epoch, language) },
    { title: said.owner, cell: ({ owner }) => <Address of={owner} />, isMain: true },
    { title: said.amount, cell: ({ amountWei }) => <Amount wei={amountWei} />, isNumber: true },
  ];
  return (
    <Section title={said.tranches}>
      <Table caption={said.tranches} columns={columns} rows={rows} keyOf={(row) => `${row.epoch} ${row.owner}`} empty={said.none} />
    </Section>
  );
}

function Penalties({ rows }: { rows: readonly Penalty[] }) {
  const [said, names, reasonNames] = [useText(text), useText(penaltyStatuses), useText(reasons)];
  const numbered = rows.map((row, at) => ({ ...row, at })).reverse();
  type Row = (typeof numbered)[number];
  const columns: Column<Row>[] = [
    { title: said.penalty, cell: ({ reason }) => wordFor(reason, Reason, reasonNames), isMain: true },
    { title: said.status, cell: ({ status }) => <State value={status} of={PenaltyStatus} names={names} tones={{ PENDING: "busy", APPEALED: "busy", EXECUTED: "bad", LIFTED: "good" }} /> },
    { title: said.amount, cell: ({ amountWei }) => <Amount wei={amountWei} />, isNumber: true },
    { title: said.taken, cell: ({ takenWei }) => <Amount wei={takenWei} />, isNumber: true },
  ];
  return (
    <Section title={said.penalties}>
      <Table caption={said.penalties} columns={columns} rows={numbered} keyOf={(row) => row.at} empty={said.none} />
    </Section>
  );
}
