// The reader's own vote, by the browser's wallet: every step says where it stands and what comes next.
import { governanceAddress } from "@kumiai/governance";
import type { Address as AddressText } from "viem";
import { useEffect, useState } from "preact/hooks";
import { OPTIONS, type OptionName, voteCall, voteOf } from "../../data/governance";
import { useText } from "../../text/language";
import { options } from "../../text/members/governance";
import { Foreign } from "../../ui/Foreign";
import { Address, BlockLink, TransactionLink } from "../../ui/Links";
import { useAsked } from "../../ui/asked";
import type { Wallet } from "../../wallet/discovery";
import { Rejected } from "../../wallet/failure";
import { type Session, type Step, useSession } from "../../wallet/session";
import { text } from "../governance/text";
import { Chosen } from "./Votes";

interface Props {
  readonly id: bigint;
  readonly onCounted: () => void;
}

export function Vote({ id, onCounted }: Props) {
  const [said, session] = [useText(text), useSession()];
  const isCounted = session.step.name === "done";
  useEffect(() => {
    if (isCounted) onCounted();
  }, [isCounted]);
  return (
    <div class="ballot">
      <p class="aside">{said.castLead}</p>
      <div role="status">
        <Said step={session.step} />
      </div>
      <Next id={id} session={session} />
    </div>
  );
}

/** Where it stands, in words; read aloud when it changes. */
function Said({ step }: { step: Step }) {
  const said = useText(text);
  switch (step.name) {
    case "wrongChain":
      return <p>{said.wrongChain}</p>;
    case "signing":
      return <p>{said.sign}</p>;
    case "noAccount":
      return <p>{said.noAccount}</p>;
    case "pending":
      return <p>{said.pending} <TransactionLink hash={step.hash} /></p>;
    case "done":
      return <Ended receipt={step.receipt} />;
    case "failed":
      return <Failed cause={step.cause} />;
    default:
      return null;
  }
}

function Ended({ receipt }: { receipt: { status: string; blockNumber: string; transactionHash: string } }) {
  const said = useText(text);
  return (
    <p>
      {receipt.status === "0x1" ? said.counted : said.refused} <BlockLink number={BigInt(receipt.blockNumber)} />,{" "}
      <TransactionLink hash={receipt.transactionHash} />
    </p>
  );
}

function Failed({ cause }: { cause: Error }) {
  const said = useText(text);
  if (cause instanceof Rejected) return <p>{said.rejected}</p>;
  return (
    <p>
      {said.failed}: <Foreign text={cause.message} />
    </p>
  );
}

/** What the reader can do now. */
function Next({ id, session }: { id: bigint; session: Session }) {
  const said = useText(text);
  const { step, switchTo, restart } = session;
  switch (step.name) {
    case "choosing":
      return <Wallets id={id} wallets={step.wallets} connect={session.connect} />;
    case "wrongChain":
      return <button type="button" onClick={() => switchTo(step.wallet)}>{said.switch}</button>;
    case "ready":
      return <Ballot id={id} account={step.account} vote={(option) => session.act(step.wallet, intent(step.account, id, option))} />;
    case "done":
    case "failed":
    case "noAccount":
      return <button type="button" onClick={restart}>{said.again}</button>;
    default:
      return null;
  }
}

function Wallets({ id, wallets, connect }: { id: bigint; wallets: readonly Wallet[]; connect: (wallet: Wallet) => void }) {
  const said = useText(text);
  if (wallets.length === 0) {
    return (
      <p>
        {said.noWallet} <code>kumiai gov vote {id.toString()} yes --from KEY</code>
      </p>
    );
  }
  return (
    <ul class="choices">
      {wallets.map((wallet) => (
        <li key={wallet.id}>
          <button type="button" onClick={() => connect(wallet)}>
            {said.connect}: <Foreign text={wallet.name} max={40} />
          </button>
        </li>
      ))}
    </ul>
  );
}

function Ballot({ id, account, vote }: { id: bigint; account: AddressText; vote: (option: OptionName) => void }) {
  const [said, names] = [useText(text), useText(options)];
  const [chosen, setChosen] = useState<OptionName>("YES");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        vote(chosen);
      }}
    >
      <p>
        {said.voteAs} <Address of={account} />. <Before id={id} account={account} />
      </p>
      <fieldset class="choices">
        <legend class="unseen">{said.option}</legend>
        {OPTIONS.map((option) => (
          <label key={option}>
            <input type="radio" name="option" checked={option === chosen} onChange={() => setChosen(option)} />
            {names[option]}
          </label>
        ))}
      </fieldset>
      <button type="submit">
        {said.votesWith}: {names[chosen]}
      </button>
    </form>
  );
}

/** How the account voted before; it may vote again. */
function Before({ id, account }: { id: bigint; account: AddressText }) {
  const said = useText(text);
  const asked = useAsked(() => voteOf(id, account), [id, account]);
  if (asked.isLoading) return null;
  if (!asked.value) return <span class="aside">{said.notVoted}</span>;
  return (
    <span>
      {said.yourVote}: <Chosen of={asked.value.options} />. <span class="aside">{said.changesVote}</span>
    </span>
  );
}

function intent(from: AddressText, id: bigint, option: OptionName) {
  return { from, to: governanceAddress, data: voteCall(id, option) };
}
