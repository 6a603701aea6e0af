// A number in a sentence leads to its page where there is one, and nowhere else.
import { describe, expect, it, vi } from "vitest";

vi.mock("../src/pages/index", () => ({ routes: [{ path: "/compute/:number" }, { path: "/models/:id" }] }));
const { placeOf } = await import("../src/chain/places");

describe("places", () => {
  it("are the pages of what a value names", () => {
    expect(placeOf("compute", "order", 7n)).toBe("#/compute/7");
    expect(placeOf("model_fees", "modelId", "guild/embed?x")).toBe("#/models/guild%2Fembed%3Fx");
  });

  it("are none where this explorer has no such page", () => {
    expect(placeOf("governance", "id", 1n)).toBeUndefined();
  });

  it("are none for other values, and for none", () => {
    expect(placeOf("compute", "units", 7n)).toBeUndefined();
    expect(placeOf("compute", "order", 0n)).toBeUndefined();
    expect(placeOf("token", "order", 7n)).toBeUndefined();
    expect(placeOf("model_fees", "modelId", "")).toBeUndefined();
  });
});
