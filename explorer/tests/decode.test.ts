// Calls and logs of modules come apart into their values, and become sentences.
import { describe, expect, it } from "vitest";
import { encodeAbiParameters, encodeEventTopics, encodeFunctionData } from "viem";
import { computeAbi, computeAddress } from "@kumiai/compute";
import { stakingAbi, stakingAddress } from "@kumiai/staking";
import { decodeCall, decodeLog, fieldAt } from "../src/chain/decode";
import { sentence } from "../src/chain/sentences";
import { kindOf, wordIn } from "../src/chain/values";

const VALIDATOR = "0x00000000000000000000000000000000000000aa";

describe("calls", () => {
  it("are decoded by their module", () => {
    const input = encodeFunctionData({ abi: computeAbi, functionName: "acceptBid", args: [7n, 9n] });
    const call = decodeCall({ to: computeAddress, input });
    expect(call?.name).toBe("acceptBid");
    expect(call?.fields.map(({ name, value }) => [name, value])).toEqual([
      ["order", 7n],
      ["bid", 9n],
    ]);
    expect(decodeCall({ to: stakingAddress, input })).toBeUndefined();
    expect(decodeCall({ to: VALIDATOR, input })).toBeUndefined();
  });

  it("have the fields of their records", () => {
    const offer = { priceWei: 5n, pausePriceWei: 0n, reclaimBlocks: 5n, device: 0n, displaces: 0n };
    const input = encodeFunctionData({ abi: computeAbi, functionName: "placeBid", args: [1n, offer] });
    const call = decodeCall({ to: computeAddress, input });
    expect(fieldAt(call?.fields ?? [], "offer.priceWei")?.value).toBe(5n);
  });

  it("that are cut or odd are left as data", () => {
    for (const input of ["0x", "0x1234", "0xffffffff", "0xffffffff00"] as const) {
      expect(decodeCall({ to: computeAddress, input })).toBeUndefined();
    }
  });
});

describe("events", () => {
  const topics = encodeEventTopics({ abi: stakingAbi, eventName: "ValidatorEdited", args: { validator: VALIDATOR } });
  const data = encodeAbiParameters([{ type: "string" }], ["Aoba"]);
  const log = { address: stakingAddress, topics: topics as `0x${string}`[], data };

  it("are decoded, topics and data alike", () => {
    const event = decodeLog(log);
    expect(event?.fields.map(({ value }) => value)).toEqual(["0x00000000000000000000000000000000000000AA", "Aoba"]);
  });

  it("become sentences in the order of each language", () => {
    const event = decodeLog(log);
    if (!event) throw new Error("not decoded");
    const shape = (language: "en" | "ja"): string =>
      sentence(event, language)
        .map((part) => (part.kind === "words" ? part.text : part.kind === "field" ? `[${part.field.name}]` : part.kind))
        .join("");
    expect(shape("en")).toBe("[validator] is called [moniker] now");
    expect(shape("ja")).toBe("[validator] の名前が [moniker] に");
  });

  it("of others, or with data that does not fit, are left as they are", () => {
    expect(decodeLog({ ...log, address: VALIDATOR })).toBeUndefined();
    expect(decodeLog({ ...log, topics: [] })).toBeUndefined();
    expect(decodeLog({ ...log, data: "0x1234" })).toBeUndefined();
  });
});

describe("values", () => {
  const kind = (name: string, type: string, value: unknown): string =>
    kindOf({ name, type, value, enumeration: undefined, fields: [] });

  it("are what their names say", () => {
    expect(kind("amountWei", "uint256", 1n)).toBe("wei");
    expect(kind("priceMaxWei", "uint256", 1n)).toBe("wei");
    expect(kind("commissionBps", "uint16", 1n)).toBe("bps");
    expect(kind("maturesS", "uint64", 1_800_000_000n)).toBe("moment");
    expect(kind("periodS", "uint64", 60n)).toBe("span");
    expect(kind("snapshotHeight", "uint64", 60n)).toBe("height");
    expect(kind("order", "uint256", 60n)).toBe("number");
    expect(kind("units", "uint256", 60n)).toBe("number");
  });

  it("that hold a word in 32 bytes are read as such", () => {
    expect(wordIn(`0x677075${"00".repeat(29)}`)).toBe("gpu");
    expect(wordIn(`0x${"ab".repeat(32)}`)).toBeUndefined();
    expect(wordIn(`0x${"00".repeat(32)}`)).toBeUndefined();
  });
});
