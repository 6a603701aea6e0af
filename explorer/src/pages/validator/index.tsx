// One validator: its terms, how reliably it signs, who stands behind it, what happened to it.
import { type Address as AddressText, isAddress, zeroAddress } from "viem";
import { historyOf, uptimeBps, validator, votesOf } from "../../data/validators";
import { useLanguage, useText } from "../../text/language";
import { fill } from "../../text/fill";
import { visible } from "../../text/foreign";
import { basisPoints, count } from "../../text/numbers";
import { Amount } from "../../ui/Amount";
import { Answer } from "../../ui/Answer";
import { Begin } from "../../ui/Begin";
import { EventTable } from "../../ui/EventTable";
import { type Fact, Facts } from "../../ui/Facts";
import { Address, BlockLink } from "../../ui/Links";
import { Page, Section } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { Time } from "../../ui/Time";
import { useAsked } from "../../ui/asked";
import { useBeat } from "../../ui/refresh";
import type { PageProps } from "../index";
import { Role } from "../validators/index";
import { text } from "../validators/text";

type Found = Awaited<ReturnType<typeof validator>>;

export default function ValidatorPage({ params }: PageProps) {
  const said = useText(text);
  const address = params["address"] ?? "";
  if (!isAddress(address, { strict: false })) return <Page title={said.validator}>{said.unknown}</Page>;
  return <Known address={address} />;
}

function Known({ address }: { address: AddressText }) {
  const said = useText(text);
  const asked = useAsked(() => validator(address), [address, useBeat()]);
  const name = asked.value && visible(asked.value.record.moniker);
  return (
    <Page title={name ? `${said.validator} ${name.slice(0, 40)}` : said.validator}>
      <Answer of={asked}>{(found) => <Standing found={found} />}</Answer>
      <History address={address} />
    </Page>
  );
}

function Standing({ found }: { found: Found }) {
  const { record, delegations } = found;
  const said = useText(text);
  const columns = [
    { title: said.delegator, cell: (row: (typeof delegations)[number]) => <Address of={row.delegator} />, isMain: true },
    { title: said.amount, cell: (row: (typeof delegations)[number]) => <Amount wei={row.amountWei} />, isNumber: true },
  ];
  return (
    <>
      <Facts rows={useFacts(found)} />
      <Section title={said.delegations}>
        <Table
          caption={said.delegations}
          columns={columns}
          rows={delegations}
          keyOf={(row) => row.delegator}
          empty={<Begin command={said.delegate.replace("ADDRESS", record.validator)} />}
        />
        {delegations.length === 100 && <p class="aside">{said.first100}</p>}
      </Section>
    </>
  );
}

function useFacts({ record, signing, power, signedBpsMin }: Found): Fact[] {
  const [said, language] = [useText(text), useLanguage()];
  const rate = (bps: number): string => basisPoints(bps, language);
  const terms = fill(said.commissionMax, { most: rate(record.commissionBpsMax), step: rate(record.commissionChangeBpsMax) });
  const missed = { missed: count(signing.missedBlocks, language), window: count(signing.windowBlocks, language) };
  return [
    [said.address, <Address of={record.validator} whole />],
    [said.signer, record.consensusAddress !== zeroAddress && <Address of={record.consensusAddress} whole />],
    [said.standing, <Role of={{ record, power }} />],
    [said.stake, <Amount wei={record.tokensWei} />],
    [said.own, <Amount wei={record.selfBondWei} />],
    [said.commission, <>{rate(record.commissionBps)} <span class="aside">({terms})</span></>],
    [said.uptime, <>{rate(uptimeBps(signing))} <span class="aside">({fill(said.needed, { least: rate(signedBpsMin) })})</span></>],
    [said.missed, fill(said.ofWindow, missed)],
    [said.since, signing.memberSince > 0n && <BlockLink number={signing.memberSince} />],
    [said.jailedUntil, signing.jailedUntilS > 0n && <Time at_s={signing.jailedUntilS} absolute />],
  ];
}

function History({ address }: { address: AddressText }) {
  const said = useText(text);
  const history = useAsked((signal) => historyOf(address, signal), [address]);
  const votes = useAsked((signal) => votesOf(address, signal), [address]);
  return (
    <>
      <Section title={said.votes}>
        <Answer of={votes}>{(found) => <EventTable caption={said.votes} found={found} />}</Answer>
      </Section>
      <Section title={said.history}>
        <Answer of={history}>{(found) => <EventTable caption={said.history} found={found} />}</Answer>
      </Section>
    </>
  );
}
