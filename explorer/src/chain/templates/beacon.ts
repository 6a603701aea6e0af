import { type Templates, said } from "./template";

export const beacon: Templates = {
  ChainCommitted: said("{validator} committed to chain {number} of secrets, used from height {actsFrom:height} on", "{validator} が秘密の連鎖 {number} を約束（ブロック {actsFrom:height} から有効）"),
  JailedForMissedLinks: said("{validator} kept too many links back and is out until {untilS}", "{validator} が公開を怠りすぎたため、{untilS} まで除外"),
  LinkMissed: said("{validator} did not reveal its link: {inWindow} missed in its window, {fractionBps} slashed", "{validator} が値を公開しなかった（期間内 {inWindow} 回、没収 {fractionBps}）"),
};
