import { type Templates, said } from "./template";

export const slashing: Templates = {
  unjail: said("{sender} asks to compete for the set again", "{sender} がバリデーターとしての復帰を申請"),
  BlockMissed: said("{validator} did not sign the block before; {missedBlocks} missed in its window", "{validator} が直前のブロックに署名しなかった（期間内 {missedBlocks} 回）"),
  FaultIgnored: said("Proof of a fault ({fault}) of {consensusAddress} at height {height} changed nothing: {reason}", "{consensusAddress} のブロック {height} での違反（{fault}）の証拠は効果なし：{reason}"),
  FaultPostponed: said("A fault ({fault}) of {consensusAddress} at height {height} is punished once staking goes on", "{consensusAddress} のブロック {height} での違反（{fault}）の処罰は、ステーキング再開まで延期"),
  FaultPunished: said("{validator} broke consensus ({fault}) at height {height}: {fractionBps} slashed, shut out for good", "{validator} がブロック {height} で合意規則に違反（{fault}）：{fractionBps} を没収し、永久追放"),
  JailedForDowntime: said("{validator} missed {missedBlocks} blocks and is out until {untilS}", "{validator} が {missedBlocks} ブロックを欠席し、{untilS} まで除外"),
  Unjailed: said("{validator} may compete for the set again", "{validator} が復帰可能に"),
};
