import { useEffect, useState } from 'preact/hooks';
import type { Complaint } from '../platform/messages.ts';
import { Icon } from '../ui/icon.tsx';
import type { PopupSource } from './source.ts';
import { words } from './words.ts';

/** What the glossaries and the store complain about; nothing while all is well. */
export function Complaints({ source }: { readonly source: PopupSource }) {
  const [complaints, setComplaints] = useState<readonly Complaint[]>([]);
  useEffect(() => {
    const ending = new AbortController();
    void complaintsOf(source).then((all) => ending.signal.aborted || setComplaints(all));
    return () => ending.abort();
  }, [source]);
  if (complaints.length === 0) return null;
  return (
    <details class="alert complaints">
      <summary>
        <Icon name="alert" />
        {words.complaints(complaints.length)}
      </summary>
      <ul>
        {complaints.map(({ where, what }) => (
          <li key={where + what}>
            <strong>{where}</strong> {what}
          </li>
        ))}
      </ul>
      <p>{words.goOn}</p>
    </details>
  );
}

async function complaintsOf(source: PopupSource): Promise<readonly Complaint[]> {
  try {
    return await source.complaints();
  } catch (error) {
    return [{ where: words.noAnswer, what: error instanceof Error ? error.message : String(error) }];
  }
}
