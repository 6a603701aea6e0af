// One provider of compute: its bond, what it offers, and the orders that its bond stands behind.
import { ProviderState } from "@kumiai/compute";
import { type Address as AddressText, isAddress } from "viem";
import { wordIn } from "../../chain/values";
import { provider } from "../../data/compute";
import { useLanguage, useText } from "../../text/language";
import { providerStates } from "../../text/members/compute";
import { count } from "../../text/numbers";
import { Amount } from "../../ui/Amount";
import { Answer } from "../../ui/Answer";
import { Facts } from "../../ui/Facts";
import { Foreign } from "../../ui/Foreign";
import { Address } from "../../ui/Links";
import { Page, Section } from "../../ui/Page";
import { State } from "../../ui/State";
import { Table } from "../../ui/Table";
import { Word } from "../../ui/Word";
import { useAsked } from "../../ui/asked";
import { useBeat } from "../../ui/refresh";
import { OrderLink } from "../compute/index";
import { text } from "../compute/text";
import type { PageProps } from "../index";

type Found = Awaited<ReturnType<typeof provider>>;

export default function ProviderPage({ params }: PageProps) {
  const said = useText(text);
  const address = params["address"] ?? "";
  if (!isAddress(address, { strict: false })) return <Page title={said.provider}>{said.unknownProvider}</Page>;
  return <Known address={address} />;
}

function Known({ address }: { address: AddressText }) {
  const said = useText(text);
  const asked = useAsked(() => provider(address), [address, useBeat()]);
  return (
    <Page title={said.provider} lead={<Address of={address} whole />}>
      <Answer of={asked}>
        {(found) => (found.record.state === ProviderState.NOTHING ? <p class="empty">{said.unknownProvider}</p> : <Registered found={found} />)}
      </Answer>
    </Page>
  );
}

function Registered({ found: { record, capacities, attributes, engagements } }: { found: Found }) {
  const [said, names, language] = [useText(text), useText(providerStates), useLanguage()];
  type Capacity = Found["capacities"][number];
  const columns = [
    { title: said.capacity, cell: (row: Capacity) => <Word of={row.capacityClass} />, isMain: true },
    { title: said.slots, cell: (row: Capacity) => count(row.slots, language), isNumber: true },
  ];
  return (
    <>
      <Facts
        rows={[
          [said.state, <State value={record.state} of={ProviderState} names={names} tones={{ ACTIVE: "good" }} />],
          [said.uri, <Foreign text={record.uri} />],
          [said.free, <Amount wei={record.freeWei} />],
          [said.locked, <Amount wei={record.lockedWei} />],
          [said.paid, <Amount wei={record.paidWei} />],
          [said.slashed, <Amount wei={record.slashedWei} />],
          [said.ended, count(record.ended, language)],
        ]}
      />
      <Section title={said.capacities}>
        <Table caption={said.capacities} columns={columns} rows={capacities} keyOf={(row) => row.capacityClass} empty={said.none} />
        {attributes.length > 0 && (
          <>
            <h3>{said.attributes}</h3>
            <Facts rows={attributes.map(({ key, value }) => [wordIn(key) ?? key, <Word of={value} />])} />
          </>
        )}
      </Section>
      <Section title={said.engagements}>
        <Engagements numbers={engagements} />
      </Section>
    </>
  );
}

function Engagements({ numbers }: { numbers: readonly bigint[] }) {
  const said = useText(text);
  if (numbers.length === 0) return <p class="empty">{said.none}</p>;
  return (
    <ul class="choices empty">
      {numbers.map((number) => (
        <li key={number.toString()}>
          <OrderLink number={number} />
        </li>
      ))}
    </ul>
  );
}
