import type { Settings } from '../platform/settings.ts';
import { Switch } from '../ui/switch.tsx';
import { Amount, Choice, Part } from './controls.tsx';
import { LaidDown } from './laid-down.tsx';
import type { Held } from './use-stored.ts';
import { WORDS } from './words.ts';

/** Milliseconds: the longest rest that still feels like an answer. */
const LONGEST_DELAY = 2_000;
const DELAY_STEP = 50;

/** When and how terms answer. */
export function ReadingPart({
  settings,
  languages,
}: {
  settings: Held<Settings>;
  languages: readonly string[];
}) {
  const { value, change } = settings;
  if (value === undefined) return null;
  const words = WORDS.reading;
  const set = (part: Partial<Settings>) => change((now) => ({ ...now, ...part }));
  return (
    <Part id="reading" title={WORDS.parts.reading}>
      <LaidDown name="delay">
        <Amount
          label={words.delay}
          unit={words.milliseconds}
          value={value.delay}
          most={LONGEST_DELAY}
          step={DELAY_STEP}
          onChange={(delay) => set({ delay })}
        />
      </LaidDown>
      <LaidDown name="pageTerms">
        <Switch label={words.pageTerms} on={value.pageTerms} onChange={(pageTerms) => set({ pageTerms })} />
      </LaidDown>
      <LaidDown name="silentWhereExplained">
        <Switch
          label={words.silent}
          on={value.silentWhereExplained}
          onChange={(silentWhereExplained) => set({ silentWhereExplained })}
        />
      </LaidDown>
      <LaidDown name="quietOnSecrets">
        <Switch
          label={words.secrets}
          on={value.quietOnSecrets}
          onChange={(quietOnSecrets) => set({ quietOnSecrets })}
        />
      </LaidDown>
      <LaidDown name="painting">
        <Choice
          legend={words.painting}
          options={words.paintings}
          value={value.painting}
          onChange={(painting) => set({ painting })}
        />
      </LaidDown>
      <LaidDown name="languages">
        <Languages
          chosen={value.languages}
          all={languages}
          onChange={(chosen) => set({ languages: chosen })}
        />
      </LaidDown>
    </Part>
  );
}

function Languages(props: {
  chosen: readonly string[];
  all: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}) {
  const names = new Intl.DisplayNames(['en'], { type: 'language' });
  const tags = [...new Set([...props.all, ...props.chosen])].sort();
  const toggle = (tag: string, on: boolean) => {
    const rest = props.chosen.filter((one) => one !== tag);
    props.onChange(on ? [...rest, tag] : rest);
  };
  return (
    <fieldset class="choice">
      <legend>{WORDS.reading.languages}</legend>
      <label>
        <input
          type="checkbox"
          checked={props.chosen.length === 0}
          onChange={(event) => props.onChange(event.currentTarget.checked ? [] : tags.slice(0, 1))}
        />
        {WORDS.reading.allLanguages}
      </label>
      {props.chosen.length > 0 &&
        tags.map((tag) => (
          <label key={tag}>
            <input
              type="checkbox"
              checked={props.chosen.includes(tag)}
              onChange={(event) => toggle(tag, event.currentTarget.checked)}
            />
            {names.of(tag) ?? tag}
          </label>
        ))}
    </fieldset>
  );
}
