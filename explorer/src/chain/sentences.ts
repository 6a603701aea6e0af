// A call or an event as a sentence: its template's words, with values in their places.
import type { Language } from "../text/language";
import { type Decoded, type Field, fieldAt } from "./decode";
import { templateOf } from "./templates/index";
import { type Kind, isKind } from "./values";

export type Part =
  | { readonly kind: "words"; readonly text: string }
  | { readonly kind: "field"; readonly field: Field; readonly shownAs: Kind | undefined }
  | { readonly kind: "sender" }
  | { readonly kind: "coins" }; // that the transaction sends along

/** Return the sentence of what was decoded; of what has no template, its name in words. */
export function sentence(decoded: Decoded, language: Language): Part[] {
  const template = templateOf(decoded.module.name, decoded.name);
  if (template === undefined) return [{ kind: "words", text: spaced(decoded.name) }];
  const pieces = template[language].split(/(\{[^}]+\})/);
  return pieces.filter((piece) => piece !== "").map((piece) => part(piece, decoded.fields));
}

function part(piece: string, fields: readonly Field[]): Part {
  if (!piece.startsWith("{")) return { kind: "words", text: piece };
  const [path = "", shownAs] = piece.slice(1, -1).split(":");
  const field = fieldAt(fields, path);
  if (field) return { kind: "field", field, shownAs: isKind(shownAs) ? shownAs : undefined };
  if (path === "sender" || path === "coins") return { kind: path };
  return { kind: "words", text: piece };
}

/** "order opened" for OrderOpened. */
export function spaced(name: string): string {
  return name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, " ").replaceAll("_", " ").trim().toLowerCase();
}
