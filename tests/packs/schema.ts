import { toJsonSchema } from '@valibot/to-json-schema';
import { rawGlossary } from '../../glossary/format-schema.ts';

/** The published JSON Schema of a glossary file, made from the schema that files are read with. */
export function glossarySchema(): string {
  // What JSON Schema cannot say (an address is http or https, say) is left to the reader of files.
  const schema = toJsonSchema(rawGlossary, { errorMode: 'ignore', target: 'draft-2020-12' });
  const titled = {
    $schema: schema.$schema,
    $id: 'https://glossator.example/glossary.schema.json',
    title: 'A Glossator glossary, format 1',
    ...schema,
  };
  return `${JSON.stringify(titled, null, 2)}\n`;
}
