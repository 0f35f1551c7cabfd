import { useLayoutEffect } from 'preact/hooks';
import { isPlainKey } from './popup-keys.ts';

/** Keys anywhere in the document that no control has taken for itself. */
export function useKeys(onKey: (event: KeyboardEvent) => void): void {
  useLayoutEffect(() => {
    const listener = (event: KeyboardEvent) => {
      if (isPlainKey(event) && !event.defaultPrevented) onKey(event);
    };
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, [onKey]);
}
