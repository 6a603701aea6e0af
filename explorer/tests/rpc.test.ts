// What is asked at once goes as one batch, and each answer finds its question.
import { afterEach, describe, expect, it, vi } from "vitest";
import { findLogs } from "../src/chain/logs";
import { BATCH_MAX, RpcError, ask } from "../src/chain/rpc";

interface Call {
  readonly id: number;
  readonly method: string;
  readonly params: readonly unknown[];
}

/** Let a function answer calls instead of a node; returns the batches that were posted. */
function stand(answer: (call: Call) => object, statuses: number[] = []): Call[][] {
  const batches: Call[][] = [];
  vi.stubGlobal("location", { href: "http://node.example:8545/#/block/1" });
  vi.stubGlobal("fetch", async (url: string, { body }: { body: string }) => {
    expect(url).toBe("http://node.example:8545/");
    const calls = JSON.parse(body) as Call[];
    batches.push(calls);
    const status = statuses.shift() ?? 200;
    const replies = calls.map((call) => ({ jsonrpc: "2.0", id: call.id, ...answer(call) })).reverse();
    return { status, statusText: "", json: async () => replies };
  });
  return batches;
}

afterEach(() => vi.unstubAllGlobals());

describe("questions", () => {
  it("of one moment are one batch, whatever the order of its answers", async () => {
    const batches = stand(({ params }) => ({ result: params[0] }));
    expect(await Promise.all([ask("echo", "a"), ask("echo", "b"), ask("echo", null)])).toEqual(["a", "b", null]);
    expect(batches.length).toBe(1);
  });

  it("are split where they are too many", async () => {
    const batches = stand(({ params }) => ({ result: params[0] }));
    const wanted = Array.from({ length: BATCH_MAX + 1 }, (_, number) => number);
    expect(await Promise.all(wanted.map((number) => ask("echo", number)))).toEqual(wanted);
    expect(batches.map((batch) => batch.length)).toEqual([BATCH_MAX, 1]);
  });

  it("that are refused say why, and leave the others alone", async () => {
    stand(({ method }) => (method === "good" ? { result: 1 } : { error: { code: -32602, message: "no", data: "0x" } }));
    const [good, bad] = await Promise.allSettled([ask("good"), ask("bad")]);
    expect(good).toEqual({ status: "fulfilled", value: 1 });
    expect(bad).toMatchObject({ status: "rejected", reason: new RpcError(-32602, "no", "0x") });
  });

  it("are asked again where the node is too busy", async () => {
    const batches = stand(() => ({ result: 1 }), [429]);
    expect(await ask("busy")).toBe(1);
    expect(batches.length).toBe(2);
  });
});

describe("logs", () => {
  const range = ({ params }: Call): [number, number] => {
    const { fromBlock, toBlock } = params[0] as { fromBlock: string; toBlock: string };
    return [Number(fromBlock), Number(toBlock)];
  };

  it("are found in ranges that follow one another without a gap", async () => {
    const batches = stand((call) => ({ result: [{ data: String(range(call)[0]) }] }));
    const shares: number[] = [];
    const found = await findLogs({ from: 5, to: 25_004 }, (share) => shares.push(share));
    expect(batches.flat().map(range)).toEqual([[5, 10_004], [10_005, 20_004], [20_005, 25_004]]);
    expect(found.length).toBe(3);
    expect(shares).toEqual([0.4, 0.8, 1]);
  });

  it("that are too many at once are asked for in shorter ranges", async () => {
    const tooMany = { error: { code: -32005, message: "query exceeds max results" } };
    const batches = stand((call) => (range(call)[1] - range(call)[0] >= 100 ? tooMany : { result: [] }));
    await findLogs({ from: 1, to: 200 });
    const answered = batches.flat().map(range).filter(([first, last]) => last - first < 100);
    expect(answered[0]?.[0]).toBe(1);
    expect(answered.at(-1)?.[1]).toBe(200);
    answered.slice(1).forEach(([first], at) => expect(first).toBe((answered[at]?.[1] ?? 0) + 1));
  });

  it("are not looked for any more when nobody waits", async () => {
    const batches = stand(() => ({ result: [] }));
    const aborted = new AbortController();
    await expect(findLogs({ from: 1, to: 90_000 }, () => aborted.abort(), aborted.signal)).rejects.toThrow();
    expect(batches.length).toBe(1);
  });

  it("that nobody wants are left out", async () => {
    stand(() => ({ result: [{ data: "0xaa" }, { data: "0xbb" }] }));
    const found = await findLogs({ from: 1, to: 2 }, undefined, undefined, ({ data }) => data === "0xbb");
    expect(found.map(({ data }) => data)).toEqual(["0xbb"]);
  });
});
