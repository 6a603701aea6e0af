// The network in figures: each market's use and revenue by epoch, burn, issue and supply.
import { type MarketName, MARKETS, chargedWei, epochsOf, supply, totalsOf } from "../../data/figures";
import { go } from "../../router";
import { useLanguage, useText } from "../../text/language";
import { fill } from "../../text/fill";
import { basisPoints, count, percent } from "../../text/numbers";
import { Amount } from "../../ui/Amount";
import { Answer } from "../../ui/Answer";
import { Facts, Figures } from "../../ui/Facts";
import { Page, Section } from "../../ui/Page";
import { useAsked } from "../../ui/asked";
import { useBeat } from "../../ui/refresh";
import type { PageProps } from "../index";
import { Epochs } from "./Epochs";
import { markets, text } from "./text";

type Totals = Awaited<ReturnType<typeof totalsOf>>;

export default function FiguresPage({ query }: PageProps) {
  const [said, names, beat] = [useText(text), useText(markets), useBeat()];
  const market = MARKETS.find((name) => name.toLowerCase() === query.get("market")) ?? "ALL";
  const totals = useAsked(() => totalsOf(market), [market, beat]);
  const epochs = useAsked(async () => ({ market, rows: await epochsOf(market) }), [market, beat]);
  return (
    <Page title={said.title} lead={said.lead}>
      <Choice market={market} />
      <Section title={`${names[market]}: ${said.ever}`}>
        <Answer of={totals}>{(found) => <Total of={found} />}</Answer>
      </Section>
      <Answer of={epochs}>{(found) => <Epochs market={found.market} rows={found.rows} />}</Answer>
      <Supply />
    </Page>
  );
}

function Choice({ market }: { market: MarketName }) {
  const [said, names] = [useText(text), useText(markets)];
  return (
    <fieldset class="choices">
      <legend class="unseen">{said.market}</legend>
      {MARKETS.map((name) => (
        <button key={name} type="button" aria-pressed={name === market} onClick={() => go(`/figures?market=${name.toLowerCase()}`)}>
          {names[name]}
        </button>
      ))}
    </fieldset>
  );
}

function Total({ of: { tally, rates } }: { of: Totals }) {
  const [said, language] = [useText(text), useLanguage()];
  const disputes = { found: count(tally.disputes, language), share: basisPoints(rates.disputedBps, language) };
  return (
    <>
      <div class="spaced">
        <Figures
          rows={[
            [said.payments, count(tally.payments, language)],
            [said.uses, count(tally.uses, language)],
            [said.payers, count(tally.payers, language)],
            [said.charged, <Amount wei={chargedWei(tally)} />],
            [said.refunded, <Amount wei={tally.refundedWei} />],
            [said.disputes, fill(said.disputesOf, disputes)],
          ]}
        />
      </div>
      <h3>{said.legs}</h3>
      <Facts
        rows={[
          [said.supplier, <Amount wei={tally.supplierWei} />],
          [said.infrastructure, <Amount wei={tally.infrastructureWei} />],
          [said.contributor, <Amount wei={tally.contributorWei} />],
          [said.referrer, <Amount wei={tally.referrerWei} />],
          [said.verifier, <Amount wei={tally.verifierWei} />],
          [said.treasury, <Amount wei={tally.treasuryWei} />],
          [said.burned, <Amount wei={tally.burnedWei} />],
        ]}
      />
    </>
  );
}

function Supply() {
  const [said, language] = [useText(text), useLanguage()];
  const asked = useAsked(supply, [useBeat()]);
  const share = (rate: bigint): string => percent(Number(rate / 10n ** 12n) / 1e6, language, 2);
  return (
    <Section title={said.supply}>
      <Answer of={asked}>
        {(found) => (
          <Facts
            rows={[
              [said.now, <Amount wei={found.now} />],
              [said.genesis, <Amount wei={found.genesis} />],
              [said.issued, <Amount wei={found.minted} />],
              [said.burnedEver, <Amount wei={found.burned} />],
              [said.cap, <Amount wei={found.cap} />],
              [said.rate, share(found.rate)],
              [said.bonded, share(found.bonded)],
            ]}
          />
        )}
      </Answer>
    </Section>
  );
}
