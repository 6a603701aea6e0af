// The language of the page: the reader's choice, else the browser's; everything shown follows it.
import { useSyncExternalStore } from "../ui/store";

export const LANGUAGES = ["en", "ja"] as const;
export type Language = (typeof LANGUAGES)[number];
export type Bilingual<T> = Readonly<Record<Language, T>>;

const REMEMBERED = "kumiai.language";
const listeners = new Set<() => void>();
let current: Language = remembered() ?? preferred();

/** The words of a page in both languages; the compiler holds them to the same names. */
export function bilingual<T>(en: T, ja: NoInfer<T>): Bilingual<T> {
  return { en, ja };
}

export function language(): Language {
  return current;
}

export function chooseLanguage(chosen: Language): void {
  current = chosen;
  try {
    localStorage.setItem(REMEMBERED, chosen);
  } catch {
    // A browser that keeps nothing still shows what was chosen.
  }
  applyLanguage();
  listeners.forEach((listener) => listener());
}

/** Say in the document which language it is in, for screen readers and fonts. */
export function applyLanguage(): void {
  document.documentElement.lang = current;
}

export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, language);
}

export function useText<T>(texts: Bilingual<T>): T {
  return texts[useLanguage()];
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function isLanguage(value: unknown): value is Language {
  return LANGUAGES.includes(value as Language);
}

function remembered(): Language | undefined {
  try {
    const found = localStorage.getItem(REMEMBERED);
    return isLanguage(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

function preferred(): Language {
  const wanted = globalThis.navigator?.languages ?? [];
  return wanted.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? "en";
}
