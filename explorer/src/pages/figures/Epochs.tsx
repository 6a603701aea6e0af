// A market's epochs as plots, each with its table, and all of them as a file.
import { type EpochFigures, type MarketName, chargedWei } from "../../data/figures";
import { useLanguage, useText } from "../../text/language";
import { coins, count } from "../../text/numbers";
import { Section } from "../../ui/Page";
import { Plot } from "../../ui/Plot";
import { download } from "../../ui/csv";
import { markets, text } from "./text";

interface Props {
  readonly market: MarketName;
  readonly rows: readonly EpochFigures[];
}

const GWEI = 1_000_000_000n; // a plot needs numbers: whole gwei are exact in them

export function Epochs({ market, rows }: Props) {
  const [said, names] = [useText(text), useText(markets)];
  const gwei = (wei: bigint): number => Number(wei / GWEI);
  const title = `${names[market]}: ${said.byEpoch}`;
  if (rows.length === 0) return <Section title={title}><p class="empty">{said.noEpoch}</p></Section>;
  return (
    <Section title={title} aside={<Download market={market} rows={rows} />}>
      <div class="columns">
        <Series title={said.usage} rows={rows} valueOf={({ tally }) => Number(tally.uses)} />
        <Series title={said.revenue} rows={rows} valueOf={({ tally }) => gwei(chargedWei(tally))} isCoins />
        <Series title={said.active} rows={rows} valueOf={({ tally }) => Number(tally.activePayers)} />
        <Series title={said.burn} rows={rows} valueOf={(row) => gwei(market === "ALL" ? row.burnedWei : row.tally.burnedWei)} isCoins />
        {market === "ALL" && <Series title={said.minted} rows={rows} valueOf={(row) => gwei(row.mintedWei)} isCoins />}
        {market === "ALL" && <Series title={said.supplyPlot} rows={rows} valueOf={(row) => gwei(row.supplyWei)} isCoins isLine />}
      </div>
    </Section>
  );
}

interface SeriesProps {
  readonly title: string;
  readonly rows: readonly EpochFigures[];
  readonly valueOf: (row: EpochFigures) => number;
  readonly isCoins?: boolean; // values are in gwei
  readonly isLine?: boolean;
}

function Series({ title, rows, valueOf, isCoins = false, isLine = false }: SeriesProps) {
  const [said, language] = [useText(text), useLanguage()];
  const running = rows.find((row) => row.endedS === 0n)?.number;
  const showX = (x: number): string => `${said.epoch} ${count(x, language)}${BigInt(x) === running ? ` (${said.running})` : ""}`;
  const showY = (y: number): string => (isCoins ? coins(BigInt(Math.round(y)) * GWEI, language).join(" ") : count(y, language));
  const points = rows.map((row) => ({ x: Number(row.number), y: valueOf(row) }));
  return <Plot title={title} points={points} showX={showX} showY={showY} xTitle={said.epoch} yTitle={title} isBars={!isLine} />;
}

function Download({ market, rows }: Props) {
  const said = useText(text);
  const save = (): void => {
    const head = ["epoch", "ended_s", "payments", "uses", "active_payers", "charged_wei", "market_burned_wei", "minted_wei", "burned_wei", "supply_wei"];
    const lines = rows.map(({ number, endedS, tally, ...all }) => {
      const own = [tally.payments, tally.uses, tally.activePayers, chargedWei(tally), tally.burnedWei];
      return [number, endedS, ...own, all.mintedWei, all.burnedWei, all.supplyWei];
    });
    download(`kumiai-${market.toLowerCase()}.csv`, [head, ...lines]);
  };
  return (
    <button type="button" class="small" onClick={save}>
      {said.csv}
    </button>
  );
}
