import * as v from 'valibot';
import { parsePattern } from '../../glossary/site-pattern.ts';
import type { SiteMode, SiteRule } from '../../glossary/sites.ts';
import { subscriptionAddress } from '../../glossary/subscriptions/address.ts';
import { LOOK, SETTINGS } from './settings-schema.ts';

type Values<Schemas extends Record<string, v.GenericSchema>> = {
  readonly [Key in keyof Schemas]?: v.InferOutput<Schemas[Key]>;
};

/** What an organisation lays down for its readers. */
export interface Policy {
  /** Addresses of glossaries that everybody has. */
  readonly subscriptions: readonly string[];
  readonly sites: { readonly mode?: SiteMode; readonly rules: readonly SiteRule[] };
  readonly settings: Values<typeof SETTINGS> & { readonly look?: Values<typeof LOOK> };
}

export const NO_POLICY: Policy = { subscriptions: [], sites: { rules: [] }, settings: {} };

/** A policy as far as it is right, and a line on everything that is wrong with it. */
export interface PolicyReading {
  readonly policy: Policy;
  readonly complaints: readonly string[];
}

/**
 * Reads a policy as the browser hands it over. What is wrong in one place is left out and told; the rest is
 * in force: half a policy is nearer to what was meant than none.
 */
export function readPolicy(raw: unknown): PolicyReading {
  const complaints: string[] = [];
  const complain: Complain = (path, value, expected) =>
    complaints.push(`${path}: expected ${expected}, got ${JSON.stringify(value) ?? 'nothing'}.`);
  const { subscriptions, sites, settings, ...unknown } = objectOf(raw, 'the policy', complain);
  for (const key of Object.keys(unknown)) complain(key, unknown[key], 'subscriptions, sites or settings');
  const policy = {
    subscriptions: readSubscriptions(subscriptions, complain),
    sites: readSites(sites, complain),
    settings: readSettings(settings, complain),
  };
  return { policy, complaints };
}

type Complain = (path: string, value: unknown, expected: string) => void;

function readSubscriptions(raw: unknown, complain: Complain): string[] {
  const urls = listOf(raw, 'subscriptions', complain).flatMap((value, at) => {
    const parsed = typeof value === 'string' ? subscriptionAddress(value) : { problem: '' };
    if ('url' in parsed) return [parsed.url];
    complain(`subscriptions[${at}]`, value, 'an address that begins with https://');
    return [];
  });
  return [...new Set(urls)];
}

const MODE = v.picklist(['except', 'only']);

function readSites(raw: unknown, complain: Complain): Policy['sites'] {
  const { mode, on, off, ...unknown } = objectOf(raw, 'sites', complain);
  for (const key of Object.keys(unknown)) complain(`sites.${key}`, unknown[key], 'mode, on or off');
  const rules = [...readRules(on, true, complain), ...readRules(off, false, complain)];
  if (mode === undefined) return { rules };
  if (v.is(MODE, mode)) return { mode, rules };
  complain('sites.mode', mode, '"except" or "only"');
  return { rules };
}

function readRules(raw: unknown, on: boolean, complain: Complain): SiteRule[] {
  const path = `sites.${on ? 'on' : 'off'}`;
  return listOf(raw, path, complain).flatMap((pattern, at) => {
    if (typeof pattern === 'string' && 'pattern' in parsePattern(pattern)) return [{ pattern, on }];
    complain(`${path}[${at}]`, pattern, 'a site, such as "example.org" or "example.org/news/*"');
    return [];
  });
}

function readSettings(raw: unknown, complain: Complain): Policy['settings'] {
  const { look, ...rest } = objectOf(raw, 'settings', complain);
  const settings: Policy['settings'] = readValues(SETTINGS, rest, { path: 'settings', complain });
  if (look === undefined) return settings;
  const looks = objectOf(look, 'settings.look', complain);
  return { ...settings, look: readValues(LOOK, looks, { path: 'settings.look', complain }) };
}

function readValues<Schemas extends Record<string, v.GenericSchema>>(
  schemas: Schemas,
  raw: Readonly<Record<string, unknown>>,
  { path, complain }: { readonly path: string; readonly complain: Complain },
): Values<Schemas> {
  const right = Object.entries(raw).filter(([key, value]) => {
    const schema = Object.hasOwn(schemas, key) ? schemas[key] : undefined;
    if (schema === undefined) complain(`${path}.${key}`, value, `one of ${Object.keys(schemas).join(', ')}`);
    const read = schema && v.safeParse(schema, value);
    if (read?.success === false)
      complain(`${path}.${key}`, value, String(read.issues[0].expected ?? schema?.type));
    return read?.success === true;
  });
  return Object.fromEntries(right) as Values<Schemas>;
}

function objectOf(raw: unknown, path: string, complain: Complain): Record<string, unknown> {
  if (raw === undefined) return {};
  if (typeof raw === 'object' && raw !== null && !Array.isArray(raw)) return { ...raw };
  complain(path, raw, 'an object');
  return {};
}

function listOf(raw: unknown, path: string, complain: Complain): readonly unknown[] {
  if (raw === undefined) return [];
  if (Array.isArray(raw)) return raw;
  complain(path, raw, 'a list');
  return [];
}
