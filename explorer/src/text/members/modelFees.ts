// Words for the members of the enumerations of model_fees.
import type { ChannelState, ModelStatus } from "@kumiai/modelFees";
import { type Bilingual, bilingual } from "../language";

export const statuses: Bilingual<Record<keyof typeof ModelStatus, string>> = bilingual(
  { REGISTERED: "registered", ACTIVE: "for use", DEPRECATED: "being phased out", RETIRED: "retired" },
  { REGISTERED: "登録済み", ACTIVE: "提供中", DEPRECATED: "提供終了予定", RETIRED: "提供終了" },
);

export const channelStates: Bilingual<Record<keyof typeof ChannelState, string>> = bilingual(
  { NOTHING: "none", OPEN: "open", ACTIVE: "in use", CLOSING: "closing", SETTLED: "settled", EXPIRED: "expired" },
  { NOTHING: "なし", OPEN: "開設", ACTIVE: "利用中", CLOSING: "終了手続き中", SETTLED: "精算済み", EXPIRED: "期限切れ" },
);
