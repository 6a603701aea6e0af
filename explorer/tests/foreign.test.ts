// Text from the chain cannot hide or turn around what it says.
import { describe, expect, it } from "vitest";
import { cut, pieces, visible } from "../src/text/foreign";

describe("foreign text", () => {
  it("shows what nobody sees", () => {
    expect(visible("safe\u202egnp.exe")).toBe("safe‹U+202E›gnp.exe");
    for (const hidden of ["\u200b", "\u2066", "\u00ad", "\ufeff", "\u0007", "\n", "\u{e0041}", "\u3164", "\ud800"]) {
      const found = pieces(`a${hidden}b`);
      expect(found.map((piece) => piece.isHidden)).toEqual([false, true, false]);
    }
  });

  it("leaves what people write as it is", () => {
    for (const text of ["計算資源 – GPU ×4", "Ünïcödé", "👍🏽 ok", "한국어", "العربية", "<b>&amp;</b>"]) expect(visible(text)).toBe(text);
  });

  it("is cut between characters", () => {
    expect(cut("👍👍👍", 2)).toBe("👍👍");
    expect(cut("short", 10)).toBe("short");
  });
});
