// Whether amounts are shown to the wei: the reader's choice, remembered.
import { useSyncExternalStore } from "./store";

const REMEMBERED = "kumiai.exact";
const listeners = new Set<() => void>();
let isExact = remembered();

export function showsExact(): boolean {
  return isExact;
}

export function chooseExact(exact: boolean): void {
  isExact = exact;
  try {
    localStorage.setItem(REMEMBERED, exact ? "yes" : "no");
  } catch {
    // Kept for this page only.
  }
  listeners.forEach((listener) => listener());
}

export function useExact(): boolean {
  return useSyncExternalStore(subscribe, showsExact);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function remembered(): boolean {
  try {
    return localStorage.getItem(REMEMBERED) === "yes";
  } catch {
    return false;
  }
}
