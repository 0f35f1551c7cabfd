import type { FileComplaint } from '../../../glossary/files/complaint.ts';
import { complaintText } from '../../../glossary/files/complaint.ts';
import type { ImportPlan } from './import-plan.ts';
import { MANAGER } from './words.ts';

const words = MANAGER.import;
/** Lines of one list; the rest is counted. */
const MOST_LISTED = 200;

interface ImportPreviewProps {
  readonly plan: ImportPlan;
  readonly complaints: readonly FileComplaint[];
  readonly skipped: number;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** What comes in, what is skipped and why, and what would change; nothing is stored yet. */
export function ImportPreview({ plan, complaints, skipped, onConfirm, onCancel }: ImportPreviewProps) {
  const { glossary, differences, kind } = plan;
  const { added, changed, removed, same } = differences;
  const terms = (entries: readonly { term: string }[]) => entries.map(({ term }) => term);
  const nothing = glossary.entries.length === 0;
  return (
    <section class="import-preview" aria-label={words.preview}>
      <h3>{nothing ? words.nothing : words.kinds[kind](glossary.title)}</h3>
      <Listed title={words.added(added.length)} items={terms(added)} />
      <Listed title={words.changed(changed.length)} items={terms(changed)} />
      <Listed title={words.removed(removed.length)} items={terms(removed)} />
      {same.length > 0 && <p class="note">{words.same(same.length)}</p>}
      <Listed title={words.complaints(complaints.length, skipped)} items={complaints.map(told)} />
      <div class="row">
        {!nothing && (
          <button type="button" onClick={onConfirm}>
            {words.confirm(glossary.entries.length)}
          </button>
        )}
        <button type="button" class="quiet" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </section>
  );
}

function told(complaint: FileComplaint): string {
  return `${words.effects[complaint.effect]}: ${complaintText(complaint)}`;
}

function Listed({ title, items }: { title: string; items: readonly string[] }) {
  if (items.length === 0) return null;
  const more = items.length - MOST_LISTED;
  return (
    <details>
      <summary>{title}</summary>
      <ul class="listed">
        {items.slice(0, MOST_LISTED).map((item, at) => (
          <li key={at}>{item}</li>
        ))}
        {more > 0 && <li class="note">{words.more(more)}</li>}
      </ul>
    </details>
  );
}
