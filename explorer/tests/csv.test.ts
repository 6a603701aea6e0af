// A file for spreadsheets: every digit of an amount, and nothing that a spreadsheet would run.
import { expect, test } from "vitest";
import { csv } from "../src/ui/csv";

test("numbers keep every digit, and texts are quoted where they must be", () => {
  expect(csv([["epoch", "wei"], [1n, 123_456_789_012_345_678_901n]])).toBe("epoch,wei\r\n1,123456789012345678901\r\n");
  expect(csv([['say "yes", please', "two\nlines"]])).toBe('"say ""yes"", please","two\nlines"\r\n');
});

test("a text that a spreadsheet would calculate is kept as text", () => {
  expect(csv([["=1+1", "@cmd", "-2", -2]])).toBe("'=1+1,'@cmd,'-2,-2\r\n");
});
