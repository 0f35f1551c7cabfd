import { EXPORTS, type ExportFormat } from '../../../glossary/files/export.ts';
import type { ShelfItem } from '../../platform/database.ts';
import { library } from '../library.ts';
import { type Say, tried } from './say.ts';
import { MANAGER } from './words.ts';

const words = MANAGER.export;

/** The formats that a glossary can be saved in. */
export function ExportBar({ item, say, onClose }: { item: ShelfItem; say: Say; onClose: () => void }) {
  const formats = Object.keys(EXPORTS) as ExportFormat[];
  return (
    <fieldset class="group export">
      <legend>{words.title(item.title)}</legend>
      <div class="row">
        {formats.map((format) => (
          <button
            key={format}
            type="button"
            class="quiet"
            onClick={() => void tried(say, () => save(item.id, format))}
          >
            {words.formats[format]}
          </button>
        ))}
        <button type="button" class="quiet" onClick={onClose}>
          {MANAGER.shelf.close}
        </button>
      </div>
    </fieldset>
  );
}

async function save(id: string, format: ExportFormat): Promise<void> {
  const glossary = await library.glossary(id);
  if (glossary === undefined) throw new Error(words.gone);
  const { extension, type, write } = EXPORTS[format];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([...write(glossary)], { type }));
  link.download = `${id}.${extension}`;
  link.click();
  URL.revokeObjectURL(link.href);
}
