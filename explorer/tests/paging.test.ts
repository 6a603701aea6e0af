// Lists that are kept oldest first are shown newest first, page by page, nothing twice.
import { expect, test } from "vitest";
import { everything, numberedPage, sliceOf, viewPage } from "../src/data/paging";

test("the pages of a list cover it, and overlap nowhere", () => {
  const pages = [1, 2, 3].map((page) => sliceOf(45, page, 20));
  expect(pages).toEqual([
    { offset: 25, limit: 20 },
    { offset: 5, limit: 20 },
    { offset: 0, limit: 5 },
  ]);
  expect(sliceOf(45, 4, 20)).toEqual({ offset: 0, limit: 0 });
  expect(sliceOf(0, 1, 20)).toEqual({ offset: 0, limit: 0 });
});

test("numbered things are asked for one by one, the newest first", async () => {
  const found = await numberedPage(22n, 1, async (number) => number);
  expect([found.items[0], found.items.at(-1), found.pages]).toEqual([22n, 3n, 2]);
  expect((await numberedPage(22n, 2, async (number) => number)).items).toEqual([2n, 1n]);
});

test("a page beyond the last is the last", async () => {
  const found = await numberedPage(22n, 9, async (number) => number);
  expect([found.items, found.page, found.pages]).toEqual([[2n, 1n], 2, 2]);
});

test("an empty view is not asked at all", async () => {
  const never = (): Promise<never[]> => Promise.reject(new Error("asked"));
  expect(await viewPage(0n, 1, never)).toEqual({ items: [], total: 0, page: 1, pages: 1 });
});

test("everything ends with a page that is not full, and at a bound", async () => {
  const all = Array.from({ length: 250 }, (_, index) => index);
  const asked: number[] = [];
  const slice = async (offset: bigint, limit: bigint): Promise<number[]> => {
    asked.push(Number(offset));
    return all.slice(Number(offset), Number(offset + limit));
  };
  expect(await everything(slice)).toEqual(all);
  expect(asked).toEqual([0, 100, 200]);
  expect((await everything(slice, 100)).length).toBe(100);
});
