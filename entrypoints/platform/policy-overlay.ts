import type { SiteRules } from '../../glossary/sites.ts';
import type { Policy } from './policy-reading.ts';

/** How a policy lies over what the reader has stored. */
export interface Overlay<T> {
  /** What is in force. */
  over(value: T, policy: Policy): T;
  /** What is to be stored of what is in force: the reader's own, as it was stored `before` under the policy. */
  under(next: T, before: T, policy: Policy): T;
}

/** Site rules: those of the organisation go along beside the reader's, and decide before them. */
export const SITES_OVERLAY: Overlay<SiteRules> = {
  over: (value, { sites }) =>
    sites.mode === undefined && sites.rules.length === 0 ? value : { ...value, managed: sites },
  under: ({ mode, rules }) => ({ mode, rules }),
};

interface WithLook {
  readonly look: object;
}

/** Settings: each that the organisation has laid down takes the place of the reader's. */
export function settingsOverlay<T extends WithLook>(): Overlay<T> {
  return {
    over: (value, { settings: { look, ...rest } }) => ({
      ...value,
      ...rest,
      look: { ...value.look, ...look },
    }),
    under: (next, before, { settings: { look = {}, ...rest } }) => ({
      ...next,
      ...chosen(before, Object.keys(rest)),
      look: { ...next.look, ...chosen(before.look, Object.keys(look)) },
    }),
  };
}

function chosen(value: object, keys: readonly string[]): object {
  return Object.fromEntries(Object.entries(value).filter(([key]) => keys.includes(key)));
}

/** The settings that the organisation has laid down: `delay`, `look.underline`. */
export function laidDown({ settings: { look = {}, ...rest } }: Policy): ReadonlySet<string> {
  return new Set([...Object.keys(rest), ...Object.keys(look).map((key) => `look.${key}`)]);
}
