import { isOn, type SiteRules, withSite, withTrust } from '../../glossary/sites.ts';
import type { Tally } from '../platform/messages.ts';
import { isSecretive } from './secretive.ts';

/** The page in front when its site is turned on or off by a key. */
export interface Toggling {
  readonly url: string;
  /** Why it shows no terms. */
  readonly resting: Tally['resting'];
  readonly quietOnSecrets: boolean;
}

/**
 * The site rules after the key: off where terms are shown, on where none are; also where it is quiet because one
 * types secrets there.
 */
export function toggled(sites: SiteRules, { url, resting, quietOnSecrets }: Toggling): SiteRules {
  const secretive =
    quietOnSecrets && (resting === 'secrets' || resting === 'hushed' || isSecretive(url, sites));
  if (secretive) return withTrust(sites, url);
  return withSite(sites, url, !isOn(url, sites));
}
