import { useState } from 'preact/hooks';
import { type ReadBackup, readBackup } from '../platform/backup/read-backup.ts';
import { restoreBackup } from '../platform/backup/restore.ts';
import { writeBackup } from '../platform/backup/write-backup.ts';
import {
  exportSettings,
  importSettings,
  isSettingsFile,
  resetSettings,
  SettingsError,
} from '../platform/settings-file.ts';
import { wrongSettingText } from './backup-complaints.ts';
import { BackupPreview } from './backup-preview.tsx';
import { Part } from './controls.tsx';
import { download } from './download.ts';
import { library } from './library.ts';
import { WORDS } from './words.ts';

const words = WORDS.backup;

interface BackupPartProps {
  readonly onProblem: (problem: string) => void;
  /** Says what was done, and offers to undo it. */
  readonly onDone: (done: string, undo: () => Promise<void>) => void;
}

/** Everything to a file and back, and the settings back to the beginning. */
export function BackupPart({ onProblem, onDone }: BackupPartProps) {
  const [offered, setOffered] = useState<ReadBackup>();
  const [reading, setReading] = useState<string>();
  const tried = (work: () => Promise<void>) => work().catch((error) => onProblem(problemText(error)));
  const undoable = (work: () => Promise<() => Promise<void>>, done: string) =>
    tried(async () => onDone(done, await work()));
  const take = async (file: File) => {
    setOffered(undefined);
    setReading(words.reading(file.name));
    const text = await file.text();
    // Settings alone are in force at once: they are taken back just as easily.
    if (isSettingsFile(text)) await undoable(() => importSettings(text), words.imported);
    else await tried(async () => setOffered(readBackup(text)));
    setReading(undefined);
  };
  return (
    <Part id="backup" title={WORDS.parts.backup}>
      <p class="note">{words.note}</p>
      <div class="row">
        <button type="button" onClick={() => void tried(saveEverything)}>
          {words.everything}
        </button>
        <label class="button">
          {words.restore}
          <input
            type="file"
            accept="application/json,.json"
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              if (file !== undefined) void take(file);
              event.currentTarget.value = '';
            }}
          />
        </label>
        <button type="button" class="quiet" onClick={() => void tried(saveSettings)}>
          {words.export}
        </button>
        <button type="button" class="quiet" onClick={() => void undoable(resetSettings, words.wasReset)}>
          {words.reset}
        </button>
      </div>
      <p class="note" aria-live="polite">
        {reading}
      </p>
      {offered !== undefined && (
        <BackupPreview
          read={offered}
          onConfirm={() => {
            setOffered(undefined);
            void undoable(() => restoreBackup(library, offered.backup), words.restored);
          }}
          onCancel={() => setOffered(undefined)}
        />
      )}
    </Part>
  );
}

function problemText(error: unknown): string {
  if (error instanceof SettingsError) return words.unusable(wrongSettingText(error.wrong));
  return error instanceof Error ? error.message : String(error);
}

async function saveEverything(): Promise<void> {
  const now = new Date();
  const parts: string[] = [];
  for await (const part of writeBackup(library, now)) parts.push(part);
  download(words.fileName(now.toLocaleDateString('sv')), 'application/json', parts);
}

async function saveSettings(): Promise<void> {
  download('glossator-settings.json', 'application/json', [await exportSettings()]);
}
