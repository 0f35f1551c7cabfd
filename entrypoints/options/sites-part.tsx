import { useId, useState } from 'preact/hooks';
import { canonical, parsePattern } from '../../glossary/site-pattern.ts';
import {
  decidingRule,
  isOn,
  managedRule,
  modeOf,
  type SiteRule,
  type SiteRules,
} from '../../glossary/sites.ts';
import type { Settings } from '../platform/settings.ts';
import { Switch } from '../ui/switch.tsx';
import { Choice, Part } from './controls.tsx';
import { LaidDown } from './laid-down.tsx';
import type { Held } from './use-stored.ts';
import { WORDS } from './words.ts';

const words = WORDS.sites;

/** Where Glossator is on or off. */
export function SitesPart({ settings, sites }: { settings: Held<Settings>; sites: Held<SiteRules> }) {
  const { value, change } = sites;
  if (value === undefined || settings.value === undefined) return null;
  const setRules = (next: (rules: readonly SiteRule[]) => readonly SiteRule[]) =>
    change((now) => ({ ...now, rules: next(now.rules) }));
  return (
    <Part id="sites" title={WORDS.parts.sites}>
      <LaidDown name="everywhere">
        <Switch
          label={words.everywhere}
          on={settings.value.everywhere}
          onChange={(everywhere) => settings.change((now) => ({ ...now, everywhere }))}
        >
          {words.everywhereNote}
        </Switch>
      </LaidDown>
      <fieldset class="laid-down" disabled={value.managed?.mode !== undefined}>
        <Choice
          legend={words.mode}
          options={words.modes}
          value={modeOf(value)}
          onChange={(mode) => change((now) => ({ ...now, mode }))}
        />
        {value.managed?.mode !== undefined && <small class="note">{WORDS.laidDown}</small>}
      </fieldset>
      <ManagedRules rules={value.managed?.rules ?? []} />
      <h3>{words.rules}</h3>
      {value.rules.length === 0 && <p class="note">{words.none}</p>}
      <ul class="rules">
        {value.rules.map((rule) => (
          <Rule key={rule.pattern} rule={rule} setRules={setRules} />
        ))}
      </ul>
      <NewRule
        on={modeOf(value) === 'only'}
        add={(rule) =>
          setRules((rules) => [...rules.filter(({ pattern }) => pattern !== rule.pattern), rule])
        }
      />
      <TryAddress sites={value} />
    </Part>
  );
}

/** What the organisation has laid down: to be seen, not to be changed. */
function ManagedRules({ rules }: { rules: readonly SiteRule[] }) {
  if (rules.length === 0) return null;
  return (
    <>
      <h3>{words.managed}</h3>
      <ul class="rules">
        {rules.map(({ pattern, on }) => (
          <li key={pattern}>
            <Switch label={pattern} on={on} disabled onChange={() => undefined}>
              {WORDS.laidDown}
            </Switch>
          </li>
        ))}
      </ul>
    </>
  );
}

type SetRules = (next: (rules: readonly SiteRule[]) => readonly SiteRule[]) => void;

function Rule({ rule, setRules }: { rule: SiteRule; setRules: SetRules }) {
  const { pattern, on } = rule;
  const parsed = parsePattern(pattern);
  const turn = (next: boolean) =>
    setRules((rules) => rules.map((one) => (one.pattern === pattern ? { pattern, on: next } : one)));
  return (
    <li>
      <Switch label={pattern} on={on} onChange={turn}>
        {'problem' in parsed && <span class="problem">{parsed.problem}</span>}
      </Switch>
      <button
        type="button"
        class="quiet"
        aria-label={words.remove(pattern)}
        onClick={() => setRules((rules) => rules.filter((one) => one.pattern !== pattern))}
      >
        ✕
      </button>
    </li>
  );
}

function NewRule({ on, add }: { on: boolean; add: (rule: SiteRule) => void }) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const id = useId();
  const submit = (event: Event) => {
    event.preventDefault();
    const parsed = parsePattern(text);
    if ('problem' in parsed) return setProblem(parsed.problem);
    add({ pattern: canonical(text), on });
    setText('');
    return setProblem(undefined);
  };
  return (
    <form class="row" onSubmit={submit}>
      <label class="grow">
        {words.pattern}
        <input
          type="text"
          inputMode="url"
          value={text}
          placeholder={words.placeholder}
          aria-invalid={problem !== undefined}
          aria-describedby={id}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <button type="submit">{words.add}</button>
      <output id={id} class="problem">
        {problem}
      </output>
    </form>
  );
}

function TryAddress({ sites }: { sites: SiteRules }) {
  const [address, setAddress] = useState('');
  return (
    <div class="row">
      <label class="grow">
        {words.test}
        <input
          type="url"
          value={address}
          placeholder="https://…"
          onInput={(event) => setAddress(event.currentTarget.value)}
        />
      </label>
      <output class="verdict">{address === '' ? '' : verdict(address, sites)}</output>
    </div>
  );
}

function verdict(address: string, sites: SiteRules): string {
  if (!URL.canParse(address)) return words.notAnAddress;
  const rule = decidingRule(address, sites);
  const by = managedRule(address, sites) === undefined ? words.decidedBy : words.decidedByManaged;
  const why = rule === undefined ? words.decidedByMode : by(rule.pattern);
  return `${isOn(address, sites) ? words.testOn : words.testOff}: ${why}`;
}
