import { writeJson } from '../../../glossary/files/json.ts';
import { OWN } from '../../platform/own-terms.ts';
import { type TravelStatus, turnTravel } from '../../platform/travel.ts';
import { Switch } from '../../ui/switch.tsx';
import { download } from '../download.ts';
import { library } from '../library.ts';
import { type Say, tried } from './say.ts';
import { TRAVEL } from './travel-words.ts';
import { useTravel } from './use-travel.ts';

/** Whether the own terms follow the reader to other machines, and how many of the `count` there are do. */
export function TravelPart({ count, say }: { count: number; say: Say }) {
  const travel = useTravel(say);
  if (travel === undefined) return null;
  const { on, status } = travel;
  const isFull = on && !status.newer && status.count === count && status.travelling < count;
  return (
    <div class="travel">
      <Switch label={TRAVEL.on} on={on} onChange={(next) => void tried(say, () => turnTravel(next))}>
        {TRAVEL.note}
      </Switch>
      <p class="note" aria-live="polite" data-travel={on ? status.travelling : 'off'}>
        {on ? said(status, count) : TRAVEL.off}
      </p>
      {isFull && (
        <button type="button" class="quiet" onClick={() => void tried(say, saveOwnTerms)}>
          {TRAVEL.save}
        </button>
      )}
      {on && status.complaints.length > 0 && <Complaints all={status.complaints} />}
    </div>
  );
}

function said(status: TravelStatus, count: number): string {
  if (status.problem !== undefined) return TRAVEL.problem(status.problem);
  if (status.newer) return TRAVEL.newer;
  if (status.count !== count) return TRAVEL.pending;
  if (count === 0) return TRAVEL.none;
  return status.travelling >= count ? TRAVEL.all(count) : TRAVEL.some(status.travelling, count);
}

function Complaints({ all }: { all: readonly string[] }) {
  return (
    <>
      <p class="note problem">{TRAVEL.complaints(all.length)}</p>
      <ul class="listed">
        {all.map((complaint) => (
          <li key={complaint}>{complaint}</li>
        ))}
      </ul>
    </>
  );
}

async function saveOwnTerms(): Promise<void> {
  const glossary = await library.glossary(OWN);
  if (glossary !== undefined)
    download('my-terms.glossary.json', 'application/json', [...writeJson(glossary)]);
}
