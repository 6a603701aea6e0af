// All pages: where they are, what they are called in the navigation, and the program of each.
import type { ComponentType } from "preact";
import { type Bilingual, bilingual } from "../text/language";

export interface PageProps {
  readonly params: Readonly<Record<string, string>>; // what stands at the ":names" of the path
  readonly query: URLSearchParams;
}

export interface Route {
  readonly path: string;
  readonly label?: Bilingual<string>; // without one, the page is not in the navigation
  readonly load: () => Promise<{ default: ComponentType<PageProps> }>;
}

export const routes: readonly Route[] = [
  { path: "/", label: bilingual("Overview", "概要"), load: () => import("./home/index") },
  { path: "/block/:number", load: () => import("./block/index") },
  { path: "/tx/:hash", load: () => import("./transaction/index") },
  { path: "/account/:address", load: () => import("./account/index") },
  { path: "/validators", label: bilingual("Validators", "バリデーター"), load: () => import("./validators/index") },
  { path: "/validators/:address", load: () => import("./validator/index") },
  { path: "/governance", label: bilingual("Governance", "ガバナンス"), load: () => import("./governance/index") },
  { path: "/governance/:id", load: () => import("./proposal/index") },
  { path: "/parameters", label: bilingual("Parameters", "パラメーター"), load: () => import("./parameters/index") },
  { path: "/parameters/:name", load: () => import("./parameter/index") },
  { path: "/compute", label: bilingual("Compute", "計算資源"), load: () => import("./compute/index") },
  { path: "/compute/:number", load: () => import("./order/index") },
  { path: "/compute/provider/:address", load: () => import("./provider/index") },
  { path: "/data", label: bilingual("Data", "データ"), load: () => import("./data/index") },
  { path: "/data/:number", load: () => import("./asset/index") },
  { path: "/data/licence/:number", load: () => import("./licence/index") },
  { path: "/models", label: bilingual("Models", "モデル"), load: () => import("./models/index") },
  { path: "/models/:id", load: () => import("./model/index") },
  { path: "/devices", label: bilingual("Devices", "デバイス"), load: () => import("./devices/index") },
  { path: "/devices/:number", load: () => import("./device/index") },
  { path: "/verification", label: bilingual("Verification", "検証"), load: () => import("./verification/index") },
  { path: "/verification/:number", load: () => import("./claim/index") },
  { path: "/bridge", label: bilingual("Bridge", "ブリッジ"), load: () => import("./bridge/index") },
  { path: "/bridge/:number", load: () => import("./route/index") },
  { path: "/figures", label: bilingual("Figures", "統計"), load: () => import("./figures/index") },
  { path: "/search/:text", load: () => import("./search/index") },
];

export const missing: Route = { path: "", load: () => import("./missing/index") };
