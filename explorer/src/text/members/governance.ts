// Words for the members of the enumerations of governance.
import type { Kind, Option, Scope, Status } from "@kumiai/governance";
import { type Bilingual, bilingual } from "../language";

export const statuses: Bilingual<Record<keyof typeof Status, string>> = bilingual(
  {
    DEPOSIT: "collecting its deposit",
    VOTING: "voting",
    TIMELOCK: "passed, waiting",
    EXECUTED: "carried out",
    REJECTED: "rejected",
    VETOED: "vetoed",
    FAILED_QUORUM: "too few voted",
    FAILED: "could not be carried out",
    CANCELLED: "cancelled",
    EXPIRED: "expired",
  },
  {
    DEPOSIT: "預託金を募集中",
    VOTING: "投票中",
    TIMELOCK: "可決・実行待ち",
    EXECUTED: "実行済み",
    REJECTED: "否決",
    VETOED: "拒否権により否決",
    FAILED_QUORUM: "定足数不足",
    FAILED: "実行失敗",
    CANCELLED: "取り下げ",
    EXPIRED: "期限切れ",
  },
);

export const kinds: Bilingual<Record<keyof typeof Kind, string>> = bilingual(
  {
    PARAMETERS: "change of parameters",
    TREASURY_SPEND: "payment by the treasury",
    TEXT: "statement",
    CANCEL: "cancels a proposal",
    RESUME: "resumes a module",
    CALL: "call of a module",
  },
  {
    PARAMETERS: "パラメーターの変更",
    TREASURY_SPEND: "トレジャリーからの支払い",
    TEXT: "意思表明",
    CANCEL: "提案の取り消し",
    RESUME: "モジュールの再開",
    CALL: "モジュールの呼び出し",
  },
);

export const options: Bilingual<Record<keyof typeof Option, string>> = bilingual(
  { YES: "Yes", NO: "No", ABSTAIN: "Abstain", VETO: "Veto" },
  { YES: "賛成", NO: "反対", ABSTAIN: "棄権", VETO: "拒否権" },
);

export const scopes: Bilingual<Record<keyof typeof Scope, string>> = bilingual(
  { NOW: "at once", NEW_ONLY: "for what begins after", NEXT_EPOCH: "from the next epoch on" },
  { NOW: "ただちに", NEW_ONLY: "以後に始まるものから", NEXT_EPOCH: "次のエポックから" },
);
