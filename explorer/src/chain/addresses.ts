// The addresses that every Kumiai chain has, and their names. They stand here, apart from the ABIs,
// so that a page need not load those to name an address; a test holds them to the rendered client.
import { type Bilingual, bilingual } from "../text/language";

export const ZERO = "0x0000000000000000000000000000000000000000";
export const SYSTEM = "0xfffffffffffffffffffffffffffffffffffffffe";

export interface Named {
  readonly module: string; // as the node writes it; "" for what is no module
  readonly label: Bilingual<string>;
}

const named = (module: string, en: string, ja: string): Named => ({ module, label: bilingual(en, ja) });

export const NAMES: ReadonlyMap<string, Named> = new Map([
  ["0x0000000000000000000000000000000000000800", named("staking", "Staking", "ステーキング")],
  ["0x0000000000000000000000000000000000000801", named("rewards", "Rewards", "報酬")],
  ["0x0000000000000000000000000000000000000802", named("bridge", "Bridge", "ブリッジ")],
  ["0x0000000000000000000000000000000000000804", named("token", "Token", "トークン")],
  ["0x0000000000000000000000000000000000000805", named("governance", "Governance", "ガバナンス")],
  ["0x0000000000000000000000000000000000000806", named("slashing", "Slashing", "スラッシング")],
  ["0x0000000000000000000000000000000000000807", named("treasury", "Treasury", "トレジャリー")],
  ["0x0000000000000000000000000000000000000808", named("mint", "Mint", "ミント")],
  ["0x0000000000000000000000000000000000000809", named("beacon", "Beacon", "ビーコン")],
  ["0x0000000000000000000000000000000000000a00", named("compute", "Compute", "計算資源")],
  ["0x0000000000000000000000000000000000000a01", named("verification", "Verification", "検証")],
  ["0x0000000000000000000000000000000000000a02", named("licensing", "Licensing", "ライセンス")],
  ["0x0000000000000000000000000000000000000a03", named("model_fees", "Model fees", "モデル料金")],
  ["0x0000000000000000000000000000000000000a04", named("devices", "Devices", "デバイス")],
  ["0x0000000000000000000000000000000000000a05", named("identity", "Identity", "アイデンティティ")],
  ["0x0000000000000000000000000000000000000a06", named("analytics", "Analytics", "統計")],
  [SYSTEM, named("", "The chain itself", "チェーン自身")],
  [ZERO, named("", "Nowhere", "なし")],
]);

export function nameOf(address: string): Named | undefined {
  return NAMES.get(address.toLowerCase());
}

export function shorten(hex: string, start = 6, end = 4): string {
  return hex.length <= start + end + 1 ? hex : `${hex.slice(0, start)}…${hex.slice(-end)}`;
}
