import type { SiteRules } from '../../glossary/sites.ts';
import type { Act } from '../platform/messages.ts';
import { Switch } from '../ui/switch.tsx';
import { type SiteFacts, siteFacts } from './page-state.ts';
import type { PageView } from './source.ts';
import { words } from './words.ts';

/** “This site”: on or off here, and everywhere, with what exactly each switch covers. */
export function SiteSection({ view, act }: { readonly view: PageView; readonly act: (act: Act) => void }) {
  const facts = siteFacts(view);
  const { url, everywhere, sites } = view;
  return (
    <section class="this-site" aria-label={words.thisSite}>
      <Switch
        label={words.onThisSite}
        on={facts.on}
        disabled={!facts.possible}
        onChange={(on) => act({ act: 'site', on, ...(url !== undefined && { url }) })}
      >
        <Coverage {...facts} />
      </Switch>
      <Switch label={words.everywhere} on={everywhere} onChange={(on) => act({ act: 'everywhere', on })}>
        {everywhere ? mode(sites) : words.nowhere}
      </Switch>
    </section>
  );
}

function Coverage({ possible, host, rule }: SiteFacts) {
  if (!possible || host === undefined) return words.noSite;
  if (rule !== undefined) return <bdi>{words.byRule(rule)}</bdi>;
  return host === 'file:' ? words.files : <bdi>{words.covers(host)}</bdi>;
}

function mode({ mode, rules }: SiteRules): string {
  const count = rules.filter(({ on }) => on === (mode === 'only')).length;
  if (mode === 'only') return count === 0 ? words.noSites : words.onlySites(count);
  return count === 0 ? words.everySite : words.exceptSites(count);
}
