import { useEffect, useState } from 'preact/hooks';
import { isTravelOn, type TravelStatus, travelStatus, watchTravel } from '../../platform/travel.ts';
import { type Say, tried } from './say.ts';

/** Whether and how far the own terms follow the reader. */
export interface Travel {
  readonly on: boolean;
  readonly status: TravelStatus;
}

/** Follows every round and turn of the switch; `undefined` until it has been read. */
export function useTravel(say: Say): Travel | undefined {
  const [travel, setTravel] = useState<Travel>();
  useEffect(() => {
    const ending = new AbortController();
    const read = () =>
      void tried(say, async () => {
        const [on, status] = await Promise.all([isTravelOn(), travelStatus()]);
        if (!ending.signal.aborted) setTravel({ on, status });
      });
    watchTravel(read, ending.signal);
    read();
    return () => ending.abort();
  }, []);
  return travel;
}
