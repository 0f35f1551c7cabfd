import type { ImportRequest, Offer, Plan, Progress, Target } from './offer.ts';

/** To the worker: a file to read, and later another target for what was read. */
export type ToWorker = { readonly read: ImportRequest } | { readonly target: Target };

/** From the worker. `unreadable`: what the file is instead. `failed`: what went wrong. */
export type FromWorker =
  | { readonly progress: Progress }
  | { readonly offer: Offer }
  | { readonly plan: Plan }
  | { readonly unreadable: string }
  | { readonly failed: string };
