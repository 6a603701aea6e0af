// Words for the members of the enumerations of licensing.
import type { AssetState, CaseKind, CaseState, Kind, LicenceState, OfferState, Tag, TagState } from "@kumiai/licensing";
import { type Bilingual, bilingual } from "../language";

export const assetStates: Bilingual<Record<keyof typeof AssetState, string>> = bilingual(
  { NOTHING: "none", DRAFT: "draft", LISTED: "for sale", PAUSED: "paused", RETIRED: "retired" },
  { NOTHING: "なし", DRAFT: "下書き", LISTED: "販売中", PAUSED: "一時停止", RETIRED: "提供終了" },
);

export const tagStates: Bilingual<Record<keyof typeof TagState, string>> = bilingual(
  { CLEAN: "none", CHALLENGED: "challenged", TAGGED: "tagged" },
  { CLEAN: "なし", CHALLENGED: "審査中", TAGGED: "付与" },
);

export const tags: Bilingual<Record<keyof typeof Tag, string>> = bilingual(
  { NOT_THE_OWNERS: "not the owner's", UNLAWFUL: "unlawful", PERSONAL_DATA: "personal data", MISDESCRIBED: "not what it says" },
  { NOT_THE_OWNERS: "所有者のものではない", UNLAWFUL: "違法", PERSONAL_DATA: "個人情報", MISDESCRIBED: "説明と異なる" },
);

export const offerStates: Bilingual<Record<keyof typeof OfferState, string>> = bilingual(
  { NOTHING: "none", ACTIVE: "open", CLOSED: "closed" },
  { NOTHING: "なし", ACTIVE: "受付中", CLOSED: "終了" },
);

export const kinds: Bilingual<Record<keyof typeof Kind, string>> = bilingual(
  {
    PERPETUAL: "for ever",
    TIMED: "for a time",
    USES: "for a number of uses",
    SEATS: "by seats",
    RENTAL: "rental",
    FREE: "free",
    SUBSCRIPTION: "subscription",
  },
  {
    PERPETUAL: "無期限",
    TIMED: "期間限定",
    USES: "回数制",
    SEATS: "席数制",
    RENTAL: "レンタル",
    FREE: "無償",
    SUBSCRIPTION: "定期購読",
  },
);

export const licenceStates: Bilingual<Record<keyof typeof LicenceState, string>> = bilingual(
  {
    NOTHING: "none",
    PENDING: "waiting for approval",
    REJECTED: "rejected",
    ACTIVE: "valid",
    CANCELLING: "ends with its period",
    GRACE: "in grace",
    OVERDUE: "overdue",
    SUSPENDED: "suspended",
    EXPIRED: "expired",
    EXHAUSTED: "used up",
    LAPSED: "lapsed",
    ENDED: "ended",
    RETURNED: "returned",
    REVOKED: "revoked",
  },
  {
    NOTHING: "なし",
    PENDING: "承認待ち",
    REJECTED: "不承認",
    ACTIVE: "有効",
    CANCELLING: "期間満了で終了",
    GRACE: "猶予期間中",
    OVERDUE: "返却遅延",
    SUSPENDED: "停止中",
    EXPIRED: "期限切れ",
    EXHAUSTED: "使い切り",
    LAPSED: "失効",
    ENDED: "終了",
    RETURNED: "返却済み",
    REVOKED: "取り消し",
  },
);

export const caseKinds: Bilingual<Record<keyof typeof CaseKind, string>> = bilingual(
  { TAG: "tag", CONTEST: "against a tag", APPEAL: "appeal" },
  { TAG: "タグの申し立て", CONTEST: "タグへの反論", APPEAL: "不服申し立て" },
);

export const caseStates: Bilingual<Record<keyof typeof CaseState, string>> = bilingual(
  { NOTHING: "none", OPEN: "open", UPHELD: "upheld", DISMISSED: "dismissed", LAPSED: "lapsed" },
  { NOTHING: "なし", OPEN: "審理中", UPHELD: "認容", DISMISSED: "棄却", LAPSED: "失効" },
);
