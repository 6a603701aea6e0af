// What is asked again while the reader looks: not with every block, for a list is many questions.
import { useHeadEvery } from "../chain/head";

const EVERY_MS = 5_000;

/** The newest block's number of a few seconds ago: among the inputs of what is asked, it asks anew. */
export function useBeat(): number {
  const { header } = useHeadEvery(EVERY_MS);
  return Number(header?.number ?? 0);
}
