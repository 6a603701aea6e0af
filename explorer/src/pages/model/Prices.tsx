// A model's price lists, newest first: past, in force, announced; and their way as a plot.
import type { Terms } from "../../data/models";
import { useLanguage, useText } from "../../text/language";
import { coins, dateTime } from "../../text/numbers";
import { Amount } from "../../ui/Amount";
import { Section } from "../../ui/Page";
import { Plot } from "../../ui/Plot";
import { Status, type Tone } from "../../ui/Status";
import { type Column, Table } from "../../ui/Table";
import { Time, useNow } from "../../ui/Time";
import { text } from "../models/text";

type Row = Terms & { readonly version: number };

const MILLION = 1_000_000n;
const GWEI = 1_000_000_000n; // a plot needs numbers: whole gwei are exact in them

export function Prices({ versions }: { versions: readonly Terms[] }) {
  const said = useText(text);
  const rows = versions.map((terms, at): Row => ({ ...terms, version: at + 1 }));
  return (
    <Section title={said.prices}>
      <PriceTable rows={[...rows].reverse()} />
      {rows.length > 1 && (
        <div class="columns">
          <PricePlot title={said.plot} rows={rows} priceOf={({ prices }) => prices.inputTokenPriceWei} />
          <PricePlot title={said.plotWritten} rows={rows} priceOf={({ prices }) => prices.outputTokenPriceWei} />
        </div>
      )}
    </Section>
  );
}

function PriceTable({ rows }: { rows: readonly Row[] }) {
  const [said, now] = [useText(text), useNow()];
  const newest = rows.find((row) => Number(row.effectiveS) <= now)?.version; // the list in force
  const columns: Column<Row>[] = [
    { title: said.version, cell: ({ version }) => version },
    { title: said.status, cell: (row) => <Phase version={row.version} current={newest} /> },
    { title: said.from, cell: ({ effectiveS }) => <Time at_s={effectiveS} absolute />, isMain: true },
    { title: said.inputPrice, cell: ({ prices }) => <Amount wei={prices.inputTokenPriceWei} />, isNumber: true },
    { title: said.outputPrice, cell: ({ prices }) => <Amount wei={prices.outputTokenPriceWei} />, isNumber: true },
  ];
  return <Table caption={said.prices} columns={columns} rows={rows} keyOf={(row) => row.version} empty={said.none} />;
}

function Phase({ version, current = 0 }: { version: number; current: number | undefined }) {
  const said = useText(text);
  const [tone, word]: [Tone, string] =
    version === current ? ["good", said.active] : version > current ? ["busy", said.announced] : ["quiet", said.past];
  return <Status tone={tone}>{word}</Status>;
}

interface PlotProps {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly priceOf: (row: Row) => bigint;
}

function PricePlot({ title, rows, priceOf }: PlotProps) {
  const [said, language] = [useText(text), useLanguage()];
  const points = rows.map((row) => ({ x: Number(row.effectiveS), y: Number((priceOf(row) * MILLION) / GWEI) }));
  return (
    <Plot
      title={title}
      points={points}
      showX={(x) => dateTime(x, language)}
      showY={(y) => coins(BigInt(Math.round(y)) * GWEI, language).join(" ")}
      xTitle={said.from}
      yTitle={said.price}
      isBars
    />
  );
}
