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
  { path: "/search/:text", load: () => import("./search/index") },
];

export const missing: Route = { path: "", load: () => import("./missing/index") };
