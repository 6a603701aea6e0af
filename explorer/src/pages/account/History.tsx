// The transactions of an account, newest first, a page at a time.
import type { Address } from "viem";
import { type HistoryPage, findHistoryPage } from "../../chain/accounts";
import { isSystem } from "../../chain/blocks";
import { useHeight } from "../../chain/head";
import type { Transaction } from "../../chain/types";
import { href } from "../../router";
import { useText } from "../../text/language";
import { words } from "../../text/words";
import { Answer } from "../../ui/Answer";
import { BlockLink, TransactionLink } from "../../ui/Links";
import { Section } from "../../ui/Page";
import { Pager } from "../../ui/Pager";
import { Status } from "../../ui/Status";
import { Time } from "../../ui/Time";
import { TransactionSentence } from "../../ui/TransactionSentence";
import { useAsked } from "../../ui/asked";
import { Mentions } from "./Mentions";
import { texts } from "./text";

const SHOWN = 25; // transactions of a page

export function History({ address, query }: { address: Address; query: URLSearchParams }) {
  const said = useText(texts);
  const height = useHeight();
  const [way, block] = placeIn(query);
  const isNewest = way === "before" && block === 0; // the only page that changes
  const found = useAsked(() => findHistoryPage(address, way, block, SHOWN), [address, way, block, isNewest && height]);
  return (
    <Section title={said.history}>
      <Answer of={found}>{(page) => <HistoryRows address={address} page={page} />}</Answer>
    </Section>
  );
}

function HistoryRows({ address, page }: { address: Address; page: HistoryPage }) {
  const [said, common] = [useText(texts), useText(words)];
  if (page.txs.length === 0) return <p class="empty">{said.noHistory}</p>;
  const byHash = new Map(page.receipts.map((receipt) => [receipt.transactionHash, receipt]));
  const [newest, oldest] = [page.txs[0], page.txs.at(-1)];
  const to = (way: string, { blockNumber }: Transaction): string => `${href("account", address)}?${way}=${Number(blockNumber)}`;
  return (
    <>
      <ul class="stream">
        {page.txs.map((transaction) => {
          const receipt = byHash.get(transaction.hash);
          return (
            <li key={transaction.hash}>
              {isSystem(transaction) ? (
                <Mentions of={transaction} address={address} />
              ) : (
                <TransactionSentence of={transaction} />
              )}
              <span class="aside">
                {receipt?.status === "0x0" && <Status tone="bad">{common.reverted}</Status>}
                <BlockLink number={Number(transaction.blockNumber)} /> <TransactionLink hash={transaction.hash} />{" "}
                {receipt && <Time at_s={Number(receipt.timestamp)} />}
              </span>
            </li>
          );
        })}
      </ul>
      <Pager
        label={said.pages}
        newer={page.firstPage || !newest ? undefined : to("after", newest)}
        older={page.lastPage || !oldest ? undefined : to("before", oldest)}
      />
    </>
  );
}

/** Which page the address asks for; a number that is none counts as the newest page. */
function placeIn(query: URLSearchParams): ["before" | "after", number] {
  const way = query.has("after") ? "after" : "before";
  const text = query.get(way) ?? "";
  return [way, /^[0-9]{1,15}$/.test(text) ? Number(text) : 0];
}
