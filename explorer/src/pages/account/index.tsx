// One account: its coins, its transactions, and what it earned and spent.
import type { Address } from "viem";
import { type Account, findAccount } from "../../chain/accounts";
import { nameOf } from "../../chain/addresses";
import { useHead } from "../../chain/head";
import { useLanguage, useText } from "../../text/language";
import { count } from "../../text/numbers";
import { Amount } from "../../ui/Amount";
import { Answer } from "../../ui/Answer";
import { Copy } from "../../ui/Copy";
import { Figures } from "../../ui/Facts";
import { Page } from "../../ui/Page";
import { useAsked } from "../../ui/asked";
import type { PageProps } from "../index";
import { History } from "./History";
import { Income } from "./Income";
import { StakeTable } from "./StakeTable";
import { texts } from "./text";

const ADDRESS = /^0x[0-9a-f]{40}$/i;

export default function AccountPage({ params, query }: PageProps) {
  const [said, language, { header }] = [useText(texts), useLanguage(), useHead()];
  const address = (params["address"] ?? "").toLowerCase();
  const isAddress = ADDRESS.test(address);
  const found = useAsked(async () => (isAddress ? findAccount(address as Address) : undefined), [address, header?.hash]);
  if (!isAddress) return <Page title={said.invalid} children={null} />;
  const label = nameOf(address)?.label[language];
  const kind = found.value && found.value.codeBytes > 0 ? said.contract : said.account;
  const lead = (
    <>
      <span class="hex">{address}</span> <Copy text={address} of={said.address} />
    </>
  );
  return (
    <Page title={label ? said.module(label) : kind} lead={lead}>
      <Answer of={found}>{(account) => account && <Headline account={account} isModule={label !== undefined} />}</Answer>
      <StakeTable address={address as Address} />
      {label === undefined && <Income address={address as Address} />}
      <History address={address as Address} query={query} />
    </Page>
  );
}

function Headline({ account, isModule }: { account: Account; isModule: boolean }) {
  const [said, language] = [useText(texts), useLanguage()];
  return (
    <Figures
      rows={[
        [said.balance, <Amount wei={account.balance_wei} />],
        [said.sent, count(account.nonce, language)],
        ...(account.codeBytes > 0 && !isModule ? [[said.code, said.bytes(count(account.codeBytes, language))] as const] : []),
      ]}
    />
  );
}
