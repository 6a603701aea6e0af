// Words for the members of the enumerations of bridge.
import type { ArrivalState, ClientKind, ClientState, PacketState, RouteState } from "@kumiai/bridge";
import { type Bilingual, bilingual } from "../language";

export const routeStates: Bilingual<Record<keyof typeof RouteState, string>> = bilingual(
  { NOTHING: "none", OPEN: "open", PAUSED: "paused", KILLED: "closed for ever" },
  { NOTHING: "なし", OPEN: "開通", PAUSED: "停止中", KILLED: "永久閉鎖" },
);

export const clientStates: Bilingual<Record<keyof typeof ClientState, string>> = bilingual(
  { NOTHING: "none", ACTIVE: "trusted", FROZEN: "frozen", SUBSTITUTED: "replaced" },
  { NOTHING: "なし", ACTIVE: "有効", FROZEN: "凍結", SUBSTITUTED: "交代済み" },
);

export const clientKinds: Bilingual<Record<keyof typeof ClientKind, string>> = bilingual(
  { KUMIAI: "proofs of the other chain's validators", ATTESTED: "attestations of this chain's validators, under bond" },
  { KUMIAI: "相手チェーンのバリデーターによる証明", ATTESTED: "このチェーンのバリデーターによる担保付き証言" },
);

export const packetStates: Bilingual<Record<keyof typeof PacketState, string>> = bilingual(
  { NOTHING: "none", SENT: "under way", ACKNOWLEDGED: "arrived", REFUNDED: "refused, came back", TIMED_OUT: "timed out, came back" },
  { NOTHING: "なし", SENT: "輸送中", ACKNOWLEDGED: "到着", REFUNDED: "拒否され返却", TIMED_OUT: "期限切れで返却" },
);

export const arrivalStates: Bilingual<Record<keyof typeof ArrivalState, string>> = bilingual(
  { NOTHING: "none", DELAYED: "held for a while", DELIVERED: "delivered", FAILED: "failed" },
  { NOTHING: "なし", DELAYED: "一時保留", DELIVERED: "受け渡し済み", FAILED: "失敗" },
);
