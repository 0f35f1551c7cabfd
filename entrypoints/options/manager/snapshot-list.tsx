import { useEffect, useState } from 'preact/hooks';
import type { Snapshot } from '../../platform/database.ts';
import { replaceOwnTerms, snapshots } from '../../platform/own-terms.ts';
import { library } from '../library.ts';
import { ActButton } from './act-button.tsx';
import { type Say, tried } from './say.ts';
import { counted, MANAGER } from './words.ts';

const words = MANAGER.snapshots;
const time = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeStyle: 'short' });

/** Earlier states of the own terms, each to be brought back. Read again with every `revision`. */
export function SnapshotList({ revision, say }: { revision: string | undefined; say: Say }) {
  const [kept, setKept] = useState<readonly Snapshot[]>([]);
  useEffect(() => {
    void tried(say, async () => setKept(await snapshots(library)));
  }, [revision]);
  if (kept.length === 0) return null;
  const restore = ({ at, glossary }: Snapshot) =>
    tried(say, async () => say(words.restored(time.format(at)), await replaceOwnTerms(library, glossary)));
  return (
    <details class="snapshots">
      <summary>{words.title}</summary>
      <p class="note">{words.note}</p>
      <ul class="rules">
        {kept.map((snapshot) => {
          const { at, kind, glossary } = snapshot;
          return (
            <li key={at}>
              <span class="label">
                {time.format(at)}{' '}
                <small class="note">{`${counted(glossary.entries.length)} · ${words.kinds[kind]}`}</small>
              </span>
              <ActButton name={words.restoreOf(time.format(at))} onClick={() => void restore(snapshot)}>
                {words.restore}
              </ActButton>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
