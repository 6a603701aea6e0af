// Words for the members of the enumerations of devices.
import type { DeviceClass, PenaltyStatus, Reason, Status } from "@kumiai/devices";
import { type Bilingual, bilingual } from "../language";

export const statuses: Bilingual<Record<keyof typeof Status, string>> = bilingual(
  {
    NOTHING: "none",
    REGISTERED: "registered, no bond",
    PROBATION: "on probation",
    ACTIVE: "active",
    DEGRADED: "degraded",
    OFFLINE: "offline",
    MAINTENANCE: "in maintenance",
    SUSPECTED: "suspected",
    RETIRING: "retiring",
    RETIRED: "retired",
    BANNED: "banned",
  },
  {
    NOTHING: "なし",
    REGISTERED: "登録済み（担保なし）",
    PROBATION: "試用中",
    ACTIVE: "稼働中",
    DEGRADED: "性能低下",
    OFFLINE: "オフライン",
    MAINTENANCE: "保守中",
    SUSPECTED: "調査中",
    RETIRING: "引退手続き中",
    RETIRED: "引退",
    BANNED: "追放",
  },
);

export const classes: Bilingual<Record<keyof typeof DeviceClass, string>> = bilingual(
  { GPU: "GPU", EDGE_COMPUTE: "edge compute", BANDWIDTH: "bandwidth", STORAGE: "storage", SENSOR: "sensor" },
  { GPU: "GPU", EDGE_COMPUTE: "エッジ計算", BANDWIDTH: "帯域", STORAGE: "ストレージ", SENSOR: "センサー" },
);

export const penaltyStatuses: Bilingual<Record<keyof typeof PenaltyStatus, string>> = bilingual(
  { NOTHING: "none", PENDING: "pending", APPEALED: "appealed", EXECUTED: "carried out", LIFTED: "lifted" },
  { NOTHING: "なし", PENDING: "保留中", APPEALED: "不服申し立て中", EXECUTED: "執行済み", LIFTED: "取り消し" },
);

export const reasons: Bilingual<Record<keyof typeof Reason, string>> = bilingual(
  { OFFLINE: "offline", UNREACHABLE: "not reachable", UNSERVED: "paid, but did not serve", FRAUD: "fraud" },
  { OFFLINE: "オフライン", UNREACHABLE: "応答なし", UNSERVED: "支払いに対し提供せず", FRAUD: "不正" },
);
