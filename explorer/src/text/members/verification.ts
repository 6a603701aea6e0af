// Words for the members of the enumerations of verification.
import type { Choice, ClaimState, Kind, Side } from "@kumiai/verification";
import { type Bilingual, bilingual } from "../language";

export const claimStates: Bilingual<Record<keyof typeof ClaimState, string>> = bilingual(
  {
    NOTHING: "none",
    COMMITTED: "sealed",
    REVEALED: "shown, open to challenge",
    CHALLENGED: "challenged",
    EVIDENCE: "taking evidence",
    DRAWING: "drawing voters",
    VOTING: "voting, sealed",
    OPENING: "opening votes",
    BISECTING: "bisection",
    RULED: "ruled on",
    EXECUTED: "final",
  },
  {
    NOTHING: "なし",
    COMMITTED: "封印提出済み",
    REVEALED: "開示・異議受付中",
    CHALLENGED: "異議あり",
    EVIDENCE: "証拠受付中",
    DRAWING: "投票者を抽選中",
    VOTING: "秘密投票中",
    OPENING: "開票中",
    BISECTING: "二分探索中",
    RULED: "裁定済み",
    EXECUTED: "確定",
  },
);

export const kinds: Bilingual<Record<keyof typeof Kind, string>> = bilingual(
  { RESULT: "result of work", ACCUSATION: "accusation" },
  { RESULT: "作業の成果", ACCUSATION: "告発" },
);

export const sides: Bilingual<Record<keyof typeof Side, string>> = bilingual(
  { NONE: "nobody", AGAINST_WORKER: "against the worker", FOR_WORKER: "for the worker" },
  { NONE: "なし", AGAINST_WORKER: "作業者に反対", FOR_WORKER: "作業者を支持" },
);

export const choices: Bilingual<Record<keyof typeof Choice, string>> = bilingual(
  { NONE: "not yet", AGAINST: "against the worker", SPLIT: "in between", WORKER: "for the worker" },
  { NONE: "未定", AGAINST: "作業者に反対", SPLIT: "中間", WORKER: "作業者を支持" },
);
