// Steps through a list that is counted in pages from the newest, by "?page=" of the address.
import { Pager } from "./Pager";

interface Props {
  readonly label: string;
  readonly path: string; // "#/compute"
  readonly page: number;
  readonly pages: number;
}

const PAGES_MAX = 1_000_000;

/** The page that an address asks for; the first where it asks for none, or nonsense. */
export function pageIn(query: URLSearchParams): number {
  const asked = Number(query.get("page") ?? 1);
  return Number.isInteger(asked) && asked >= 1 && asked <= PAGES_MAX ? asked : 1;
}

export function NumberedPager({ label, path, page, pages }: Props) {
  if (pages <= 1 && page === 1) return null;
  return (
    <div class="numbered">
      <Pager
        label={label}
        newer={page > 1 ? `${path}?page=${Math.min(page - 1, pages)}` : undefined}
        older={page < pages ? `${path}?page=${page + 1}` : undefined}
      />
      <span class="aside">
        {page} / {pages}
      </span>
    </div>
  );
}
