// Every call and every event of every module has its sentence, in both languages, of its own values.
import { describe, expect, it } from "vitest";
import { modules } from "../src/chain/modules";
import { templateOf } from "../src/chain/templates/index";
import { LANGUAGES } from "../src/text/language";

interface Parameter {
  readonly name?: string | undefined;
  readonly components?: readonly Parameter[];
}

interface Item {
  readonly module: string;
  readonly name: string;
  readonly isCall: boolean;
  readonly inputs: readonly Parameter[];
}

const items: Item[] = modules.flatMap(({ name: module, abi }) =>
  abi.flatMap((item): Item[] => {
    if (item.type === "event") return [{ module, name: item.name, isCall: false, inputs: item.inputs }];
    const isCall = item.type === "function" && item.stateMutability !== "view" && item.stateMutability !== "pure";
    return isCall ? [{ module, name: item.name, isCall, inputs: item.inputs }] : [];
  }),
);

function has(inputs: readonly Parameter[], path: readonly string[]): boolean {
  const found = inputs.find((input) => input.name === path[0]);
  return found !== undefined && (path.length === 1 || has(found.components ?? [], path.slice(1)));
}

describe("sentences", () => {
  it("are there for all that modules do", () => {
    expect(items.length).toBeGreaterThan(500);
    const missing = items.filter(({ module, name }) => templateOf(module, name) === undefined);
    expect(missing.map(({ module, name }) => `${module}.${name}`)).toEqual([]);
  });

  it("name only values that there are", () => {
    const wrong = items.flatMap(({ module, name, isCall, inputs }) =>
      LANGUAGES.flatMap((language) => {
        const text = templateOf(module, name)?.[language] ?? "";
        const places = [...text.matchAll(/\{([\w.]+)(?::\w+)?\}/g)].map((hit) => hit[1] ?? "");
        const isThere = (place: string): boolean =>
          has(inputs, place.split(".")) || (isCall && ["sender", "coins"].includes(place));
        return places.filter((place) => !isThere(place)).map((place) => `${module}.${name} (${language}): ${place}`);
      }),
    );
    expect(wrong).toEqual([]);
  });

  it("say the same values in both languages", () => {
    const places = (text: string): string[] => [...text.matchAll(/\{([\w.]+)/g)].map((hit) => hit[1] ?? "").sort();
    const differing = items.filter(({ module, name }) => {
      const template = templateOf(module, name);
      return template && [...new Set(places(template.en))].join() !== [...new Set(places(template.ja))].join();
    });
    expect(differing.map(({ module, name }) => `${module}.${name}`)).toEqual([]);
  });
});
