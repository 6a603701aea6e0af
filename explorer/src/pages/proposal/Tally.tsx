// How the stake votes: a bar with its shares, and each rule with what it needs and whether it is met.
import { type Count, OPTIONS, type OptionName, type Rules, type Tally, count } from "../../data/governance";
import { type Language, useLanguage, useText } from "../../text/language";
import { options } from "../../text/members/governance";
import { basisPoints } from "../../text/numbers";
import { fill } from "../../text/fill";
import { Amount } from "../../ui/Amount";
import { Facts } from "../../ui/Facts";
import { Section } from "../../ui/Page";
import { Status } from "../../ui/Status";
import { Table } from "../../ui/Table";
import { text } from "../governance/text";

interface Props {
  readonly tally: Tally;
  readonly totalPowerWei: bigint;
  readonly rules: Rules;
  readonly isOpen: boolean;
}

const WEI: Readonly<Record<OptionName, keyof Tally>> = { YES: "yesWei", NO: "noWei", ABSTAIN: "abstainWei", VETO: "vetoWei" };
const WIDTH = 1_000; // of the bar: all stake that may vote

export function TallyView(props: Props) {
  const [said, names, language] = [useText(text), useText(options), useLanguage()];
  const counted = count(props.tally, props.totalPowerWei, props.rules);
  const rows = OPTIONS.map((option) => ({ option, wei: props.tally[WEI[option]] }));
  type Row = (typeof rows)[number];
  const columns = [
    { title: said.option, cell: ({ option }: Row) => <span class={`vote ${option.toLowerCase()}`}>{names[option]}</span>, isMain: true },
    { title: said.stake, cell: ({ wei }: Row) => <Amount wei={wei} />, isNumber: true },
    { title: said.share, cell: ({ wei }: Row) => shareOf(wei, props.totalPowerWei, language), isNumber: true },
  ];
  return (
    <Section title={said.tally}>
      <Bar {...props} counted={counted} />
      <Table caption={said.tally} columns={columns} rows={rows} keyOf={(row) => row.option} empty="" />
      <Conditions rules={props.rules} counted={counted} />
      {props.isOpen && <p class="empty">{counted.isPassing ? said.wouldPass : said.wouldFail}</p>}
    </Section>
  );
}

/** The votes' shares of all stake, side by side, with a mark where the quorum is. */
function Bar({ tally, totalPowerWei, rules, counted }: Props & { counted: Count }) {
  const [said, language] = [useText(text), useLanguage()];
  const quorum = (rules.quorumBps * WIDTH) / 10_000;
  const label = fill(said.quorumOf, { found: basisPoints(counted.turnoutBps, language), least: basisPoints(rules.quorumBps, language) });
  let start = 0;
  return (
    <svg class="tally" viewBox={`0 0 ${WIDTH} 20`} preserveAspectRatio="none" role="img" aria-label={label}>
      <rect class="room" x={0} y={4} width={WIDTH} height={12} />
      {OPTIONS.map((option) => {
        const width = Number((tally[WEI[option]] * BigInt(WIDTH)) / totalPowerWei);
        start += width;
        return <rect key={option} class={option.toLowerCase()} x={start - width} y={4} width={width} height={12} />;
      })}
      <line class="quorum" x1={quorum} x2={quorum} y1={0} y2={20} vector-effect="non-scaling-stroke" />
    </svg>
  );
}

function Conditions({ rules, counted }: { rules: Rules; counted: Count }) {
  const [said, language] = [useText(text), useLanguage()];
  const told = (sentence: string, foundBps: number, leastBps: number): string =>
    fill(sentence, { found: basisPoints(foundBps, language), least: basisPoints(leastBps, language) });
  const mark = (isMet: boolean) => <Status tone={isMet ? "good" : "busy"}>{isMet ? said.met : said.unmet}</Status>;
  const veto = <Status tone={counted.isVetoed ? "bad" : "good"}>{counted.isVetoed ? said.sunk : said.held}</Status>;
  return (
    <Facts
      rows={[
        [said.quorum, <>{mark(counted.isQuorate)} {told(said.quorumOf, counted.turnoutBps, rules.quorumBps)}</>],
        [said.threshold, <>{mark(counted.isYes)} {told(said.thresholdOf, counted.yesBps, rules.thresholdBps)}</>],
        [said.veto, <>{veto} {told(said.vetoOf, counted.vetoBps, rules.vetoBps)}</>],
      ]}
    />
  );
}

function shareOf(wei: bigint, wholeWei: bigint, language: Language): string {
  return wholeWei === 0n ? "–" : basisPoints((wei * 10_000n) / wholeWei, language);
}
