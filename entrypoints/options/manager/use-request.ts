import { useEffect, useRef } from 'preact/hooks';
import { requestOfHash, type TermRequest } from '../../platform/term-request.ts';

/** Calls back for a term that the page's address asks for; the address forgets it, so a reload does not ask again. */
export function useRequest(ready: boolean, callback: (request: TermRequest) => void): void {
  // The page stays while terms come and go: what is asked for is looked for among those of now.
  const latest = useRef(callback);
  latest.current = callback;
  useEffect(() => {
    if (!ready) return undefined;
    const read = () => {
      const request = requestOfHash(location.hash);
      if (request === undefined) return;
      history.replaceState(null, '', '#own');
      latest.current(request);
    };
    read();
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, [ready]);
}
