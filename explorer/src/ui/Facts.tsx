// What is known of one thing: terms and what stands for them. A row without a value is left out.
import type { ComponentChildren } from "preact";

export type Fact = readonly [term: string, value: ComponentChildren];

export function Facts({ rows }: { rows: readonly Fact[] }) {
  const known = rows.filter(([, value]) => value !== undefined && value !== null && value !== false);
  return (
    <dl class="facts">
      {known.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Headline figures: a few numbers that a reader looks for first. */
export function Figures({ rows }: { rows: readonly Fact[] }) {
  return (
    <dl class="figures">
      {rows.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value ?? <span class="waiting">–</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
