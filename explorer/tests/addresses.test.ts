// The addresses that are named without their ABIs are the modules'.
import { describe, expect, it } from "vitest";
import { NAMES, nameOf, shorten } from "../src/chain/addresses";
import { modules } from "../src/chain/modules";

describe("names", () => {
  it("are those of all modules, at their addresses", () => {
    const named = [...NAMES].filter(([, { module }]) => module !== "");
    expect(new Map(named.map(([address, { module }]) => [module, address]))).toEqual(
      new Map(modules.map(({ name, address }) => [name, address.toLowerCase()])),
    );
  });

  it("are found however an address is written", () => {
    expect(nameOf("0x0000000000000000000000000000000000000A00")?.module).toBe("compute");
    expect(nameOf("0x0000000000000000000000000000000000000001")).toBeUndefined();
  });

  it("do not make a short text longer", () => {
    expect(shorten("0x1234")).toBe("0x1234");
    expect(shorten("0x1234567890abcdef")).toBe("0x1234…cdef");
  });
});
