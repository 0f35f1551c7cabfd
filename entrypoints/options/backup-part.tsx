import { exportSettings, importSettings, resetSettings } from '../platform/settings-file.ts';
import { Part } from './controls.tsx';
import { WORDS } from './words.ts';

const words = WORDS.backup;

interface BackupPartProps {
  readonly onProblem: (problem: string) => void;
  /** Says what was done, and offers to undo it. */
  readonly onDone: (done: string, undo: () => Promise<void>) => void;
}

/** All settings to a file and back, and back to the beginning. */
export function BackupPart({ onProblem, onDone }: BackupPartProps) {
  const run = (work: Promise<() => Promise<void>>, done: string) =>
    work.then(
      (undo) => onDone(done, undo),
      (error) => onProblem(error instanceof Error ? error.message : String(error)),
    );
  const load = async (file: File | undefined) => {
    if (file !== undefined) await run(importSettings(await file.text()), words.imported);
  };
  return (
    <Part id="backup" title={WORDS.parts.backup}>
      <div class="row">
        <button
          type="button"
          onClick={() => void exportSettings().then(save, (error) => onProblem(String(error)))}
        >
          {words.export}
        </button>
        <label class="button">
          {words.import}
          <input
            type="file"
            accept="application/json,.json"
            onChange={(event) => {
              void load(event.currentTarget.files?.[0]);
              event.currentTarget.value = '';
            }}
          />
        </label>
        <button type="button" class="quiet" onClick={() => void run(resetSettings(), words.wasReset)}>
          {words.reset}
        </button>
      </div>
    </Part>
  );
}

function save(text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = 'glossator-settings.json';
  link.click();
  URL.revokeObjectURL(link.href);
}
