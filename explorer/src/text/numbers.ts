// Numbers and times for people, in their language; coins without a digit lost.
import type { Language } from "./language";

export const COIN = "KUM";
export const WEI_PER_COIN = 10n ** 18n;
const FRACTION_DIGITS = 18;
const SHOWN_DIGITS = 6; // behind the point, where the exact amount is not asked for

export function count(value: number | bigint, language: Language): string {
  return new Intl.NumberFormat(language).format(value);
}

export function percent(share: number, language: Language, digits = 1): string {
  const options = { style: "percent", maximumFractionDigits: digits } as const;
  return new Intl.NumberFormat(language, options).format(share);
}

/** Basis points as a percentage: 250 is 2.5 %. */
export function basisPoints(bps: number | bigint, language: Language): string {
  return percent(Number(bps) / 10_000, language, 2);
}

/** Coins with up to so many digits behind the point; what would be 0 then stands in a smaller unit. */
export function coins(wei: bigint, language: Language, digits = SHOWN_DIGITS): [amount: string, unit: string] {
  const [sign, size] = wei < 0n ? ["−", -wei] : ["", wei];
  const whole = count(size / WEI_PER_COIN, language);
  const fraction = (size % WEI_PER_COIN).toString().padStart(FRACTION_DIGITS, "0");
  const shown = fraction.slice(0, digits).replace(/0+$/, "");
  if (size > 0n && whole === "0" && shown === "") {
    const [amount, unit] = smallAmount(size, language);
    return [sign + amount, unit];
  }
  return [sign + whole + (shown && `.${shown}`), COIN];
}

const SMALL_UNITS = [
  [10n ** 9n, "Gwei"],
  [10n ** 6n, "Mwei"],
] as const;

/** Few wei, such as a price of gas, in the largest unit of which there are ten. */
export function smallAmount(wei: bigint, language: Language): [amount: string, unit: string] {
  const [unit_wei, unit] = SMALL_UNITS.find(([size]) => wei >= 10n * size) ?? [1n, "wei"];
  return [count(wei / unit_wei, language), unit];
}

export function gasPrice(wei: bigint, language: Language): string {
  return smallAmount(wei, language).join(" ");
}

/** Coins with every digit behind the point. */
export function exactCoins(wei: bigint, language: Language): string {
  const [sign, size] = wei < 0n ? ["−", -wei] : ["", wei];
  const fraction = (size % WEI_PER_COIN).toString().padStart(FRACTION_DIGITS, "0").replace(/0+$/, "");
  return sign + count(size / WEI_PER_COIN, language) + (fraction && `.${fraction}`);
}

export function dateTime(time_s: number, language: Language): string {
  const options = { dateStyle: "medium", timeStyle: "medium" } as const;
  return new Intl.DateTimeFormat(language, options).format(time_s * 1_000);
}

const UNITS = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
] as const;

/** How long ago, or how soon: in the largest unit of which there is a whole one. */
export function relativeTime(time_s: number, now_s: number, language: Language): string {
  const distance_s = Math.round(time_s - now_s);
  const [unit, length_s] = UNITS.find(([, length_s]) => Math.abs(distance_s) >= length_s) ?? UNITS[5];
  const format = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  return format.format(Math.trunc(distance_s / length_s), unit);
}

/** A span of seconds in its two largest units. */
export function duration(span_s: number | bigint, language: Language): string {
  let left_s = Number(span_s);
  const parts: string[] = [];
  for (const [unit, length_s] of UNITS) {
    const whole = Math.floor(left_s / length_s);
    if (whole === 0 || parts.length === 2) continue;
    const options = { style: "unit", unit, unitDisplay: "long" } as const;
    parts.push(new Intl.NumberFormat(language, options).format(whole));
    left_s -= whole * length_s;
  }
  return parts.join(" ") || count(0, language);
}
