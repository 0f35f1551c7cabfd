import { useEffect, useState } from 'preact/hooks';
import { openShortcutPage, type Shortcut, shortcuts } from '../platform/shortcuts.ts';
import { Part } from './controls.tsx';
import { WORDS } from './words.ts';

/** Which keys do what. They are changed on the browser's own page. */
export function ShortcutsPart({ onProblem }: { onProblem: (problem: string) => void }) {
  const [all, setAll] = useState<readonly Shortcut[]>([]);
  useEffect(() => {
    const read = () => void shortcuts().then(setAll, (error) => onProblem(String(error)));
    read();
    // The reader comes back from the browser's page: the keys may be others.
    window.addEventListener('focus', read);
    return () => window.removeEventListener('focus', read);
  }, []);
  return (
    <Part id="shortcuts" title={WORDS.parts.shortcuts}>
      <dl class="keys">
        {all
          .filter(({ description }) => description !== '')
          .map(({ name, description, keys }) => (
            <div key={name}>
              <dt>{description}</dt>
              <dd>{keys === '' ? <span class="note">{WORDS.shortcuts.none}</span> : <kbd>{keys}</kbd>}</dd>
            </div>
          ))}
      </dl>
      <div class="row">
        <button
          type="button"
          onClick={() => void openShortcutPage().catch((error) => onProblem(String(error)))}
        >
          {WORDS.shortcuts.change}
        </button>
        <small class="note">{WORDS.shortcuts.note}</small>
      </div>
    </Part>
  );
}
