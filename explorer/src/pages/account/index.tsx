// One account: its coins, its transactions, and what it earned and spent.
import type { Address } from "viem";
import { type Account, findAccount } from "../../chain/accounts";
import { nameOf } from "../../chain/addresses";
import { useHeadEvery } from "../../chain/head";
import { useLanguage, useText } from "../../text/language";
import { count } from "../../text/numbers";
import { Amount } from "../../ui/Amount";
import { Answer } from "../../ui/Answer";
import { Copy } from "../../ui/Copy";
import { Figures } from "../../ui/Facts";
import { Page, Section } from "../../ui/Page";
import { Raw } from "../../ui/Raw";
import { useAsked } from "../../ui/asked";
import type { PageProps } from "../index";
import { History } from "./History";
import { Income } from "./Income";
import { StakeTable } from "./StakeTable";
import { texts } from "./text";

const REFRESH_MS = 3_000;
const ADDRESS = /^0x[0-9a-f]{40}$/i;

export default function AccountPage({ params, query }: PageProps) {
  const [said, language, { header }] = [useText(texts), useLanguage(), useHeadEvery(REFRESH_MS)];
  const address = (params["address"] ?? "").toLowerCase();
  const isAddress = ADDRESS.test(address);
  const found = useAsked(async () => (isAddress ? findAccount(address as Address) : undefined), [address, header?.hash]);
  if (!isAddress) return <Page title={said.invalid} children={null} />;
  const label = nameOf(address)?.label[language];
  const kind = found.value && found.value.code !== "0x" ? said.contract : said.account;
  const lead = (
    <>
      <span class="hex">{address}</span> <Copy text={address} of={said.address} />
    </>
  );
  return (
    <Page title={label ? said.module(label) : kind} lead={lead}>
      <Answer of={found}>{(account) => account && <Headline account={account} />}</Answer>
      <StakeTable address={address as Address} />
      {label === undefined && <Income address={address as Address} />}
      {found.value && found.value.code !== "0x" && label === undefined && (
        <Section title={said.code}>
          <Raw title={said.bytes(count(bytesOf(found.value), language))} text={found.value.code} />
        </Section>
      )}
      <History address={address as Address} query={query} />
    </Page>
  );
}

function bytesOf({ code }: Account): number {
  return (code.length - 2) / 2;
}

function Headline({ account }: { account: Account }) {
  const [said, language] = [useText(texts), useLanguage()];
  return (
    <Figures
      rows={[
        [said.balance, <Amount wei={account.balance_wei} />],
        [said.sent, count(account.nonce, language)],
      ]}
    />
  );
}
