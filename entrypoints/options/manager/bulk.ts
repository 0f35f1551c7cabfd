import type { Entry, FormCondition, Kind } from '../../../glossary/entry.ts';
import { LIMITS } from '../../../glossary/format-schema.ts';

/** One change to many entries at once. */
export type BulkChange =
  /** Absent: no kind any more. */
  | { readonly kind: Kind | undefined }
  /** When all their forms are marked. */
  | { readonly when: FormCondition }
  /** Words that speak for them, besides those they have. */
  | { readonly context: readonly string[] };

/** An entry after a change; the same object where nothing changes. */
export function changedBy(entry: Entry, change: BulkChange): Entry {
  if ('kind' in change) {
    const { kind, ...rest } = entry;
    if (kind === change.kind) return entry;
    return change.kind === undefined ? rest : { ...rest, kind: change.kind };
  }
  if ('when' in change) {
    if (entry.forms.every(({ when }) => when === change.when)) return entry;
    return { ...entry, forms: entry.forms.map((form) => ({ ...form, when: change.when })) };
  }
  const added = change.context.filter((word) => !entry.context.includes(word));
  const context = [...entry.context, ...added].slice(0, LIMITS.list);
  return context.length === entry.context.length ? entry : { ...entry, context };
}
