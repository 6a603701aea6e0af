// What a component asks the node: the last answer stays on the page until the next one is there.
import { useCallback, useEffect, useState } from "preact/hooks";

export interface Asked<T> {
  readonly value: T | undefined;
  readonly error: unknown;
  readonly isLoading: boolean;
  readonly retry: () => void;
}

/** Ask, and ask again when one of `inputs` changes; answers that come too late are dropped. */
export function useAsked<T>(question: (signal: AbortSignal) => Promise<T>, inputs: readonly unknown[]): Asked<T> {
  const [state, setState] = useState<{ value?: T; error?: unknown; isLoading: boolean }>({ isLoading: true });
  const [tries, setTries] = useState(0);
  useEffect(() => {
    const aborted = new AbortController();
    const { signal } = aborted;
    setState((before) => ({ ...before, isLoading: true }));
    question(signal).then(
      (value) => signal.aborted || setState({ value, isLoading: false }),
      (error: unknown) => signal.aborted || setState((before) => ({ ...before, error, isLoading: false })),
    );
    return () => aborted.abort();
  }, [...inputs, tries]);
  const retry = useCallback(() => setTries((count) => count + 1), []);
  return { value: state.value, error: state.error, isLoading: state.isLoading, retry };
}
