import { useEffect } from 'preact/hooks';
import { requestOfHash, type TermRequest } from '../../platform/term-request.ts';

/** Calls back for a term that the page's address asks for; the address forgets it, so a reload does not ask again. */
export function useRequest(ready: boolean, callback: (request: TermRequest) => void): void {
  useEffect(() => {
    if (!ready) return undefined;
    const read = () => {
      const request = requestOfHash(location.hash);
      if (request === undefined) return;
      history.replaceState(null, '', '#own');
      callback(request);
    };
    read();
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, [ready]);
}
