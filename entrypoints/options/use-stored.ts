import { useEffect, useState } from 'preact/hooks';
import type { Stored } from '../platform/stored.ts';

/** A stored value, and the way to change it; follows every change, also by another window or machine. */
export interface Held<T> {
  /** `undefined` until it has been read. */
  readonly value: T | undefined;
  change(next: (now: T) => T): void;
}

/** Holds a stored value in a component; what the store refuses is told through `onProblem`. */
export function useStored<T>(stored: Stored<T>, onProblem: (problem: string) => void): Held<T> {
  const [value, setValue] = useState<T>();
  const tell = (error: unknown) => onProblem(error instanceof Error ? error.message : String(error));
  useEffect(() => {
    const ending = new AbortController();
    stored.watch(setValue, ending.signal);
    stored.get().then((first) => ending.signal.aborted || setValue(() => first), tell);
    return () => ending.abort();
  }, [stored]);
  return {
    value,
    change(next) {
      stored.update(next).then((written) => setValue(() => written), tell);
    },
  };
}
