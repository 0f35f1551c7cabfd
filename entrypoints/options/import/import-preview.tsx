import { complaintText, type FileComplaint } from '../../../glossary/files/complaint.ts';
import { ColumnChoices } from './column-choices.tsx';
import { ImportChoices } from './import-choices.tsx';
import type { Listing, Offer } from './offer.ts';
import type { Importing } from './use-import.ts';
import { IMPORT } from './words.ts';

interface ImportPreviewProps {
  readonly offer: Offer;
  readonly importing: Importing;
}

/** What comes in, what is skipped and why, and what would change; nothing has changed yet. */
export function ImportPreview({ offer, importing }: ImportPreviewProps) {
  const { head, plan, tally, table } = offer;
  const nothing = tally.entries === 0;
  const busy = importing.state?.progress !== undefined;
  return (
    <section class="import-preview" aria-label={IMPORT.preview} aria-busy={busy}>
      <h3 aria-live="polite">{nothing ? IMPORT.nothing : IMPORT.kinds[plan.target.kind](head.title)}</h3>
      <Listed title={IMPORT.added(plan.added.count)} {...plan.added} />
      <Listed title={IMPORT.changed(plan.changed.count)} {...plan.changed} />
      <Listed title={IMPORT.removed(plan.removed.count)} {...plan.removed} />
      {plan.same > 0 && <p class="note">{IMPORT.same(plan.same)}</p>}
      <Complaints {...offer} />
      {!nothing && <FirstEntries offer={offer} />}
      {table !== undefined && (
        <ColumnChoices table={table} used={offer.used} onChange={(wish) => importing.again(wish)} />
      )}
      <ImportChoices offer={offer} importing={importing} />
      <div class="row">
        {!nothing && (
          <button type="button" aria-disabled={busy} onClick={() => busy || importing.confirm()}>
            {IMPORT.confirm(tally.entries)}
          </button>
        )}
        <button type="button" class="quiet" onClick={importing.giveUp}>
          {IMPORT.cancel}
        </button>
      </div>
    </section>
  );
}

function Complaints({ complaints, tally }: Pick<Offer, 'complaints' | 'tally'>) {
  const title = IMPORT.complaints(tally.complaints, tally.skipped);
  return (
    <>
      <Listed title={title} count={tally.complaints} first={complaints.map(told)} />
      {tally.skipped > 0 && tally.entries > 0 && <p class="note">{IMPORT.damaged(tally.skipped)}</p>}
    </>
  );
}

/** As they would be read on a card: whether languages and columns are right is seen at once. */
function FirstEntries({ offer }: { offer: Offer }) {
  return (
    <>
      <p class="note">{IMPORT.first}</p>
      <dl class="first" lang={offer.head.language}>
        {offer.first.map(({ id, term, definition }) => (
          <div key={id}>
            <dt dir="auto">{term}</dt>
            <dd dir="auto">{definition}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function told(complaint: FileComplaint): string {
  return `${IMPORT.effects[complaint.effect]}: ${complaintText(complaint)}`;
}

function Listed({ title, count, first }: Listing & { title: string }) {
  if (count === 0) return null;
  const more = count - first.length;
  return (
    <details>
      <summary>{title}</summary>
      <ul class="listed">
        {first.map((item, at) => (
          <li key={at} dir="auto">
            {item}
          </li>
        ))}
        {more > 0 && <li class="note">{IMPORT.more(more)}</li>}
      </ul>
    </details>
  );
}
