// Searches in events go back from the newest block, and two of them make one list.
import { expect, test } from "vitest";
import type { Log } from "../src/chain/types";
import { topicAddress, merged, word } from "../src/data/events";

const log = (block: number, index: number): Log =>
  ({ blockNumber: `0x${block.toString(16)}`, logIndex: `0x${index.toString(16)}` }) as Log;

test("two searches are one list, newest first, with each event once", () => {
  const one = { logs: [log(9, 1), log(4, 0)], searchedFrom: 0 };
  const other = { logs: [log(9, 2), log(9, 1), log(2, 0)], searchedFrom: 2 };
  const found = merged(one, other, 3);
  expect(found.logs.map(({ blockNumber, logIndex }) => [blockNumber, logIndex])).toEqual([
    ["0x9", "0x2"],
    ["0x9", "0x1"],
    ["0x4", "0x0"],
  ]);
  expect(found.searchedFrom).toBe(2);
});

test("numbers and addresses are words of 32 bytes, and back", () => {
  const address = "0x00000000000000000000000000000000000000AB";
  expect(word(255n)).toBe(`0x${"0".repeat(62)}ff`);
  expect(topicAddress(word(address))).toBe(address.toLowerCase());
});
