// How a model is used: what was charged day by day, and where those coins went.
import type { Model, model } from "../../data/models";
import { useLanguage, useText } from "../../text/language";
import { coins } from "../../text/numbers";
import { Amount } from "../../ui/Amount";
import { Facts } from "../../ui/Facts";
import { Section } from "../../ui/Page";
import { Plot } from "../../ui/Plot";
import { text } from "../models/text";

interface Props {
  readonly of: Model["usage"];
  readonly days: Awaited<ReturnType<typeof model>>["days"];
}

const GWEI = 1_000_000_000n; // a plot needs numbers: whole gwei are exact in them

export function Use({ of, days }: Props) {
  const [said, language] = [useText(text), useLanguage()];
  const day = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" });
  return (
    <Section title={said.usage}>
      <Facts
        rows={[
          [said.authorShare, <Amount wei={of.authorWei} />],
          [said.infrastructure, <Amount wei={of.infrastructureWei} />],
          [said.treasury, <Amount wei={of.treasuryWei} />],
          [said.referrers, <Amount wei={of.referrersWei} />],
          [said.bases, <Amount wei={of.basesWei} />],
          [said.data, <Amount wei={of.dataWei} />],
        ]}
      />
      <Plot
        title={said.use}
        points={days.map(({ startS, use }) => ({ x: startS, y: Number(use.chargedWei / GWEI) }))}
        showX={(x) => day.format(x * 1_000)}
        showY={(y) => coins(BigInt(Math.round(y)) * GWEI, language).join(" ")}
        xTitle={said.day}
        yTitle={said.charged}
        isBars
      />
    </Section>
  );
}
