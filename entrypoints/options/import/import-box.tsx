import { useId, useState } from 'preact/hooks';
import { ActButton } from '../manager/act-button.tsx';
import type { Say } from '../manager/say.ts';
import { ImportPreview } from './import-preview.tsx';
import type { ImportState } from './use-import.ts';
import { type Importing, useImport } from './use-import.ts';
import { IMPORT } from './words.ts';

/** Takes a glossary file: chosen, dropped or pasted. Nothing is changed before the reader has seen what comes. */
export function ImportBox({ say }: { say: Say }) {
  const importing = useImport(say);
  const { state, take } = importing;
  const heading = useId();
  const [over, setOver] = useState(false);
  return (
    <fieldset
      class="import"
      aria-labelledby={heading}
      data-over={over}
      onDragOver={(event) => {
        if (!event.dataTransfer?.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer?.files ?? [];
        if (file !== undefined) take(file);
      }}
      onPaste={(event) => {
        // In the fields of the preview, pasting is writing.
        if ((event.target as Element).closest('.import-preview') !== null) return;
        event.preventDefault();
        const text = event.clipboardData?.getData('text/plain') ?? '';
        const [file] = event.clipboardData?.files ?? [];
        if (file !== undefined) take(file);
        else if (text.trim() !== '') take(new File([text], IMPORT.pasted), { target: { kind: 'new' } });
      }}
    >
      <h3 id={heading}>{IMPORT.title}</h3>
      <p class="note">{IMPORT.note}</p>
      <Chooser take={take} />
      <Unfinished {...importing} />
      {state?.progress !== undefined && (
        <Reading name={state.name} progress={state.progress} stop={importing.giveUp} />
      )}
      {state?.offer !== undefined && <ImportPreview offer={state.offer} importing={importing} />}
    </fieldset>
  );
}

function Chooser({ take }: Pick<Importing, 'take'>) {
  return (
    <div class="row">
      <label class="button">
        {IMPORT.choose}
        <input
          type="file"
          accept=".json,.csv,.tsv,.tab,.txt,.tbx,.xml,.ttl,.nt,.rdf,.zip"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file !== undefined) take(file);
            event.currentTarget.value = '';
          }}
        />
      </label>
      <label class="grow">
        <span class="unseen">{IMPORT.paste}</span>
        <input
          type="text"
          placeholder={IMPORT.paste}
          onInput={(event) => {
            // Nobody types a glossary into one line: only what is pasted counts.
            event.currentTarget.value = '';
          }}
        />
      </label>
    </div>
  );
}

function Reading({
  name,
  progress: { done, total, entries },
  stop,
}: Required<Pick<ImportState, 'name' | 'progress'>> & { stop: () => void }) {
  const id = useId();
  const percent = total === 0 ? 100 : Math.floor((done / total) * 100);
  return (
    <div class="reading">
      <span id={id} role="status">
        {IMPORT.reading(name)}
      </span>
      <progress aria-labelledby={id} max={100} value={percent} />
      <span class="note">{IMPORT.soFar(percent, entries)}</span>
      <button type="button" class="quiet" onClick={stop}>
        {IMPORT.stop}
      </button>
    </div>
  );
}

function Unfinished({ unfinished, resume, discard }: Importing) {
  if (unfinished.length === 0) return null;
  return (
    <>
      <h3>{IMPORT.unfinished}</h3>
      <ul class="rules">
        {unfinished.map((job) => (
          <li key={job.content}>
            <span class="label">
              <bdi>{job.file.name}</bdi>
            </span>
            <ActButton name={IMPORT.goOnWith(job.file.name)} onClick={() => resume(job)}>
              {IMPORT.goOn}
            </ActButton>
            <ActButton name={IMPORT.discardOf(job.file.name)} onClick={() => discard(job)}>
              {IMPORT.discard}
            </ActButton>
          </li>
        ))}
      </ul>
    </>
  );
}
