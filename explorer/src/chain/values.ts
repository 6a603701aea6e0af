// What a value is, by the conventions of the modules: a name ends with its unit.
import type { Field } from "./decode";

const KINDS = ["address", "wei", "bps", "height", "moment", "span", "text", "word", "bytes", "number", "reason"] as const;
export type Kind = (typeof KINDS)[number];

const MOMENTS_S = 1_000_000_000n; // seconds since 1970 from here on; less is a span of time
const HEIGHTS = /(^|[a-z])(height|Height|atBlock|untilBlock)$|^(block|height)$/;

export function isKind(text: string | undefined): text is Kind {
  return KINDS.includes(text as Kind);
}

export function kindOf({ name, type, value }: Field): Kind {
  if (type === "address") return "address";
  if (type === "string") return "text";
  if (type === "bytes32") return wordIn(value as string) === undefined ? "bytes" : "word";
  if (type.startsWith("bytes")) return "bytes";
  if (/(^w|W)ei$|Wei(Min|Max)$/.test(name)) return "wei";
  if (/(^b|B)ps$|Bps(Min|Max)$/.test(name)) return "bps";
  if (/[a-z]S$|S(Min|Max)$/.test(name)) return BigInt(value as bigint) >= MOMENTS_S ? "moment" : "span";
  return HEIGHTS.test(name) ? "height" : "number";
}

/** The text in a bytes32 that is padded with zeros, such as a capacity's class; undefined for a hash. */
export function wordIn(bytes32: string): string | undefined {
  const hex = bytes32.slice(2).replace(/(00)+$/, "");
  if (hex === "" || hex.length > 48 || hex.length % 2 !== 0) return undefined;
  const codes = hex.match(/../g)?.map((pair) => parseInt(pair, 16)) ?? [];
  return codes.every((code) => code >= 0x20 && code < 0x7f) ? String.fromCharCode(...codes) : undefined;
}
