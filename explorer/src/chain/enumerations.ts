// Words for the numbers that modules write for kinds and states.
import * as client from "@kumiai/index";
import type { Language } from "../text/language";
import { members as phrases } from "../text/members/index";
import { ENGLISH, JAPANESE } from "./members";

const spaces: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  ...(client as Readonly<Record<string, Readonly<Record<string, unknown>>>>),
  model_fees: client.modelFees,
};

/** "low funds", or 「残高わずか」, for the number that a module's enumeration gives to LOW_FUNDS. */
export function memberOf(module: string, enumeration: string, value: number | bigint, language: Language): string {
  const members = spaces[module]?.[enumeration];
  const entries = typeof members === "object" && members !== null ? Object.entries(members) : [];
  const name = entries.find(([, number]) => number === Number(value))?.[0];
  if (name === undefined) return String(value);
  return phrases[module]?.[enumeration]?.[language][name] ?? memberIn(language, name);
}

/** A member's name in words, where its enumeration has none of its own. */
export function memberIn(language: Language, name: string): string {
  const words = language === "ja" ? JAPANESE[name] : ENGLISH[name];
  return words ?? name.toLowerCase().replaceAll("_", " ");
}
