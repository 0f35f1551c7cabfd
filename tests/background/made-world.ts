import type { World } from '../../entrypoints/background/subscriptions/world.ts';

/** The start of time in these tests. */
export const NOON = Date.UTC(2026, 10, 26, 12);

/** A world whose clock stands still, in which everything is allowed and every chance is one half. */
export function madeWorld(parts: Partial<World> = {}): World {
  return {
    limits: { bytes: 1024 * 1024, time: 10_000 },
    now: () => NOON,
    chance: () => 0.5,
    online: () => true,
    allowed: async () => true,
    pause: async () => undefined,
    language: 'en',
    ...parts,
  };
}
