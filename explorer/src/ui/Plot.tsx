// A line or bars over time, drawn as SVG; the same numbers stand in a table for who cannot see it.
import { useText } from "../text/language";
import { words } from "../text/words";

export interface Point {
  readonly x: number;
  readonly y: number;
}

interface Props {
  readonly title: string;
  readonly points: readonly Point[];
  readonly showX: (x: number) => string;
  readonly showY: (y: number) => string;
  readonly xTitle: string;
  readonly yTitle: string;
  readonly isBars?: boolean;
}

const [WIDTH, HEIGHT] = [480, 120];
const BAR_SHARE = 0.7; // of the room that a bar has

export function Plot(props: Props) {
  const { title, points, showX, showY, isBars = false } = props;
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 2) return <EmptyPlot title={title} />;
  const [low, high] = span(points, isBars);
  const summary = `${title}: ${showX(first.x)} ${showY(first.y)} – ${showX(last.x)} ${showY(last.y)}`;
  return (
    <figure class="plot">
      <figcaption>{title}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={summary}>
        <line class="axis" x1={0} x2={WIDTH} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} />
        {isBars ? <Bars points={points} low={low} high={high} /> : <Line points={points} low={low} high={high} />}
      </svg>
      <div class="scale" aria-hidden="true">
        <span>{showX(first.x)}</span>
        <span>
          {showY(low)} – {showY(high)}
        </span>
        <span>{showX(last.x)}</span>
      </div>
      <Numbers {...props} />
    </figure>
  );
}

/** A plot too small for axes, beside a number. */
export function Spark({ values, label }: { values: readonly number[]; label: string }) {
  const points = values.map((y, x) => ({ x, y }));
  const [low, high] = span(points, true);
  if (values.every((value) => value === 0)) return null;
  return (
    <svg class="spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={label}>
      <Bars points={points} low={low} high={high} />
    </svg>
  );
}

interface Drawn {
  readonly points: readonly Point[];
  readonly low: number;
  readonly high: number;
}

function Line({ points, low, high }: Drawn) {
  const [first, last] = [points[0]?.x ?? 0, points.at(-1)?.x ?? 0];
  const across = (x: number): number => ((x - first) / (last - first || 1)) * WIDTH;
  const line = points.map(({ x, y }) => `${across(x).toFixed(1)},${rise(y, low, high).toFixed(1)}`);
  return (
    <>
      <polygon class="area" points={`0,${HEIGHT} ${line.join(" ")} ${WIDTH},${HEIGHT}`} />
      <polyline class="line" points={line.join(" ")} vector-effect="non-scaling-stroke" />
    </>
  );
}

function Bars({ points, low, high }: Drawn) {
  const room = WIDTH / points.length;
  return (
    <>
      {points.map(({ x, y }, index) => {
        const top = rise(y, low, high);
        return <rect key={x} class="bar" x={index * room} y={top} width={room * BAR_SHARE} height={HEIGHT - top} />;
      })}
    </>
  );
}

function Numbers({ points, showX, showY, xTitle, yTitle }: Props) {
  const said = useText(words);
  return (
    <details class="numbers">
      <summary>{said.table}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{xTitle}</th>
            <th scope="col" class="right">
              {yTitle}
            </th>
          </tr>
        </thead>
        <tbody>
          {points.map(({ x, y }) => (
            <tr key={x}>
              <td>{showX(x)}</td>
              <td class="right">{showY(y)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function EmptyPlot({ title }: { title: string }) {
  return (
    <figure class="plot">
      <figcaption>{title}</figcaption>
      <p class="empty">{useText(words).nothing}</p>
    </figure>
  );
}

/** The lowest and the highest value; bars begin at 0, as their length is what is compared. */
function span(points: readonly Point[], isFromZero: boolean): [number, number] {
  const values = points.map((point) => point.y);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return isFromZero ? [Math.min(0, low), Math.max(high, 1)] : [low, high];
}

function rise(y: number, low: number, high: number): number {
  return HEIGHT - ((y - low) / (high - low || 1)) * (HEIGHT - 4) - 1;
}
