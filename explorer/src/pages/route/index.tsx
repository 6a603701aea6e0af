// One route: whom it believes, what may come out of it, and its packets.
import { ArrivalState, ClientKind, ClientState, PacketState } from "@kumiai/bridge";
import { route, saidIn } from "../../data/bridge";
import { href } from "../../router";
import { useLanguage, useText } from "../../text/language";
import { arrivalStates, clientKinds, clientStates, packetStates } from "../../text/members/bridge";
import { fill } from "../../text/fill";
import { count, duration } from "../../text/numbers";
import { Amount } from "../../ui/Amount";
import { Begin } from "../../ui/Begin";
import { type Fact, Facts } from "../../ui/Facts";
import { Foreign } from "../../ui/Foreign";
import { Address, Hex, TransactionLink } from "../../ui/Links";
import { NumberedPager, pageIn } from "../../ui/NumberedPager";
import { Numbered } from "../../ui/Numbered";
import { Section } from "../../ui/Page";
import { State, wordFor } from "../../ui/State";
import { type Column, Table } from "../../ui/Table";
import { Time } from "../../ui/Time";
import { RouteStateWord } from "../bridge/index";
import { text } from "../bridge/text";
import type { PageProps } from "../index";
import { Units } from "./Units";

type Found = Awaited<ReturnType<typeof route>>;
type Asset = Found["assets"]["known"][number];
type Packet = Found["packets"]["items"][number];
type Arrival = Found["arrivals"][number];

export default function RoutePage({ params, query }: PageProps) {
  const said = useText(text);
  const page = pageIn(query);
  return (
    <Numbered params={params} name={said.route} unknown={said.unknown} ask={(number) => route(number, page)} inputs={[page]}>
      {(found, number) => (
        <>
          <Standing found={found} />
          <Assets rows={found.assets.known} untold={found.assets.untold} />
          <Section title={said.packets}>
            <Packets rows={found.packets.items} route={number} />
            <NumberedPager label={said.packets} path={href("bridge", number)} page={found.packets.page} pages={found.packets.pages} />
          </Section>
          <Arrivals rows={found.arrivals} />
        </>
      )}
    </Numbered>
  );
}

function Standing({ found }: { found: Found }) {
  return <Facts rows={useFacts(found)} />;
}

function useFacts({ route: { record, client, sentCount, underWay } }: Found): Fact[] {
  const [said, states, kinds, language] = [useText(text), useText(clientStates), useText(clientKinds), useLanguage()];
  const { remote } = record;
  const leads = fill(said.leadsOf, { chain: remote.chainId.toString(), route: remote.route.toString() });
  const trust = <State value={client.state} of={ClientState} names={states} tones={{ ACTIVE: "good", FROZEN: "bad" }} />;
  return [
    [said.state, <RouteStateWord state={record.state} />],
    [said.leads, leads],
    [said.contract, <Hex value={remote.bridge} whole />],
    [said.client, <>{record.client.toString()} {trust}</>],
    [said.trusts, wordFor(client.kind, ClientKind, kinds)],
    [said.newest, <>{count(client.latestHeight, language)}, <Time at_s={client.latestTimeMs / 1_000n} absolute /></>],
    [said.period, client.trustingPeriodS > 0n && duration(client.trustingPeriodS, language)],
    [said.sent, count(sentCount, language)],
    [said.underWay, count(underWay, language)],
  ];
}

function Assets({ rows, untold }: { rows: readonly Asset[]; untold: readonly string[] }) {
  const said = useText(text);
  const columns: Column<Asset>[] = [
    { title: said.name, cell: ({ asset }) => <Foreign text={`${asset.name} (${asset.symbol})`} max={60} />, isMain: true },
    { title: said.home, cell: ({ asset }) => (asset.isNative ? said.here : said.there) },
    { title: said.token, cell: ({ asset }) => <Address of={asset.isNative ? asset.token : asset.local} /> },
    { title: said.outstanding, cell: (row) => <Units of={row.outstandingWei} asset={row} />, isNumber: true },
    { title: said.room, cell: (row) => <><Units of={row.roomWei} asset={row} /> / <Units of={row.limits.capacityWei} asset={row} /></>, isNumber: true },
    { title: said.refill, cell: (row) => <><Units of={row.limits.refillWeiPerS} asset={row} /> {said.aSecond}</>, isNumber: true },
    { title: said.delayFrom, cell: (row) => <Units of={row.limits.delayFromWei} asset={row} />, isNumber: true },
  ];
  return (
    <Section title={said.assets}>
      <Table caption={said.assets} columns={columns} rows={rows} keyOf={({ asset }) => `${asset.token} ${asset.isNative}`} empty={said.noAssets} />
      {untold.length > 0 && (
        <p class="aside">
          {said.untold} {untold.map((token) => <Address key={token} of={token} whole />)}
        </p>
      )}
    </Section>
  );
}

function Packets({ rows, route: number }: { rows: readonly Packet[]; route: bigint }) {
  const [said, names] = [useText(text), useText(packetStates)];
  const tones = { SENT: "busy", ACKNOWLEDGED: "good", REFUNDED: "bad", TIMED_OUT: "bad" } as const;
  const timeout = ({ log }: Packet) => {
    const untilS = saidIn(log, "timeoutS");
    return typeof untilS === "bigint" ? <Time at_s={untilS} /> : "–";
  };
  const columns: Column<Packet>[] = [
    { title: said.packet, cell: ({ sequence }) => sequence.toString() },
    { title: said.transaction, cell: ({ log }) => (log ? <TransactionLink hash={log.transactionHash} /> : "–"), isMain: true },
    { title: said.state, cell: ({ record }) => <State value={record.state} of={PacketState} names={names} tones={tones} /> },
    { title: said.fee, cell: ({ record }) => <Amount wei={record.feeWei} />, isNumber: true },
    { title: said.timeout, cell: timeout },
  ];
  const empty = <Begin command={fill(said.beginPacket, { route: number.toString() })} />;
  return <Table caption={said.packets} columns={columns} rows={rows} keyOf={(row) => row.sequence.toString()} empty={empty} />;
}

function Arrivals({ rows }: { rows: readonly Arrival[] }) {
  const [said, names] = [useText(text), useText(arrivalStates)];
  const columns: Column<Arrival>[] = [
    { title: said.packet, cell: ({ sequence }) => sequence.toString() },
    { title: said.transaction, cell: ({ hash }) => <TransactionLink hash={hash} />, isMain: true },
    { title: said.state, cell: ({ record }) => <State value={record.state} of={ArrivalState} names={names} tones={{ DELAYED: "busy", DELIVERED: "good", FAILED: "bad" }} /> },
    { title: said.payee, cell: ({ record }) => <Address of={record.payee} /> },
    { title: said.releases, cell: ({ record }) => (record.releasesS === 0n ? "–" : <Time at_s={record.releasesS} />) },
  ];
  return (
    <Section title={said.arrivals}>
      <Table caption={said.arrivals} columns={columns} rows={rows} keyOf={(row) => row.sequence.toString()} empty={said.none} />
    </Section>
  );
}
