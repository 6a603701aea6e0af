import { type Templates, said } from "./template";

export const governance: Templates = {
  cancel: said("{sender} takes proposal {id} back", "{sender} が提案 {id} を取り下げ"),
  deposit: said("{sender} puts {coins} down for proposal {id}", "{sender} が提案 {id} に {coins} を預託"),
  submitCall: said("{sender} proposes a call of {module}: {title}", "{sender} が {module} の呼び出しを提案：{title}"),
  submitCancel: said("{sender} proposes to cancel proposal {targetId}: {title}", "{sender} が提案 {targetId} の取り消しを提案：{title}"),
  submitParameters: said("{sender} proposes other parameters: {title}", "{sender} がパラメーターの変更を提案：{title}"),
  submitResume: said("{sender} proposes to resume {module}: {title}", "{sender} が {module} の再開を提案：{title}"),
  submitSpend: said("{sender} proposes to pay {amountWei} to {recipient}: {title}", "{sender} が {recipient} への {amountWei} の支出を提案：{title}"),
  submitText: said("{sender} proposes: {title}", "{sender} の提案：{title}"),
  vote: said("{sender} votes {option} on proposal {id}", "{sender} が提案 {id} に {option} を投票"),
  voteWeighted: said("{sender} splits its vote on proposal {id}", "{sender} が提案 {id} に票を分けて投票"),
  ChangeScheduled: said("{parameter} becomes {value} at block {effectiveHeight} (proposal {proposalId})", "{parameter} がブロック {effectiveHeight} で {value} に（提案 {proposalId}）"),
  ChangesDropped: said("The changes of proposal {proposalId} could not be made: {reason}", "提案 {proposalId} の変更は実行できなかった：{reason}"),
  DepositAdded: said("{depositor} put {amountWei} down for proposal {id}, which has {totalWei} now", "{depositor} が提案 {id} に {amountWei} を預託（合計 {totalWei}）"),
  Overruled: said("{owner} votes with its own {amountWei} on proposal {id}, not {validator}", "提案 {id} で {owner} が自分の {amountWei} を {validator} に代わって投票"),
  ParameterChanged: said("{parameter} went from {old} to {new_} (proposal {proposalId})", "{parameter} が {old} から {new_} に（提案 {proposalId}）"),
  ProposalSubmitted: said("Proposal {id} ({kind}) of {proposer}: {title}", "{proposer} の提案 {id}（{kind}）：{title}"),
  StatusChanged: said("Proposal {id} is {status} {reason}", "提案 {id} は {status} {reason}"),
  Voted: said("{voter} voted on proposal {id} with {powerWei}", "{voter} が提案 {id} に {powerWei} で投票した"),
  VotingStarted: said("Voting on proposal {id} has begun: stake of block {snapshotHeight} counts, until {votingEndS}", "提案 {id} の投票を開始（ブロック {snapshotHeight} 時点のステーク、{votingEndS} まで）"),
};
