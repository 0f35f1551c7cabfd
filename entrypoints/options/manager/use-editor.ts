import { useEffect, useRef, useState } from 'preact/hooks';
import * as v from 'valibot';
import { dropDraft, keepDraft, keptDrafts } from '../../platform/drafts.ts';
import { type Draft, draftSchema, isWritten } from './draft.ts';
import { type Say, tried } from './say.ts';

/** Milliseconds between the last key and the draft being kept: not one write a key. */
const KEEP_AFTER = 250;
/** Where a tab remembers over a reload which draft it has open. */
const OPEN = 'open-draft';

/** A draft and the key it is kept under. */
export interface OpenDraft {
  readonly key: string;
  readonly draft: Draft;
}

export interface Editor {
  /** What is being written now. */
  readonly open: OpenDraft | undefined;
  /** Written earlier and neither saved nor given up. */
  readonly unfinished: readonly OpenDraft[];
  /** Shows a draft; the one shown before stays among the unfinished. */
  show(draft: Draft, key?: string): void;
  change(next: (draft: Draft) => Draft): void;
  /** Ends the writing; the draft is kept nowhere any more. */
  close(key: string): Promise<void>;
}

/** The term being written. Every change is kept on disk, so that a reload or a crash loses nothing. */
export function useEditor(say: Say): Editor {
  const [open, setOpen] = useState<OpenDraft>();
  const ended = useRef(new Set<string>());
  const [kept, setKept] = useState<readonly OpenDraft[]>([]);
  const reread = () => tried(say, async () => setKept(await readKept()));
  useEffect(() => {
    void tried(say, async () => {
      const all = await readKept();
      setKept(all);
      const last = all.find(({ key }) => key === sessionStorage.getItem(OPEN));
      if (last !== undefined) setOpen((now) => now ?? last);
    });
  }, []);
  useEffect(() => {
    if (open === undefined || !isWritten(open.draft)) return undefined;
    const keep = () => {
      if (!ended.current.has(open.key)) void tried(say, () => keepDraft(open.key, open.draft));
    };
    const timer = setTimeout(keep, KEEP_AFTER);
    addEventListener('pagehide', keep);
    return () => {
      clearTimeout(timer);
      removeEventListener('pagehide', keep);
    };
  }, [open]);
  return {
    open,
    unfinished: kept.filter(({ key }) => key !== open?.key),
    show(draft, key = draft.id === '' ? crypto.randomUUID() : `own/${draft.id}`) {
      if (open !== undefined && isWritten(open.draft)) {
        void tried(say, () => keepDraft(open.key, open.draft)).then(reread);
      }
      ended.current.delete(key);
      sessionStorage.setItem(OPEN, key);
      setOpen({ key, draft });
    },
    change: (next) => setOpen((now) => now && { ...now, draft: next(now.draft) }),
    async close(key) {
      ended.current.add(key);
      setOpen((now) => (now?.key === key ? undefined : now));
      await dropDraft(key);
      await reread();
    },
  };
}

async function readKept(): Promise<OpenDraft[]> {
  return [...(await keptDrafts())].flatMap(([key, value]) => {
    const read = v.safeParse(draftSchema, value);
    return read.success ? [{ key, draft: read.output }] : [];
  });
}
