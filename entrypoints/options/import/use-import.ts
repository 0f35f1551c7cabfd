import { useEffect, useRef, useState } from 'preact/hooks';
import { dropAbandoned } from '../../platform/staging.ts';
import { library } from '../library.ts';
import { type Say, tried } from '../manager/say.ts';
import { counted } from '../manager/words.ts';
import { carryOutImport } from './carry-out.ts';
import { dropJob, keptJobs } from './jobs.ts';
import type { ImportRequest, Offer, Progress, Target, Wish } from './offer.ts';
import { type ImportListener, newJob, RunningImport } from './run-import.ts';
import { IMPORT } from './words.ts';

/** The import of this page as it stands. */
export interface ImportState {
  readonly name: string;
  /** Absent once all has been read. */
  readonly progress?: Progress;
  /** While it is read again in another way, what the last way brought. */
  readonly offer?: Offer;
}

export interface Importing {
  readonly state: ImportState | undefined;
  /** Imports that a closed page left. */
  readonly unfinished: readonly ImportRequest[];
  take(file: File, wish?: Wish): void;
  /** Reads the same file again in another way. */
  again(wish: Wish): void;
  retarget(target: Target): void;
  confirm(): void;
  giveUp(): void;
  resume(job: ImportRequest): void;
  discard(job: ImportRequest): void;
}

/** One import at a time: read in the background, offered, and carried out when the reader says so. */
export function useImport(say: Say): Importing {
  const [state, setState] = useState<ImportState>();
  const [unfinished, forget] = useUnfinished(say);
  const running = useRef<RunningImport>(undefined);
  const end = async () => {
    const last = running.current;
    running.current = undefined;
    await last?.end();
  };
  const start = (job: ImportRequest, isKept = false) =>
    tried(say, async () => {
      const ended = end();
      const { name, size } = job.file;
      const one = new RunningImport(job, {
        ...listenerOf(name, setState),
        unreadable: (found) => over(IMPORT.unreadable(name, found)),
        failed: (why) => over(IMPORT.failed(name, why)),
      });
      running.current = one;
      setState({ name, progress: beginning(size) });
      await Promise.all([ended, one.begin(job, isKept)]);
    });
  const over = (text: string) => {
    say(text);
    setState(undefined);
    void tried(say, end);
  };
  const confirm = (offer: Offer) =>
    tried(say, async () => {
      const undo = await carryOutImport(offer);
      say(IMPORT.done(counted(offer.tally.entries), offer.head.title), undo);
      setState(undefined);
      await end();
    });
  return {
    state,
    unfinished,
    take: (file, wish = {}) => void start(newJob(file, wish)),
    again(wish) {
      const one = running.current;
      if (one === undefined) return;
      setState((now) => now && { ...now, progress: beginning(one.file.size) });
      void tried(say, () => one.restart(wish));
    },
    retarget: (target) => running.current?.retarget(target),
    confirm: () => state?.offer && void confirm(state.offer),
    giveUp() {
      setState(undefined);
      void tried(say, end);
    },
    resume(job) {
      forget(job);
      void start(job, true);
    },
    discard(job) {
      forget(job);
      void tried(say, () => dropJob(job.content));
    },
  };
}

function listenerOf(
  name: string,
  setState: (next: (now: ImportState | undefined) => ImportState | undefined) => void,
): Pick<ImportListener, 'progress' | 'offer' | 'plan'> {
  return {
    progress: (progress) => setState((now) => now && { ...now, progress }),
    offer: (offer) => setState(() => ({ name, offer })),
    plan: (plan) => setState((now) => now?.offer && { ...now, offer: { ...now.offer, plan } }),
  };
}

function beginning(total: number): Progress {
  return { done: 0, total, entries: 0 };
}

/** Imports whose page was closed or killed; what they had stored so far is cleaned up. */
function useUnfinished(say: Say): [readonly ImportRequest[], (job: ImportRequest) => void] {
  const [jobs, setJobs] = useState<readonly ImportRequest[]>([]);
  useEffect(() => {
    void tried(say, async () => {
      await dropAbandoned(library);
      const held = await heldContents();
      setJobs((await keptJobs()).filter(({ content }) => !held.has(content)));
    });
  }, []);
  const forget = (job: ImportRequest) =>
    setJobs((now) => now.filter(({ content }) => content !== job.content));
  return [jobs, forget];
}

/** Contents that a page holds now: their imports are going on elsewhere. */
async function heldContents(): Promise<ReadonlySet<string>> {
  const { held = [] } = await navigator.locks.query();
  return new Set(held.map(({ name = '' }) => name.slice(name.indexOf('~'))));
}
