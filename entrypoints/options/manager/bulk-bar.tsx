import { useState } from 'preact/hooks';
import { type Entry, KINDS, type Kind } from '../../../glossary/entry.ts';
import { LIMITS } from '../../../glossary/format-schema.ts';
import { changeOwnTerms, type OwnChange } from '../../platform/own-terms.ts';
import { Select } from '../import/select-line.tsx';
import { library } from '../library.ts';
import { type BulkChange, changedBy } from './bulk.ts';
import { type Say, tried } from './say.ts';
import { MANAGER } from './words.ts';

const words = MANAGER.bulk;
const KIND_OPTIONS = {
  '': words.kind,
  ...Object.fromEntries(KINDS.map((kind) => [kind, kind])),
  none: words.noKind,
} as Readonly<Record<Kind | '' | 'none', string>>;

interface BulkBarProps {
  readonly chosen: readonly Entry[];
  readonly say: Say;
  /** Nothing is chosen any more. */
  readonly clear: () => void;
}

/** What can be done with many of the reader's own terms at once; each can be taken back. */
export function BulkBar({ chosen, say, clear }: BulkBarProps) {
  const [context, setContext] = useState('');
  const carryOut = (text: string, change: OwnChange) =>
    tried(say, async () => {
      const back = await changeOwnTerms(library, change);
      say(text, () => changeOwnTerms(library, back));
    });
  const change = (wanted: BulkChange) => {
    const put = chosen.map((entry) => changedBy(entry, wanted)).filter((entry, at) => entry !== chosen[at]);
    if (put.length === 0) say(words.nothing);
    else void carryOut(words.changed(put.length), { put });
  };
  const addContext = () => {
    const cues = context.split(',').map((word) => word.trim().slice(0, LIMITS.line));
    change({ context: cues.filter((word) => word !== '') });
    setContext('');
  };
  return (
    <fieldset class="bulk">
      <legend>{words.chosen(chosen.length)}</legend>
      <div class="row">
        <Select
          label={words.kind}
          options={KIND_OPTIONS}
          value=""
          onChange={(kind) => kind !== '' && change({ kind: kind === 'none' ? undefined : kind })}
        />
        <Select
          label={words.when}
          options={words.whens}
          value=""
          onChange={(when) => when !== '' && change({ when })}
        />
        <input
          type="text"
          aria-label={words.context}
          placeholder={words.context}
          value={context}
          onInput={(event) => setContext(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && context.trim() !== '') addContext();
          }}
        />
        <button type="button" class="quiet" onClick={() => context.trim() !== '' && addContext()}>
          {words.add}
        </button>
        <button
          type="button"
          class="quiet"
          onClick={() => {
            void carryOut(words.removed(chosen.length), { remove: chosen.map(({ id }) => id) });
            clear();
          }}
        >
          {words.remove}
        </button>
      </div>
    </fieldset>
  );
}
