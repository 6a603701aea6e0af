// What was asked of the node: the answer, or that it is on its way, or why there is none.
import type { ComponentChildren } from "preact";
import { useText } from "../text/language";
import { words } from "../text/words";
import { Foreign } from "./Foreign";
import type { Asked } from "./asked";

interface Props<T> {
  readonly of: Asked<T>;
  readonly children: (value: T) => ComponentChildren;
}

/** Show an answer; while a newer one is on its way, the one before stays. */
export function Answer<T>({ of, children }: Props<T>) {
  const said = useText(words);
  if (of.value !== undefined) return <>{children(of.value)}</>;
  if (of.error !== undefined && !of.isLoading) return <Failure cause={of.error} retry={of.retry} />;
  return <p class="waiting">{said.loading}</p>;
}

export function Failure({ cause, retry }: { cause: unknown; retry: () => void }) {
  const said = useText(words);
  return (
    <div class="failure" role="alert">
      <p>
        {said.failed}: <Foreign text={cause instanceof Error ? cause.message : String(cause)} />
      </p>
      <button type="button" onClick={retry}>
        {said.retry}
      </button>
    </div>
  );
}
