// What is asked again while the reader looks: not with every block, for a list is many questions.
import { useNow } from "./Time";

const EVERY_S = 5;

/** A number that changes every few seconds: among the inputs of what is asked, it asks anew. */
export function useBeat(): number {
  return Math.floor(useNow() / EVERY_S);
}
