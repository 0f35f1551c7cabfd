import { useEffect, useState } from 'preact/hooks';
import { callBackground } from '../platform/calls.ts';
import { choices, hidden, known, settings, shelf, sites } from '../platform/settings.ts';
import { BackupPart } from './backup-part.tsx';
import { LaidDownSettings, useLaidDown } from './laid-down.tsx';
import { library } from './library.ts';
import { LooksPart } from './looks-part.tsx';
import { Manager } from './manager/manager.tsx';
import { type Say, tried } from './manager/say.ts';
import { ReadingPart } from './reading-part.tsx';
import { ShortcutsPart } from './shortcuts-part.tsx';
import { SitesPart } from './sites-part.tsx';
import { TermsPart } from './terms-part.tsx';
import { useStored } from './use-stored.ts';
import { WORDS } from './words.ts';

/** What happened last, and what takes it back. */
interface Notice {
  readonly text: string;
  readonly undo?: () => unknown;
}

/** The settings page. Every change is in force at once, in every open tab. */
export function App() {
  const [notice, setNotice] = useState<Notice>();
  const onProblem = (text: string) => setNotice({ text });
  const say: Say = (text, undo) => setNotice({ text, ...(undo && { undo: () => tried(say, undo) }) });
  const held = {
    shelf: useStored(shelf, onProblem),
    settings: useStored(settings, onProblem),
    sites: useStored(sites, onProblem),
    hidden: useStored(hidden, onProblem),
    known: useStored(known, onProblem),
    choices: useStored(choices, onProblem),
  };
  const refs = [...(held.hidden.value ?? []), ...(held.known.value ?? []), ...targets(held.choices.value)];
  const laidDown = useLaidDown(onProblem);
  const nameOf = useNames(refs);
  const languages = useLanguages();
  return (
    <>
      <header>
        <h1>{WORDS.title}</h1>
        <nav aria-label={WORDS.title}>
          {Object.entries(WORDS.parts).map(([id, title]) => (
            <a key={id} href={`#${id}`}>
              {title}
            </a>
          ))}
        </nav>
      </header>
      <main>
        <Manager shelf={held.shelf} say={say} />
        <LaidDownSettings.Provider value={laidDown}>
          <LooksPart settings={held.settings} />
          <ReadingPart settings={held.settings} languages={languages} />
          <SitesPart settings={held.settings} sites={held.sites} />
        </LaidDownSettings.Provider>
        <TermsPart
          {...held}
          nameOf={nameOf}
          offerUndo={(undo) => setNotice({ text: WORDS.terms.taken, undo })}
        />
        <ShortcutsPart onProblem={onProblem} />
        <BackupPart onProblem={onProblem} onDone={(text, undo) => setNotice({ text, undo })} />
      </main>
      <NoticeBar notice={notice} close={() => setNotice(undefined)} />
    </>
  );
}

function NoticeBar({ notice, close }: { notice: Notice | undefined; close: () => void }) {
  return (
    <div class="notice" role="status" data-shown={notice !== undefined}>
      {notice !== undefined && (
        <>
          <span>{notice.text}</span>
          {notice.undo !== undefined && (
            <button
              type="button"
              onClick={() => {
                void notice.undo?.();
                close();
              }}
            >
              {WORDS.backup.undo}
            </button>
          )}
          <button type="button" class="quiet" aria-label={WORDS.dismiss} onClick={close}>
            ✕
          </button>
        </>
      )}
    </div>
  );
}

function targets(value: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {}): string[] {
  return Object.values(value).flatMap((table) =>
    Object.keys(table).map((target) => target.split('#')[0] ?? ''),
  );
}

/** What can be said of an entry that is gone. */
function idOf(ref: string): string {
  return ref.slice(ref.indexOf('/') + 1);
}

/** Names of entries, fetched as they are needed. */
function useNames(refs: readonly string[]): (ref: string) => string {
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const missing = refs.filter((ref) => ref.includes('/') && !(ref in names));
  useEffect(() => {
    for (const ref of missing) {
      void callBackground('card', ref).then(
        (card) => setNames((now) => ({ ...now, [ref]: card?.term ?? idOf(ref) })),
        () => setNames((now) => ({ ...now, [ref]: idOf(ref) })),
      );
    }
  }, [missing.join(' ')]);
  return (ref) => names[ref] ?? ref.replace(/^page:/, '');
}

/** The languages that glossaries on the shelf explain in. */
function useLanguages(): readonly string[] {
  const [languages, setLanguages] = useState<readonly string[]>([]);
  useEffect(() => {
    void library.shelf().then((items) => {
      setLanguages([...new Set(items.map(({ language }) => language.toLowerCase().split('-')[0] ?? 'en'))]);
    });
  }, []);
  return languages;
}
