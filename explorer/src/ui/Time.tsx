// A moment: how long ago it was, with date and time in the title.
import { useLanguage } from "../text/language";
import { dateTime, relativeTime } from "../text/numbers";
import { useSyncExternalStore } from "./store";

const TICK_MS = 1_000;
const listeners = new Set<() => void>();
let ticking: ReturnType<typeof setInterval> | undefined;
let now_s = Math.floor(Date.now() / 1_000);

/** The reader's clock in whole seconds; all that shows it moves at once. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, readNow);
}

export function Time({ at_s, absolute = false }: { at_s: number | bigint; absolute?: boolean }) {
  const [language, now] = [useLanguage(), useNow()];
  const time_s = Number(at_s);
  const exact = dateTime(time_s, language);
  const relative = relativeTime(time_s, now, language);
  return (
    <time dateTime={new Date(time_s * 1_000).toISOString()} title={exact}>
      {absolute ? `${exact} (${relative})` : relative}
    </time>
  );
}

function readNow(): number {
  return now_s;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  ticking ??= setInterval(tick, TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(ticking);
      ticking = undefined;
    }
  };
}

function tick(): void {
  now_s = Math.floor(Date.now() / 1_000);
  listeners.forEach((listener) => listener());
}
