// A call or an event as a sentence: its template's words, with values in their places.
import type { Language } from "../text/language";
import { type Decoded, type Field, fieldAt } from "./decode";
import { templates } from "./templates/index";

export type Part =
  | { readonly kind: "words"; readonly text: string }
  | { readonly kind: "field"; readonly field: Field }
  | { readonly kind: "sender" }
  | { readonly kind: "coins" }; // that the transaction sends along

/** Return the sentence of what was decoded; of what has no template, its name in words. */
export function sentence(decoded: Decoded, language: Language): Part[] {
  const { module, name, fields } = decoded;
  const template = templates[module.name]?.[name];
  if (template === undefined) return [{ kind: "words", text: spaced(name) }];
  return template[language].split(/(\{[\w.]+\})/).filter(Boolean).map((piece) => part(piece, fields));
}

function part(piece: string, fields: readonly Field[]): Part {
  if (!piece.startsWith("{")) return { kind: "words", text: piece };
  const path = piece.slice(1, -1);
  if (path === "sender") return { kind: "sender" };
  if (path === "coins") return { kind: "coins" };
  const field = fieldAt(fields, path);
  return field ? { kind: "field", field } : { kind: "words", text: piece };
}

/** "order opened" for OrderOpened. */
export function spaced(name: string): string {
  return name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, " ").replaceAll("_", " ").toLowerCase();
}
