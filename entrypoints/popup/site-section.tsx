import { useState } from 'preact/hooks';
import type { SiteMode, SiteRules } from '../../glossary/sites.ts';
import type { Act } from '../platform/messages.ts';
import { QuietSelect } from '../ui/quiet-select.tsx';
import { Switch } from '../ui/switch.tsx';
import { type SiteFacts, siteFacts } from './page-state.ts';
import type { PageView } from './source.ts';
import { words } from './words.ts';

export interface SiteSectionProps {
  readonly view: PageView;
  readonly act: (act: Act) => void;
}

/** “This site”: on or off here, and everywhere, with what exactly each switch covers. */
export function SiteSection({ view, act }: SiteSectionProps) {
  const facts = siteFacts(view);
  const [chosen, choose] = useState<Scope>();
  const { url, everywhere, sites } = view;
  const scope = facts.page === undefined ? 'host' : (chosen ?? (facts.byPage ? 'page' : 'host'));
  return (
    <section class="this-site" aria-label={words.thisSite}>
      <Switch
        label={words.onThisSite}
        on={facts.on}
        disabled={!facts.possible || facts.managed}
        onChange={(on) =>
          act({ act: 'site', on, pageOnly: scope === 'page', ...(url !== undefined && { url }) })
        }
      >
        <Coverage facts={facts} scope={scope} choose={choose} />
      </Switch>
      <Switch label={words.everywhere} on={everywhere} onChange={(on) => act({ act: 'everywhere', on })}>
        {everywhere ? <Mode sites={sites} act={act} /> : words.nowhere}
      </Switch>
    </section>
  );
}

type Scope = 'host' | 'page';

interface CoverageProps {
  readonly facts: SiteFacts;
  readonly scope: Scope;
  readonly choose: (scope: Scope) => void;
}

function Coverage({ facts: { possible, host, page, rule, managed }, scope, choose }: CoverageProps) {
  if (!possible || host === undefined) return words.noSite;
  if (managed) return words.managed;
  const whole = host === 'file:' ? words.files : words.covers(host);
  return (
    <>
      {rule !== undefined && <bdi class="by-rule">{words.byRule(rule)}</bdi>}
      {page === undefined ? (
        <bdi>{whole}</bdi>
      ) : (
        <QuietSelect
          label={words.scope}
          options={{ host: whole, page: words.pageOnly }}
          value={scope}
          onChange={choose}
        />
      )}
    </>
  );
}

function Mode({ sites, act }: { readonly sites: SiteRules; readonly act: (act: Act) => void }) {
  if (sites.managed?.mode !== undefined) return words.managed;
  return (
    <QuietSelect
      label={words.mode}
      options={modes(sites)}
      value={sites.mode}
      onChange={(mode) => act({ act: 'mode', mode })}
    />
  );
}

function modes({ rules }: SiteRules): Record<SiteMode, string> {
  const on = rules.filter((rule) => rule.on).length;
  const off = rules.length - on;
  return {
    except: off === 0 ? words.everySite : words.exceptSites(off),
    only: on === 0 ? words.noSites : words.onlySites(on),
  };
}
