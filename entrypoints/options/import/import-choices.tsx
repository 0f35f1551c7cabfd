import { useEffect, useState } from 'preact/hooks';
import type { LanguageCount } from '../../../glossary/files/reading.ts';
import type { ShelfItem } from '../../platform/database.ts';
import { library } from '../library.ts';
import type { Offer, Target, Wish } from './offer.ts';
import { SelectLine } from './select-line.tsx';
import type { Importing } from './use-import.ts';
import { IMPORT } from './words.ts';

/** Encodings that old tables come in; a label is what TextDecoder knows it by. */
const ENCODINGS: Readonly<Record<string, string>> = {
  '': IMPORT.guessed,
  'utf-8': 'Unicode (UTF-8)',
  'utf-16le': 'Unicode (UTF-16)',
  'windows-1252': 'Western (Windows-1252)',
  'windows-1250': 'Central European (Windows-1250)',
  'windows-1251': 'Cyrillic (Windows-1251)',
  'windows-1253': 'Greek (Windows-1253)',
  'windows-1254': 'Turkish (Windows-1254)',
  shift_jis: 'Japanese (Shift JIS)',
  'euc-jp': 'Japanese (EUC-JP)',
  'euc-kr': 'Korean (EUC-KR)',
  gb18030: 'Chinese (GB 18030)',
  big5: 'Chinese (Big5)',
};

/** Where an import goes, and how else its file could be read. */
export function ImportChoices({ offer, importing }: { offer: Offer; importing: Importing }) {
  const { used, format, head } = offer;
  const again = (part: Wish) => importing.again({ ...used, ...part });
  const { encoding: _, ...withoutEncoding } = used;
  return (
    <>
      <TargetChoice offer={offer} importing={importing} />
      <details class="choices">
        <summary>{IMPORT.choices}</summary>
        <label class="line">
          <span class="label">{IMPORT.name}</span>
          <input
            type="text"
            value={head.title}
            onChange={(event) => {
              const title = event.currentTarget.value.trim();
              if (title !== '') again({ title });
            }}
          />
        </label>
        {offer.languages.length > 0 && <LanguageChoices offer={offer} again={again} />}
        {['csv', 'tsv', 'json'].includes(format) && (
          <SelectLine
            label={IMPORT.encoding}
            options={ENCODINGS}
            value={used.encoding ?? ''}
            onChange={(encoding) => importing.again({ ...withoutEncoding, ...(encoding && { encoding }) })}
          />
        )}
      </details>
    </>
  );
}

function LanguageChoices({ offer, again }: { offer: Offer; again: (part: Wish) => void }) {
  const { used, languages, head } = offer;
  const options = languageOptions(languages);
  return (
    <>
      <SelectLine
        label={IMPORT.language}
        options={options}
        value={used.language ?? head.language}
        onChange={(language) => again({ language })}
      />
      <SelectLine
        label={IMPORT.definitions}
        options={options}
        value={used.definitions ?? used.language ?? head.language}
        onChange={(definitions) => again({ definitions })}
      />
      <label class="check">
        <input
          type="checkbox"
          checked={used.bare === 'names'}
          onChange={(event) => again({ bare: event.currentTarget.checked ? 'names' : 'skip' })}
        />
        {IMPORT.bare}
      </label>
    </>
  );
}

function languageOptions(languages: readonly LanguageCount[]): Record<string, string> {
  const names = new Intl.DisplayNames(['en'], { type: 'language' });
  const text = ({ language, terms, definitions }: LanguageCount) =>
    IMPORT.languageOption(names.of(language) ?? language, terms, definitions);
  return Object.fromEntries(languages.map((one) => [one.language, text(one)]));
}

function TargetChoice({ offer, importing }: { offer: Offer; importing: Importing }) {
  const files = useImported(offer.content);
  const { target } = offer.plan;
  const options = {
    new: IMPORT.targets.new,
    ...Object.fromEntries(files.map(({ id, title }) => [`update ${id}`, IMPORT.targets.update(title)])),
    own: IMPORT.targets.own,
  };
  return (
    <SelectLine
      label={IMPORT.into}
      options={options}
      value={target.kind === 'update' ? `update ${target.id}` : target.kind}
      onChange={(value) => importing.retarget(targetNamed(value))}
    />
  );
}

function targetNamed(value: string): Target {
  if (value === 'new' || value === 'own') return { kind: value };
  return { kind: 'update', id: value.slice('update '.length) };
}

/** Glossaries that were imported from files. */
function useImported(key: string): readonly ShelfItem[] {
  const [items, setItems] = useState<readonly ShelfItem[]>([]);
  useEffect(() => {
    // Without them, a file can still be a new glossary.
    library.shelf().then(
      (all) => setItems(all.filter(({ origin }) => origin === 'file')),
      () => setItems([]),
    );
  }, [key]);
  return items;
}
