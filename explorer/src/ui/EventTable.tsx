// What happened to one thing, newest first: each event as a sentence, with its time and transaction.
import { decodeLog } from "../chain/decode";
import type { Log } from "../chain/types";
import type { Found } from "../data/events";
import { bilingual, useText } from "../text/language";
import { BlockLink, TransactionLink } from "./Links";
import { Sentence } from "./Sentence";
import { Table } from "./Table";
import { Time } from "./Time";

const text = bilingual(
  { block: "Block", time: "Time", what: "What happened", transaction: "Transaction", nothing: "Nothing happened yet.", since: "Searched back to block" },
  { block: "ブロック", time: "時刻", what: "内容", transaction: "取引", nothing: "まだ何も起きていません。", since: "検索した最も古いブロック:" },
);

export function EventTable({ caption, found }: { caption: string; found: Found }) {
  const said = useText(text);
  const columns = [
    { title: said.block, cell: (log: Log) => <BlockLink number={BigInt(log.blockNumber)} /> },
    { title: said.time, cell: (log: Log) => log.blockTimestamp && <Time at_s={BigInt(log.blockTimestamp)} /> },
    { title: said.what, cell: sentenceOf, isMain: true },
    { title: said.transaction, cell: (log: Log) => <TransactionLink hash={log.transactionHash} /> },
  ];
  const keyOf = (log: Log): string => log.blockNumber + log.logIndex;
  return (
    <>
      <Table caption={caption} columns={columns} rows={found.logs} keyOf={keyOf} empty={said.nothing} />
      {found.searchedFrom > 0 && (
        <p class="aside">
          {said.since} <BlockLink number={found.searchedFrom} />
        </p>
      )}
    </>
  );
}

function sentenceOf(log: Log) {
  const decoded = decodeLog(log);
  return decoded ? <Sentence of={decoded} /> : null;
}
