// All validators: stake, commission, uptime, and who of them decides blocks now.
import { Standing } from "@kumiai/staking";
import { type Validator, uptimeBps, validators } from "../../data/validators";
import { href } from "../../router";
import { type Language, useLanguage, useText } from "../../text/language";
import { standings } from "../../text/members/staking";
import { basisPoints, count, percent } from "../../text/numbers";
import { Amount } from "../../ui/Amount";
import { Answer } from "../../ui/Answer";
import { Begin } from "../../ui/Begin";
import { Figures } from "../../ui/Facts";
import { Foreign } from "../../ui/Foreign";
import { Page, Section } from "../../ui/Page";
import { State } from "../../ui/State";
import { Status } from "../../ui/Status";
import { type Column, Table } from "../../ui/Table";
import { useAsked } from "../../ui/asked";
import { useBeat } from "../../ui/refresh";
import { text } from "./text";

export default function Validators() {
  const said = useText(text);
  const asked = useAsked(validators, [useBeat()]);
  return (
    <Page title={said.title} lead={said.lead}>
      <Answer of={asked}>{({ all, totalPower }) => <Set all={all} totalPower={totalPower} />}</Answer>
    </Page>
  );
}

function Set({ all, totalPower }: { all: readonly Validator[]; totalPower: bigint }) {
  const [said, language] = [useText(text), useLanguage()];
  const deciding = all.filter((one) => one.power > 0n);
  const stakeWei = all.reduce((sum, one) => sum + one.record.tokensWei, 0n);
  return (
    <>
      <Figures
        rows={[
          [said.count, count(all.length, language)],
          [said.decidingCount, count(deciding.length, language)],
          [said.total, <Amount wei={stakeWei} />],
        ]}
      />
      <Section title={said.set}>
        <Table
          caption={said.set}
          columns={useColumns(totalPower)}
          rows={all}
          keyOf={(one) => one.record.validator}
          empty={<Begin command={said.begin} />}
        />
      </Section>
    </>
  );
}

function useColumns(totalPower: bigint): Column<Validator>[] {
  const [said, language] = [useText(text), useLanguage()];
  return [
    { title: said.validator, cell: nameOf, isMain: true },
    { title: said.standing, cell: (one) => <Role of={one} /> },
    { title: said.stake, cell: ({ record }) => <Amount wei={record.tokensWei} />, isNumber: true },
    { title: said.share, cell: ({ power }) => shareText(power, totalPower, language), isNumber: true },
    { title: said.commission, cell: ({ record }) => basisPoints(record.commissionBps, language), isNumber: true },
    { title: said.uptime, cell: ({ signing }) => basisPoints(uptimeBps(signing), language), isNumber: true },
    { title: said.missed, cell: ({ signing }) => count(signing.missedBlocks, language), isNumber: true },
  ];
}

function nameOf({ record }: Validator) {
  return (
    <a href={href("validators", record.validator)}>
      <Foreign text={record.moniker || record.validator} />
    </a>
  );
}

/** Whether a validator decides blocks, waits to, or is shut out. */
export function Role({ of }: { of: Pick<Validator, "record" | "power"> }) {
  const [said, names] = [useText(text), useText(standings)];
  const { standing, isCandidate } = of.record;
  if (standing !== Standing.FREE) {
    return <State value={standing} of={Standing} names={names} tones={{ JAILED: "bad", TOMBSTONED: "bad" }} />;
  }
  if (of.power > 0n) return <Status tone="good">{said.deciding}</Status>;
  return <Status tone={isCandidate ? "busy" : "quiet"}>{isCandidate ? said.waiting : said.resting}</Status>;
}

export function shareText(part: bigint, whole: bigint, language: Language): string {
  return whole === 0n ? "–" : percent(Number((part * 1_000_000n) / whole) / 1_000_000, language, 2);
}
