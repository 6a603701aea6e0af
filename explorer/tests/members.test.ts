// Every member of every enumeration has its words in Japanese, and no words are left over.
import { describe, expect, it } from "vitest";
import * as client from "@kumiai/index";
import { memberIn, memberOf } from "../src/chain/enumerations";
import { ENGLISH, JAPANESE } from "../src/chain/members";

const names = new Set(
  Object.values(client).flatMap((space) =>
    Object.entries(space)
      .filter(([name, value]) => /^[A-Z]/.test(name) && typeof value === "object" && !Array.isArray(value))
      .flatMap(([, members]) => Object.keys(members as object))
      .filter((name) => /^[A-Z][A-Z0-9_]*$/.test(name)),
  ),
);

describe("members", () => {
  it("have words in Japanese, each that there is", () => {
    expect(names.size).toBeGreaterThan(200);
    expect([...names].filter((name) => !(name in JAPANESE))).toEqual([]);
    expect(Object.keys(JAPANESE).filter((name) => !names.has(name))).toEqual([]);
    expect(Object.keys(ENGLISH).filter((name) => !names.has(name))).toEqual([]);
  });

  it("are found by their numbers", () => {
    expect(memberOf("compute", "OrderState", client.compute.OrderState.LOW_FUNDS, "en")).toBe("low funds");
    expect(memberOf("model_fees", "ModelStatus", client.modelFees.ModelStatus.ACTIVE, "ja")).toBe("提供中");
    expect(memberOf("compute", "OrderState", 250, "en")).toBe("250");
    expect(memberIn("en", "NETWORK_VANISHED")).toBe("provider vanished");
  });
});
