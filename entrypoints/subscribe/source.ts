import type { Offer } from '../platform/messages.ts';

/** What the page needs of the world. */
export interface SubscribeSource {
  /** Asks the reader for the permission to read a host; to be called first thing after a click. */
  ask(url: string): Promise<boolean>;
  look(url: string): Promise<Offer>;
  /** Subscribes to what was looked at. */
  subscribe(url: string): Promise<void>;
}
