// The chain at a glance: its numbers, its newest blocks and what was done in them.
import { useEffect, useRef, useState } from "preact/hooks";
import { newestBlocks } from "../../chain/blocks";
import { readFigures } from "../../chain/figures";
import { useHead, useHeadEvery } from "../../chain/head";
import type { Block } from "../../chain/types";
import { useLanguage, useText } from "../../text/language";
import { count, gasPrice } from "../../text/numbers";
import { Amount } from "../../ui/Amount";
import { Figures } from "../../ui/Facts";
import { Page, Section } from "../../ui/Page";
import { Spark } from "../../ui/Plot";
import { useAsked } from "../../ui/asked";
import { BlockTable } from "./BlockTable";
import { NewestTransactions } from "./NewestTransactions";
import { texts } from "./text";

const BLOCKS = 12;
const SAID_MS = 10_000; // between two words to a screen reader about new blocks
const FIGURES_MS = 3_000; // between two questions about supply and stake
const DIGITS = 1;

export default function Home() {
  const said = useText(texts);
  const blocks = useNewestBlocks();
  return (
    <Page title={said.title}>
      <Headline blocks={blocks} />
      <div class="columns live-rows">
        <Section title={said.blocks} aside={<Spark label={said.perBlock} values={gasOf(blocks)} />}>
          <BlockTable blocks={blocks} />
        </Section>
        <Section title={said.transactions}>
          <NewestTransactions blocks={blocks} />
        </Section>
      </div>
      <Announcement number={blocks[0] && Number(blocks[0].number)} />
    </Page>
  );
}

/** Follow the newest blocks; only those that are new are asked for. */
function useNewestBlocks(): readonly Block[] {
  const { header } = useHead();
  const known = useRef<readonly Block[]>([]);
  const height = header && Number(header.number);
  const { value } = useAsked(
    async () => (height === undefined ? [] : newestBlocks(height, BLOCKS, known.current)),
    [header?.hash],
  );
  known.current = value ?? [];
  return known.current;
}

function Headline({ blocks }: { blocks: readonly Block[] }) {
  const [said, language] = [useText(texts), useLanguage()];
  const [newest, oldest] = [blocks[0], blocks.at(-1)];
  const { header } = useHeadEvery(FIGURES_MS);
  const figures = useAsked(readFigures, [header?.hash]).value;
  return (
    <Figures
      rows={[
        [said.height, newest && count(BigInt(newest.number), language)],
        [said.blockTime, newest && oldest && interval(newest, oldest, said.seconds)],
        [said.baseFee, newest && gasPrice(BigInt(newest.baseFeePerGas), language)],
        [said.supply, figures && <Amount wei={figures.supply_wei} digits={3} />],
        [said.bonded, figures && <Amount wei={figures.bonded_wei} digits={3} />],
        [said.burned, figures && <Amount wei={figures.burned_wei} digits={3} />],
        [said.payments, figures && count(figures.payments, language)],
      ]}
    />
  );
}

function interval(newest: Block, oldest: Block, show: (value: string) => string): string | undefined {
  const blocks = Number(newest.number) - Number(oldest.number);
  if (blocks === 0) return undefined;
  return show(((Number(newest.timestamp) - Number(oldest.timestamp)) / blocks).toFixed(DIGITS));
}

/** Tell a screen reader of new blocks, but not of each. */
function Announcement({ number }: { number: number | undefined }) {
  const [said, language] = [useText(texts), useLanguage()];
  const [told, setTold] = useState<number>();
  const toldAt_ms = useRef(0);
  useEffect(() => {
    if (number === undefined || performance.now() - toldAt_ms.current < SAID_MS) return;
    toldAt_ms.current = performance.now();
    setTold(number);
  }, [number]);
  return (
    <p class="unseen" aria-live="polite">
      {told !== undefined && said.arrived(count(told, language))}
    </p>
  );
}

function gasOf(blocks: readonly Block[]): number[] {
  return blocks.map((block) => Number(block.gasUsed)).reverse();
}
