// Pages by the part of the address behind "#": "#/block/12" is the page "/block/:id" of 12.
import { useSyncExternalStore } from "./ui/store";

export interface Place {
  readonly path: string;
  readonly query: URLSearchParams;
}

export interface Match<R> {
  readonly route: R;
  readonly params: Readonly<Record<string, string>>;
}

let last: { hash: string; place: Place } | undefined;

/** Where the reader is; the same object as long as that is the same place. */
export function place(): Place {
  const hash = location.hash;
  if (last?.hash !== hash) last = { hash, place: parse(hash) };
  return last.place;
}

export function usePlace(): Place {
  return useSyncExternalStore(subscribe, place);
}

export function go(path: string): void {
  location.hash = path;
}

/** The address of a page for a link: every part is encoded, so that no text can leave its place. */
export function href(...parts: (string | number | bigint)[]): string {
  return "#/" + parts.map((part) => encodeURIComponent(String(part))).join("/");
}

export function parse(hash: string): Place {
  const [path = "", query = ""] = hash.replace(/^#/, "").split("?", 2);
  return { path: path || "/", query: new URLSearchParams(query) };
}

/** The first route whose path fits, with what stands at its ":names". */
export function match<R extends { path: string }>(routes: readonly R[], path: string): Match<R> | undefined {
  for (const route of routes) {
    const params = fit(route.path.split("/"), path.split("/"));
    if (params) return { route, params };
  }
  return undefined;
}

function fit(pattern: string[], parts: string[]): Record<string, string> | undefined {
  if (pattern.length !== parts.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, wanted] of pattern.entries()) {
    const found = decoded(parts[index] ?? "");
    if (wanted.startsWith(":")) params[wanted.slice(1)] = found;
    else if (wanted !== found) return undefined;
  }
  return params;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function subscribe(listener: () => void): () => void {
  addEventListener("hashchange", listener);
  return () => removeEventListener("hashchange", listener);
}
