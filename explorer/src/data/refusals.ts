// Questions that a module may refuse because there is nothing to tell.
import { Refused } from "../chain/read";

/** The answer, or undefined where the module refuses; other failures stay failures. */
export async function orNothing<T>(question: Promise<T>): Promise<T | undefined> {
  try {
    return await question;
  } catch (cause) {
    if (cause instanceof Refused) return undefined;
    throw cause;
  }
}
