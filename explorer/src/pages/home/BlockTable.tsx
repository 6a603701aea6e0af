// Blocks in rows, newest first.
import { isSystem } from "../../chain/blocks";
import type { Block } from "../../chain/types";
import { useText } from "../../text/language";
import { words } from "../../text/words";
import { Count } from "../../ui/Amount";
import { Address, BlockLink } from "../../ui/Links";
import { type Column, Table } from "../../ui/Table";
import { Time } from "../../ui/Time";
import { texts } from "./text";

export function BlockTable({ blocks }: { blocks: readonly Block[] }) {
  const [said, common] = [useText(texts), useText(words)];
  const columns: Column<Block>[] = [
    { title: common.block, cell: (block) => <BlockLink number={Number(block.number)} /> },
    { title: common.time, cell: (block) => <Time at_s={Number(block.timestamp)} />, isMain: true },
    { title: said.proposer, cell: (block) => <Address of={block.miner} />, isMinor: true },
    { title: said.count, cell: (block) => <Count value={sentIn(block)} />, isNumber: true },
    { title: said.used, cell: (block) => <Count value={BigInt(block.gasUsed)} />, isNumber: true, isMinor: true },
  ];
  const empty = common.loading;
  return <Table caption={said.blocks} columns={columns} rows={blocks} keyOf={(block) => block.hash} empty={empty} />;
}

/** How many transactions somebody sent. */
function sentIn(block: Block): number {
  return block.transactions.filter((transaction) => !isSystem(transaction)).length;
}
