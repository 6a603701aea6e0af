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

/** A page of things numbered from 1 on; whatever `readOne` refuses refuses the page. */
export async function numberedPage<T>(
  total: bigint,
  page: number,
  readOne: (number: bigint) => Promise<T>,
): Promise<Page<T>> {
  const { offset, limit } = sliceOf(Number(total), page);
  const numbers = Array.from({ length: limit }, (_, index) => BigInt(offset + limit - index));
  return pageOf(await Promise.all(numbers.map(readOne)), Number(total), page);
}

/** A page of a view that takes an offset and a limit, and answers oldest first. */
export async function viewPage<T>(
  total: bigint,
  page: number,
  readSlice: (offset: bigint, limit: bigint) => Promise<readonly T[]>,
): Promise<Page<T>> {
  const { offset, limit } = sliceOf(Number(total), page);
  const found = limit === 0 ? [] : await readSlice(BigInt(offset), BigInt(limit));
  return pageOf([...found].reverse(), Number(total), page);
}

/** A page of a list that is here already, newest last. */
export function pageOfAll<T>(all: readonly T[], page: number): Page<T> {
  const { offset, limit } = sliceOf(all.length, page);
  return pageOf(all.slice(offset, offset + limit).reverse(), all.length, page);
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

function pageOf<T>(items: readonly T[], total: number, page: number): Page<T> {
  return { items, total, page, pages: Math.max(1, Math.ceil(total / PAGE_ITEMS)) };
}
