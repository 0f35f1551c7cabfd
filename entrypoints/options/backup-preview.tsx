import type { Backup } from '../platform/backup/backup.ts';
import type { ReadBackup } from '../platform/backup/read-backup.ts';
import { complaintText } from './backup-complaints.ts';
import { counted } from './manager/words.ts';
import { WORDS } from './words.ts';

const words = WORDS.backup;
const time = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeStyle: 'short' });

interface BackupPreviewProps {
  readonly read: ReadBackup;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** What a backup would bring back, and what of it cannot be used; nothing has happened yet. */
export function BackupPreview({ read, onConfirm, onCancel }: BackupPreviewProps) {
  const { backup, complaints } = read;
  const items = contents(backup);
  const at = Date.parse(backup.saved);
  return (
    <section class="import-preview" aria-label={words.preview}>
      <h3>{words.preview}</h3>
      {!Number.isNaN(at) && <p class="note">{words.savedOn(time.format(at))}</p>}
      <ul class="listed">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
      <p class="note">{items.length === 0 ? words.nothing : words.stays}</p>
      {complaints.length > 0 && (
        <details>
          <summary>{words.complaints(complaints.length)}</summary>
          <ul class="listed">
            {complaints.map((complaint, at) => (
              <li key={at} dir="auto">
                {complaintText(complaint)}
              </li>
            ))}
          </ul>
        </details>
      )}
      <div class="row">
        {items.length > 0 && (
          <button type="button" onClick={onConfirm}>
            {words.confirm}
          </button>
        )}
        <button type="button" class="quiet" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </section>
  );
}

function contents({ own, files, subscriptions, settings, drafts }: Backup): string[] {
  const unsaved = Object.keys(drafts).length;
  return [
    ...(own === undefined ? [] : [words.own(own.entries.length)]),
    ...files.map(({ title, entries }) => words.glossary(title, counted(entries.length))),
    ...subscriptions.map(({ url }) => words.subscription(url)),
    ...(Object.keys(settings).length === 0 ? [] : [words.settings]),
    ...(unsaved === 0 ? [] : [words.drafts(unsaved)]),
  ];
}
