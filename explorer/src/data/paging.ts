// Lists that the chain numbers in the order of their making, shown newest first, a page at a time.

export const PAGE_ITEMS = 20; // proposals of one answer of governance; fewer than any module's bound

export interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
  readonly page: number; // the newest is page 1
  readonly pages: number;
}

export interface Slice {
  readonly offset: number; // from the oldest on
  readonly limit: number;
}

/** Where in a list that is kept oldest first a page lies that is counted from the newest. */
export function sliceOf(total: number, page: number, size = PAGE_ITEMS): Slice {
  const end = Math.max(0, total - (page - 1) * size);
  const offset = Math.max(0, end - size);
  return { offset, limit: end - offset };
}

/** A page of things numbered from 1 on, the last one where there are not so many pages. */
export async function numberedPage<T>(
  total: bigint,
  page: number,
  readOne: (number: bigint) => Promise<T>,
): Promise<Page<T>> {
  const shown = within(total, page);
  const { offset, limit } = sliceOf(Number(total), shown);
  const numbers = Array.from({ length: limit }, (_, index) => BigInt(offset + limit - index));
  return pageOf(await Promise.all(numbers.map(readOne)), total, shown);
}

/** A page of a view that takes an offset and a limit, and answers oldest first. */
export async function viewPage<T>(
  total: bigint,
  page: number,
  readSlice: (offset: bigint, limit: bigint) => Promise<readonly T[]>,
): Promise<Page<T>> {
  const shown = within(total, page);
  const { offset, limit } = sliceOf(Number(total), shown);
  const found = limit === 0 ? [] : await readSlice(BigInt(offset), BigInt(limit));
  return pageOf([...found].reverse(), total, shown);
}

/** Ask a view for page after page until one is not full, or `most` entries are there. */
export async function everything<T>(
  readSlice: (offset: bigint, limit: bigint) => Promise<readonly T[]>,
  most = 1_000,
  size = 100,
): Promise<readonly T[]> {
  const found: T[] = [];
  while (found.length < most) {
    const more = await readSlice(BigInt(found.length), BigInt(size));
    found.push(...more);
    if (more.length < size) break;
  }
  return found;
}

function pageOf<T>(items: readonly T[], total: bigint, page: number): Page<T> {
  return { items, total: Number(total), page, pages: pagesOf(total) };
}

function pagesOf(total: bigint): number {
  return Math.max(1, Math.ceil(Number(total) / PAGE_ITEMS));
}

/** The page that was asked for, or the last one where there are not so many. */
function within(total: bigint, page: number): number {
  return Math.min(page, pagesOf(total));
}
