// What the account earned and spent, by role, over as many blocks as the reader wants added up.
import type { Address } from "viem";
import { useEffect, useRef, useState } from "preact/hooks";
import { useHeight } from "../../chain/head";
import { type Statement, readStatement } from "../../chain/income";
import { useLanguage, useText } from "../../text/language";
import { count, percent } from "../../text/numbers";
import { Failure } from "../../ui/Answer";
import { Section } from "../../ui/Page";
import { Progress } from "../../ui/Progress";
import { StatementTable } from "./StatementTable";
import { texts } from "./text";

const SPANS = [1_000, 10_000, 100_000, Infinity] as const; // blocks
type State = { readonly share?: number; readonly statement?: Statement; readonly cause?: unknown };

export function Income({ address }: { address: Address }) {
  const [said, language, height] = [useText(texts), useLanguage(), useHeight()];
  const [span, setSpan] = useState<number>(SPANS[2]);
  const [{ share, statement, cause }, setState] = useState<State>({});
  const running = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const start = (): void => {
    if (height === undefined) return;
    running.current?.abort();
    const { signal } = (running.current = new AbortController());
    setState({ share: 0 });
    const from = Math.max(1, height - span + 1);
    const progress = (share: number): void => void (signal.aborted || setState({ share }));
    readStatement(address, from, height, progress, signal).then(
      (statement) => signal.aborted || setState({ statement }),
      (cause: unknown) => signal.aborted || setState({ cause }),
    );
  };

  return (
    <Section title={said.income}>
      <p class="lead">{said.incomeLead}</p>
      <div class="controls">
        <label>
          {said.span}
          <select value={String(span)} onChange={(event) => setSpan(Number(event.currentTarget.value))}>
            {SPANS.map((blocks) => (
              <option key={blocks} value={String(blocks)}>
                {blocks === Infinity ? said.allBlocks : said.lastBlocks(count(blocks, language))}
              </option>
            ))}
          </select>
        </label>
        <button type="button" onClick={start} disabled={share !== undefined || height === undefined}>
          {said.addUp}
        </button>
      </div>
      <div aria-live="polite">
        {share !== undefined && <Progress share={share} label={said.adding(percent(share, language, 0))} />}
        {cause !== undefined && <Failure cause={cause} retry={start} />}
        {statement && <StatementTable of={statement} />}
      </div>
    </Section>
  );
}
