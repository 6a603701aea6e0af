// What the account has at stake; nothing is shown of who has none.
import type { Address as AddressType } from "viem";
import { useHeadEvery } from "../../chain/head";
import { type Stake, type Unbonding, findStakes } from "../../chain/stakes";
import { useText } from "../../text/language";
import { Amount } from "../../ui/Amount";
import { Address } from "../../ui/Links";
import { Section } from "../../ui/Page";
import { type Column, Table } from "../../ui/Table";
import { Time } from "../../ui/Time";
import { useAsked } from "../../ui/asked";
import { texts } from "./text";

const REFRESH_MS = 3_000;

export function StakeTable({ address }: { address: AddressType }) {
  const [said, { header }] = [useText(texts), useHeadEvery(REFRESH_MS)];
  const { value } = useAsked(() => findStakes(address), [address, header?.hash]);
  if (!value || value.stakes.length + value.unbondings.length === 0) return null;
  const stakes: Column<Stake>[] = [
    { title: said.validator, cell: (row) => <Address of={row.validator} />, isMain: true },
    { title: said.bonded, cell: (row) => <Amount wei={row.amount_wei} />, isNumber: true },
    { title: said.rewards, cell: (row) => <Amount wei={row.rewards_wei} />, isNumber: true },
  ];
  const unbondings: Column<Unbonding>[] = [
    { title: said.validator, cell: (row) => <Address of={row.validator} />, isMain: true },
    { title: said.unbonding, cell: (row) => <Amount wei={row.amount_wei} />, isNumber: true },
    { title: said.comesBack, cell: (row) => <Time at_s={row.matures_s} />, isNumber: true },
  ];
  return (
    <Section title={said.stakes}>
      {value.stakes.length > 0 && (
        <Table caption={said.stakes} columns={stakes} rows={value.stakes} keyOf={(row) => row.validator} empty={null} />
      )}
      {value.unbondings.length > 0 && (
        <Table caption={said.unbonding} columns={unbondings} rows={value.unbondings} keyOf={(row) => String(row.id)} empty={null} />
      )}
      {value.isCut && <p class="empty">{said.stakesCut}</p>}
    </Section>
  );
}
