// Coins and times are told without losing a wei, in both languages.
import { describe, expect, it } from "vitest";
import { basisPoints, coins, duration, exactCoins, gasPrice, relativeTime } from "../src/text/numbers";

const COIN = 10n ** 18n;

describe("coins", () => {
  it("are rounded down for reading, and never to nothing", () => {
    expect(coins(1_234_567n * COIN + 5n, "en")).toEqual(["1,234,567", "KUM"]);
    expect(coins((3n * COIN) / 2n, "en")).toEqual(["1.5", "KUM"]);
    expect(coins(COIN - 1n, "en")).toEqual(["0.999999", "KUM"]);
    expect(coins(1n, "en")).toEqual(["1", "wei"]);
    expect(coins(-1n, "en")).toEqual(["−1", "wei"]);
    expect(coins(0n, "en")).toEqual(["0", "KUM"]);
    expect(coins(COIN / 1_000n, "en", 2)).toEqual(["1,000,000", "Gwei"]);
  });

  it("are exact where that is asked for", () => {
    expect(exactCoins(1_234n * COIN + 1n, "en")).toBe("1,234.000000000000000001");
    expect(exactCoins(-COIN / 4n, "en")).toBe("−0.25");
  });

  it("keep every digit of more than a float can hold", () => {
    expect(exactCoins(2n ** 200n, "en").replace(/[,.]/g, "")).toBe((2n ** 200n).toString());
  });
});

describe("other numbers", () => {
  it("have the unit that suits their size", () => {
    expect(gasPrice(7n, "en")).toBe("7 wei");
    expect(gasPrice(154_000_000n, "en")).toBe("154 Mwei");
    expect(basisPoints(250n, "en")).toBe("2.5%");
    expect(duration(3_720, "en")).toBe("1 hour 2 minutes");
    expect(duration(45n, "ja")).toBe("45 秒");
  });

  it("say how long ago something was in its largest unit", () => {
    expect(relativeTime(1_000, 1_003, "en")).toBe("3 seconds ago");
    expect(relativeTime(1_000, 1_000 + 7_300, "en")).toBe("2 hours ago");
    expect(relativeTime(1_060, 1_000, "ja")).toBe("1 分後");
  });
});
