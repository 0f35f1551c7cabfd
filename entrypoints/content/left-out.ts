import type { Remark } from '../platform/messages.ts';

/** Why a part of a page is not read. */
export type LeftOut = Extract<Remark, 'long' | 'deep' | 'masked'>;
