import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { laidDown, SITES_OVERLAY, settingsOverlay } from '../../entrypoints/platform/policy-overlay.ts';
import { NO_POLICY, readPolicy } from '../../entrypoints/platform/policy-reading.ts';
import { LOOK, SETTINGS } from '../../entrypoints/platform/settings-schema.ts';

const file = (name: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../assets/policy', name), 'utf8'));

describe('a policy', () => {
  test('that is no policy lays nothing down', () => {
    expect(readPolicy({})).toEqual({ policy: NO_POLICY, complaints: [] });
    expect(readPolicy(undefined)).toEqual({ policy: NO_POLICY, complaints: [] });
  });

  test('as the documentation has it is right', () => {
    const { policy, complaints } = readPolicy(file('example.json'));
    expect(complaints).toEqual([]);
    expect(policy.subscriptions).toEqual(['https://glossary.example.org/house.glossary.json']);
    expect(policy.sites.rules).toContainEqual({ pattern: 'payroll.example.org', on: false });
    expect(laidDown(policy)).toEqual(new Set(['quietOnSecrets', 'languages', 'look.underline']));
  });

  test.each<[unknown, string]>([
    ['nonsense', 'the policy: expected an object, got "nonsense".'],
    [{ subscriptions: 'https://a.example' }, 'subscriptions: expected a list, got "https://a.example".'],
    [{ subscriptions: [{ url: 1 }] }, 'subscriptions[0]: expected an address that begins with https://'],
    [{ subscriptions: ['http://a.example'] }, 'subscriptions[0]: expected an address that begins with https'],
    [{ sites: [] }, 'sites: expected an object, got [].'],
    [{ sites: { mode: 'all' } }, 'sites.mode: expected "except" or "only", got "all".'],
    [{ sites: { on: ['a b'] } }, 'sites.on[0]: expected a site'],
    [{ sites: { rules: [] } }, 'sites.rules: expected mode, on or off'],
    [{ settings: { delay: -1 } }, 'settings.delay: expected >=0, got -1.'],
    [{ settings: { print: 'yes' } }, 'settings.print: expected boolean, got "yes".'],
    [{ settings: { __proto__: 1, colour: 'red' } }, 'settings.colour: expected one of delay'],
    [{ settings: { look: { underline: 'thick' } } }, 'settings.look.underline: expected ("dotted"'],
    [{ setings: {} }, 'setings: expected subscriptions, sites or settings'],
  ])('%j is complained about', (raw, complaint) => {
    const { complaints } = readPolicy(raw);
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toContain(complaint);
  });

  test('that is wrong in one place is in force in the others', () => {
    const { policy } = readPolicy({
      subscriptions: ['ftp://a', 'https://b.example/x', 'https://b.example/x#y'],
      sites: { mode: 'some', off: ['a.example', 3] },
      settings: { delay: 'long', print: true, look: { colour: '#00ff00', underline: 1 } },
    });
    expect(policy).toEqual({
      subscriptions: ['https://b.example/x'],
      sites: { rules: [{ pattern: 'a.example', on: false }] },
      settings: { print: true, look: { colour: '#00ff00' } },
    });
  });

  test('can lay down all that the schema for Chromium names, and nothing else', () => {
    const names = (schema: unknown, ...path: string[]): string[] => {
      const found = path.reduce(
        (at, key) => Reflect.get(Reflect.get(at, 'properties'), key),
        schema as object,
      );
      return Object.keys(Reflect.get(found, 'properties')).sort();
    };
    const schema = file('schema.json');
    expect(names(schema)).toEqual(['settings', 'sites', 'subscriptions']);
    expect(names(schema, 'sites')).toEqual(['mode', 'off', 'on']);
    expect(names(schema, 'settings')).toEqual([...Object.keys(SETTINGS), 'look'].sort());
    expect(names(schema, 'settings', 'look')).toEqual(Object.keys(LOOK).sort());
  });
});

describe('what is laid down', () => {
  const { policy } = readPolicy({
    sites: { mode: 'only', on: ['a.example'] },
    settings: { delay: 100, look: { underline: 'wavy' } },
  });
  const own = { delay: 250, print: false, look: { underline: 'dotted', colour: 'auto' } };
  const overlay = settingsOverlay<typeof own>();

  test('is in force in place of the reader’s', () => {
    expect(overlay.over(own, policy)).toEqual({
      delay: 100,
      print: false,
      look: { underline: 'wavy', colour: 'auto' },
    });
  });

  test('is never stored as the reader’s; what else they change is', () => {
    const changed = { delay: 100, print: true, look: { underline: 'wavy', colour: '#ffffff' } };
    expect(overlay.under(changed, own, policy)).toEqual({
      delay: 250,
      print: true,
      look: { underline: 'dotted', colour: '#ffffff' },
    });
  });

  test('stands beside the reader’s site rules, and is not stored with them', () => {
    const rules = { mode: 'except', rules: [{ pattern: 'b.example', on: false }] } as const;
    const inForce = SITES_OVERLAY.over(rules, policy);
    expect(inForce.managed).toEqual({ mode: 'only', rules: [{ pattern: 'a.example', on: true }] });
    expect(SITES_OVERLAY.under(inForce, rules, policy)).toEqual(rules);
    expect(SITES_OVERLAY.over(rules, NO_POLICY)).toBe(rules);
  });
});
