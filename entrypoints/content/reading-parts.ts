import type { callBackground } from '../platform/calls.ts';
import type { FrameworkSigns } from '../platform/framework-signs.ts';
import type { Dress } from '../platform/look-sheet.ts';
import type { Remark } from '../platform/messages.ts';
import type { PageSettings } from '../platform/page-settings.ts';

/** What a reading works with. */
export interface ReadingParts {
  readonly call: typeof callBackground;
  readonly settings: PageSettings;
  readonly dress: Dress;
  readonly signs: FrameworkSigns;
  /** Whether the page was made after it was met: all of it has changed since. */
  readonly isLate: boolean;
  readonly onChange: () => void;
  readonly remark: (remark: Remark) => void;
  /** Ends the reading for as long as this page is shown, and tells the reader why. */
  readonly giveUp: (remark: Remark) => void;
  readonly signal: AbortSignal;
}
