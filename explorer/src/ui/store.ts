// A value outside of the components that they follow: it is read, and says when it has changed.
import { useEffect, useState } from "preact/hooks";

export function useSyncExternalStore<T>(
  subscribe: (listener: () => void) => () => void,
  read: () => T,
): T {
  const [value, setValue] = useState(read);
  useEffect(() => {
    const update = (): void => setValue(read);
    update();
    return subscribe(update);
  }, [subscribe, read]);
  return value;
}
