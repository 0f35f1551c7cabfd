import { useId, useRef, useState } from 'preact/hooks';
import { carryOutImport, type ImportPlan, planImport } from './import-plan.ts';
import { ImportPreview } from './import-preview.tsx';
import { type Incoming, readFile } from './read-file.ts';
import { type Say, tried } from './say.ts';
import { counted, MANAGER } from './words.ts';

const words = MANAGER.import;

/** Takes a glossary file: chosen, dropped or pasted. Nothing is stored before the reader has seen what comes. */
export function ImportBox({ say }: { say: Say }) {
  const [offered, setOffered] = useState<{ incoming: Incoming; plan: ImportPlan }>();
  const [reading, setReading] = useState<string>();
  const heading = useId();
  const [over, setOver] = useState(false);
  const ending = useRef(new AbortController());
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    ending.current.abort();
    ending.current = new AbortController();
    const { signal } = ending.current;
    setOffered(undefined);
    setReading(words.reading(file.name));
    try {
      const incoming = await readFile(file, signal);
      const plan = await planImport(incoming.glossary);
      if (!signal.aborted) setOffered({ incoming, plan });
    } catch (error) {
      if (!signal.aborted)
        say(words.unreadable(file.name, error instanceof Error ? error.message : String(error)));
    }
    if (!signal.aborted) setReading(undefined);
  };
  const confirm = (plan: ImportPlan) =>
    tried(say, async () => {
      const undo = await carryOutImport(plan);
      setOffered(undefined);
      say(words.done(counted(plan.glossary.entries.length), plan.glossary.title), undo);
    });
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
        void take(event.dataTransfer?.files[0]);
      }}
      onPaste={(event) => {
        event.preventDefault();
        const text = event.clipboardData?.getData('text/plain') ?? '';
        const [file] = event.clipboardData?.files ?? [];
        void take(file ?? new File([text], words.pasted));
      }}
    >
      <h3 id={heading}>{words.title}</h3>
      <p class="note">{words.note}</p>
      <div class="row">
        <label class="button">
          {words.choose}
          <input
            type="file"
            accept=".json,.csv,.tsv,.txt,.tbx,.xml,.ttl,.rdf"
            onChange={(event) => {
              void take(event.currentTarget.files?.[0]);
              event.currentTarget.value = '';
            }}
          />
        </label>
        <label class="grow">
          <span class="unseen">{words.paste}</span>
          <input
            type="text"
            placeholder={words.paste}
            onInput={(event) => {
              // Nobody types a glossary into one line: only what is pasted counts.
              event.currentTarget.value = '';
            }}
          />
        </label>
      </div>
      <p class="note" aria-live="polite">
        {reading}
      </p>
      {offered !== undefined && (
        <ImportPreview
          plan={offered.plan}
          complaints={offered.incoming.complaints}
          skipped={offered.incoming.skipped}
          onConfirm={() => void confirm(offered.plan)}
          onCancel={() => setOffered(undefined)}
        />
      )}
    </fieldset>
  );
}
