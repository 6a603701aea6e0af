// What wallets throw is told apart: a person who said no, a chain to be told of, everything else.
import { expect, test } from "vitest";
import { Rejected, codeOf, failure } from "../src/wallet/failure";

test("a person's no is not an error of anybody's", () => {
  expect(failure({ code: 4001, message: "User rejected the request." })).toBeInstanceOf(Rejected);
});

test("the chain's own code is found where a wallet has wrapped it", () => {
  expect(codeOf({ code: -32603, data: { originalError: { code: 4902 } } })).toBe(4902);
  expect(codeOf({ code: 4902 })).toBe(4902);
});

test("whatever is thrown has words", () => {
  expect(failure({ code: -32000, message: "no gas" }).message).toBe("no gas");
  expect(failure("gone").message).toBe("gone");
  expect(failure(undefined).message).toBe("undefined");
  expect(codeOf(null)).toBeUndefined();
});
