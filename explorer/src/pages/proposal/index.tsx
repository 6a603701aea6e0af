// One proposal: what it changes, how the stake votes, and the reader's own vote.
import { Kind, Status } from "@kumiai/governance";
import { type Proposal, proposal, statusEndsS } from "../../data/governance";
import { Refused } from "../../chain/read";
import { useLanguage, useText } from "../../text/language";
import { kinds } from "../../text/members/governance";
import { count } from "../../text/numbers";
import { fill } from "../../text/fill";
import { Amount } from "../../ui/Amount";
import { Answer } from "../../ui/Answer";
import { type Fact, Facts } from "../../ui/Facts";
import { Foreign } from "../../ui/Foreign";
import { Address, BlockLink } from "../../ui/Links";
import { Page, Section } from "../../ui/Page";
import { wordFor } from "../../ui/State";
import { Time } from "../../ui/Time";
import { useAsked } from "../../ui/asked";
import { useBeat } from "../../ui/refresh";
import { ProposalStatus } from "../governance/index";
import { text } from "../governance/text";
import type { PageProps } from "../index";
import { Effects } from "./Effects";
import { TallyView } from "./Tally";
import { Vote } from "./Vote";
import { Votes } from "./Votes";

const TITLE_MAX = 200; // characters of a title before the rest waits in a detail

export default function ProposalPage({ params }: PageProps) {
  const said = useText(text);
  const number = params["id"] ?? "";
  if (!/^\d{1,18}$/.test(number)) return <Page title={said.proposal}>{said.unknown}</Page>;
  return <Known id={BigInt(number)} />;
}

function Known({ id }: { id: bigint }) {
  const [said, language] = [useText(text), useLanguage()];
  const asked = useAsked(() => proposal(id), [id, useBeat()]);
  const title = `${said.proposal} ${count(id, language)}`;
  if (asked.error instanceof Refused) return <Page title={title}>{said.unknown}</Page>;
  const lead = asked.value && <Foreign text={asked.value.proposal.title} max={TITLE_MAX} />;
  return (
    <Page title={title} lead={lead}>
      <Answer of={asked}>
        {(found) => (
          <>
            <Standing of={found.proposal} />
            <Effects of={found.proposal} parameters={found.parameters} />
            <VotingParts found={found} retry={asked.retry} />
          </>
        )}
      </Answer>
    </Page>
  );
}

function Standing({ of }: { of: Proposal }) {
  return <Facts rows={useFacts(of)} />;
}

type Found = Awaited<ReturnType<typeof proposal>>;

function VotingParts({ found, retry }: { found: Found; retry: () => void }) {
  const said = useText(text);
  const { id, status, tally, totalPowerWei } = found.proposal;
  if (totalPowerWei === 0n) {
    return status === Status.DEPOSIT ? (
      <p class="empty">
        {said.early} <code>{fill(said.addDeposit, { id: id.toString() })}</code>
      </p>
    ) : null;
  }
  return (
    <>
      <TallyView tally={tally} totalPowerWei={totalPowerWei} rules={found.rules} isOpen={status === Status.VOTING} />
      <Section title={said.cast}>{status === Status.VOTING ? <Vote id={id} onCounted={retry} /> : <p class="empty">{said.over}</p>}</Section>
      <Votes rows={found.votes} />
    </>
  );
}

function useFacts(of: Proposal): Fact[] {
  const [said, names] = [useText(text), useText(kinds)];
  const endsS = statusEndsS(of);
  return [
    [said.status, <ProposalStatus of={of} />],
    [said.kind, wordFor(of.kind, Kind, names)],
    [said.ends, endsS !== undefined && <Time at_s={endsS} absolute />],
    [said.ended, of.closedS > 0n && <Time at_s={of.closedS} absolute />],
    [said.reason, of.reason !== "" && <Foreign text={of.reason} />],
    [said.proposer, <Address of={of.proposer} />],
    [said.submitted, <Time at_s={of.submittedS} absolute />],
    [said.deposit, <><Amount wei={of.depositWei} /> {said.depositOf} <Amount wei={of.depositWeiMin} /></>],
    [said.snapshot, of.snapshotHeight > 0n && <BlockLink number={of.snapshotHeight} />],
    [said.summary, of.summary !== "" && <Foreign text={of.summary} max={400} />],
  ];
}
