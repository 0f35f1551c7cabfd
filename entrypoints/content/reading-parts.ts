import type { callBackground } from '../platform/calls.ts';
import type { PageSettings } from '../platform/page-settings.ts';

/** What a reading works with. */
export interface ReadingParts {
  readonly call: typeof callBackground;
  readonly settings: PageSettings;
  /** Whether the page was made after it was met: all of it has changed since. */
  readonly isLate: boolean;
  readonly onChange: () => void;
  readonly remark: (remark: string) => void;
  /** Ends the reading for as long as this page is shown, and tells the reader why. */
  readonly giveUp: (remark: string) => void;
  readonly signal: AbortSignal;
}
