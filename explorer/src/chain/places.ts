// Which page of the explorer a number or a name in a sentence leads to.
import { routes } from "../pages/index";
import { href, match } from "../router";

// By the module and the name of the value: what stands before the value in the page's address.
const PLACES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  compute: { order: ["compute"], claim: ["verification"] },
  verification: { claim: ["verification"], earlier: ["verification"] },
  devices: { device: ["devices"], claim: ["verification"] },
  licensing: { asset: ["data"], parent: ["data"], ancestor: ["data"], child: ["data"], licence: ["data", "licence"] },
  model_fees: { modelId: ["models"], asset: ["data"], claim: ["verification"] },
  governance: { id: ["governance"], proposalId: ["governance"], targetId: ["governance"], parameter: ["parameters"] },
  bridge: { route: ["bridge"] },
};

/** The address of the page of a value; undefined where it has none, or this explorer has no such page. */
export function placeOf(module: string, name: string, value: unknown): string | undefined {
  const parts = PLACES[module]?.[name];
  if (!parts || (typeof value !== "bigint" && typeof value !== "number" && typeof value !== "string")) return undefined;
  if (value === "" || Number(value) === 0) return undefined;
  const found = href(...parts, String(value));
  return match(routes, found.slice(1)) && found;
}
