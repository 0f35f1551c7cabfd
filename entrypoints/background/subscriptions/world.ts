import { browser } from 'wxt/browser';
import { hostPermission } from '../../../glossary/subscriptions/address.ts';
import { LIMITS, type Limits } from './fetch-file.ts';

/** What a check depends on besides the server. */
export interface World {
  readonly limits: Limits;
  /** Milliseconds since 1970. */
  now(): number;
  /** A number from 0 up to 1. */
  chance(): number;
  online(): boolean;
  /** Whether the reader lets Glossator read this host. */
  allowed(url: string): Promise<boolean>;
  /** Lets others have a turn. */
  pause(): Promise<void>;
  /** The language that the reader wants to be explained in. */
  readonly language: string;
}

/** The world as it is. */
export function realWorld(): World {
  return {
    limits: LIMITS,
    now: () => Date.now(),
    chance: () => Math.random(),
    online: () => navigator.onLine,
    allowed: (url) => browser.permissions.contains({ origins: [hostPermission(url)] }),
    pause: () => new Promise((resume) => setTimeout(resume)),
    language: navigator.language.split('-')[0] || 'en',
  };
}
