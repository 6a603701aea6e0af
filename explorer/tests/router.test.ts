// The address behind "#" leads to one page, whatever stands in it.
import { describe, expect, it } from "vitest";
import { routes } from "../src/pages/index";
import { href, match, parse } from "../src/router";

describe("addresses", () => {
  it("lead to their pages", () => {
    expect(match(routes, parse("#/block/12").path)?.params).toEqual({ number: "12" });
    expect(match(routes, parse("").path)?.route.path).toBe("/");
    expect(match(routes, parse("#/").path)?.route.path).toBe("/");
    expect(match(routes, parse("#/block").path)).toBeUndefined();
  });

  it("keep a text in its place, whatever it is", () => {
    for (const text of ["a/b", "?x=1", "#", "%", "日本", "<script>"]) {
      expect(match(routes, parse(href("search", text)).path)?.params).toEqual({ text });
    }
  });

  it("carry a query beside the path", () => {
    const { path, query } = parse("#/account/0xab?before=7");
    expect([path, query.get("before")]).toEqual(["/account/0xab", "7"]);
  });

  it("that are broken lead nowhere and throw nothing", () => {
    expect(match(routes, parse("#/search/%E0%A4%A").path)?.params).toEqual({ text: "%E0%A4%A" });
  });

  it("stand once each", () => {
    expect(new Set(routes.map(({ path }) => path)).size).toBe(routes.length);
  });
});
