// One transaction: what was asked for, whether it was done, and everything that came of it.
import { useEffect, useState } from "preact/hooks";
import { isSystem } from "../../chain/blocks";
import { decodeCall } from "../../chain/decode";
import { useHeight } from "../../chain/head";
import { type Story, findStory } from "../../chain/transactions";
import type { Receipt } from "../../chain/types";
import { useLanguage, useText } from "../../text/language";
import { count, gasPrice } from "../../text/numbers";
import { words } from "../../text/words";
import { Amount } from "../../ui/Amount";
import { Answer } from "../../ui/Answer";
import { Copy } from "../../ui/Copy";
import { Events } from "../../ui/Events";
import { Facts } from "../../ui/Facts";
import { Foreign } from "../../ui/Foreign";
import { Address, BlockLink, Hex } from "../../ui/Links";
import { Page, Section } from "../../ui/Page";
import { Raw } from "../../ui/Raw";
import { Values } from "../../ui/Sentence";
import { Status } from "../../ui/Status";
import { Time } from "../../ui/Time";
import { TransactionSentence } from "../../ui/TransactionSentence";
import { useAsked } from "../../ui/asked";
import type { PageProps } from "../index";
import { texts } from "./text";

const HASH = /^0x[0-9a-f]{64}$/i;

export default function TransactionPage({ params }: PageProps) {
  const said = useText(texts);
  const hash = params["hash"] ?? "";
  const height = useHeight();
  const [isSettled, setIsSettled] = useState(false);
  // One that waits, or that this node has not heard of yet, is asked for again with each block.
  const found = useAsked(async () => (HASH.test(hash) ? findStory(hash) : null), [hash, isSettled || height]);
  const hasReceipt = found.value?.receipt != null;
  useEffect(() => setIsSettled(hasReceipt), [hasReceipt]);
  return (
    <Answer of={found}>
      {(story) =>
        story === null ? (
          <Page title={said.unknown} lead={said.waiting} children={null} />
        ) : (
          <Page title={said.title} lead={<TransactionSentence of={story.transaction} />}>
            <Outcome story={story} />
            <Happened receipt={story.receipt} />
            <Details story={story} />
          </Page>
        )
      }
    </Answer>
  );
}

function Outcome({ story: { transaction, receipt, time_s, refusal } }: { story: Story }) {
  const [said, common] = [useText(texts), useText(words)];
  const call = decodeCall(transaction);
  return (
    <>
      <Facts
        rows={[
          [common.status, <Verdict receipt={receipt} />],
          [said.why, refusal !== undefined && <Foreign text={refusal} />],
          [common.time, time_s !== undefined && <Time at_s={time_s} absolute />],
          [common.block, receipt && <BlockLink number={Number(receipt.blockNumber)} />],
          [common.value, BigInt(transaction.value) > 0n && <Amount wei={BigInt(transaction.value)} />],
          [common.fee, receipt && !isSystem(transaction) && <Amount wei={feeOf(receipt)} />],
        ]}
      />
      {call && <Values of={call} />}
    </>
  );
}

function Verdict({ receipt }: { receipt: Receipt | null }) {
  const [said, common] = [useText(texts), useText(words)];
  if (receipt === null) return <Status tone="busy">{said.inPool}</Status>;
  return receipt.status === "0x0" ? (
    <Status tone="bad">{common.reverted}</Status>
  ) : (
    <Status tone="good">{common.success}</Status>
  );
}

function Happened({ receipt }: { receipt: Receipt | null }) {
  const said = useText(texts);
  if (receipt === null) return null;
  return (
    <Section title={said.did}>
      {receipt.logs.length === 0 ? <p class="empty">{said.nothing}</p> : <Events logs={receipt.logs} />}
    </Section>
  );
}

function Details({ story: { transaction, receipt } }: { story: Story }) {
  const [said, common, language] = [useText(texts), useText(words), useLanguage()];
  const isSent = !isSystem(transaction);
  const gas = `${receipt ? count(BigInt(receipt.gasUsed), language) : "–"} / ${count(BigInt(transaction.gas), language)}`;
  return (
    <Section title={said.facts}>
      <Facts
        rows={[
          [common.hash, <><Hex value={transaction.hash} whole /> <Copy text={transaction.hash} of={common.hash} /></>],
          [common.from, isSent && <Address of={transaction.from} whole />],
          [common.to, transaction.to ? <Address of={transaction.to} whole /> : common.newContract],
          [said.created, receipt?.contractAddress && <Address of={receipt.contractAddress} whole />],
          [said.gas, isSent && gas],
          [said.price, isSent && receipt && gasPrice(BigInt(receipt.effectiveGasPrice), language)],
          [said.nonce, isSent && count(BigInt(transaction.nonce), language)],
          [said.position, transaction.transactionIndex && count(BigInt(transaction.transactionIndex), language)],
          [said.input, transaction.input === "0x" ? said.noInput : <Raw title={`${(transaction.input.length - 2) / 2} B`} text={transaction.input} />],
          [said.receipt, receipt && <Raw title={common.raw} text={JSON.stringify(receipt, null, 2)} />],
        ]}
      />
    </Section>
  );
}

function feeOf(receipt: Receipt): bigint {
  return BigInt(receipt.gasUsed) * BigInt(receipt.effectiveGasPrice);
}
