// One block: its header, what was sent in it, and what the modules did by themselves.
import { findBlock, findReceipts, isSystem } from "../../chain/blocks";
import { useHeight } from "../../chain/head";
import type { Block, Receipt } from "../../chain/types";
import { href } from "../../router";
import { useLanguage, useText } from "../../text/language";
import { count, gasPrice, percent } from "../../text/numbers";
import { words } from "../../text/words";
import { Answer } from "../../ui/Answer";
import { Events } from "../../ui/Events";
import { Facts } from "../../ui/Facts";
import { Address, Hex, TransactionLink } from "../../ui/Links";
import { Page, Section } from "../../ui/Page";
import { Pager } from "../../ui/Pager";
import { Status } from "../../ui/Status";
import { Time } from "../../ui/Time";
import { TransactionSentence } from "../../ui/TransactionSentence";
import { useAsked } from "../../ui/asked";
import type { PageProps } from "../index";
import { texts } from "./text";

interface Found {
  readonly block: Block;
  readonly receipts: readonly Receipt[];
}

export default function BlockPage({ params }: PageProps) {
  const [said, language, height] = [useText(texts), useLanguage(), useHeight() ?? 0];
  const text = params["number"] ?? "";
  const number = /^[0-9]{1,15}$/.test(text) ? Number(text) : undefined;
  const isThere = number !== undefined && number <= height;
  const found = useAsked(() => find(number), [number, isThere]);
  if (number === undefined) return <Page title={said.invalid} children={null} />;
  const shown = count(number, language);
  return (
    <Answer of={found}>
      {(found) =>
        found === null ? (
          <Page title={said.unknown(shown)} lead={said.waiting} children={null} />
        ) : (
          <Page title={said.title(shown)} lead={<Time at_s={Number(found.block.timestamp)} absolute />}>
            <Neighbours number={number} height={height} />
            <Header block={found.block} />
            <Sent {...found} />
            <Done receipts={found.receipts} block={found.block} />
          </Page>
        )
      }
    </Answer>
  );
}

async function find(number: number | undefined): Promise<Found | null> {
  if (number === undefined) return null;
  const [block, receipts] = await Promise.all([findBlock(number), findReceipts(number)]);
  return block && { block, receipts: receipts ?? [] };
}

function Neighbours({ number, height }: { number: number; height: number }) {
  const newer = number < height ? href("block", number + 1) : undefined;
  const older = number > 0 ? href("block", number - 1) : undefined;
  return <Pager label={useText(texts).neighbours} newer={newer} older={older} />;
}

function Header({ block }: { block: Block }) {
  const [said, common, language] = [useText(texts), useText(words), useLanguage()];
  const [used, limit] = [Number(block.gasUsed), Number(block.gasLimit)];
  const gas = said.gasOf(count(used, language), count(limit, language), percent(used / limit, language));
  return (
    <Section title={said.facts}>
      <Facts
        rows={[
          [common.hash, <Hex value={block.hash} whole />],
          [said.proposer, <Address of={block.miner} />],
          [said.gas, gas],
          [said.baseFee, gasPrice(BigInt(block.baseFeePerGas), language)],
          [said.size, said.bytes(count(Number(block.size), language))],
          [said.parent, <Hex value={block.parentHash} whole />],
          [said.state, <Hex value={block.stateRoot} whole />],
        ]}
      />
    </Section>
  );
}

function Sent({ block, receipts }: Found) {
  const [said, common] = [useText(texts), useText(words)];
  const sent = block.transactions.filter((transaction) => !isSystem(transaction));
  const refused = new Set(receipts.filter(({ status }) => status === "0x0").map(({ transactionHash }) => transactionHash));
  return (
    <Section title={said.transactions}>
      {sent.length === 0 && <p class="empty">{said.nothingSent}</p>}
      <ul class="stream">
        {sent.map((transaction) => (
          <li key={transaction.hash}>
            <TransactionSentence of={transaction} />
            <span class="aside">
              <TransactionLink hash={transaction.hash} />
              {refused.has(transaction.hash) && <Status tone="bad">{common.reverted}</Status>}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Events that no transaction brought about: deadlines, rewards, epochs. */
function Done({ block, receipts }: Found) {
  const said = useText(texts);
  const own = new Set(block.transactions.filter(isSystem).map(({ hash }) => hash));
  const logs = receipts.filter(({ transactionHash }) => own.has(transactionHash)).flatMap(({ logs }) => logs);
  return (
    <Section title={said.modules}>
      {logs.length === 0 ? <p class="empty">{said.nothingDone}</p> : <Events logs={logs} />}
    </Section>
  );
}
