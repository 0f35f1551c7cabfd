import { csvReader, csvSurveyor } from './csv.ts';
import { jsonReader, jsonSurveyor } from './json.ts';
import type { FileFormat, GlossaryReader, ReadOptions, Surveyor } from './reading.ts';
import { skosReader, skosSurveyor } from './skos.ts';
import { tbxReader, tbxSurveyor } from './tbx.ts';
import { yomitanReader, yomitanSurveyor } from './yomitan.ts';

const READERS: Readonly<Record<FileFormat, (options: ReadOptions) => GlossaryReader>> = {
  json: jsonReader,
  csv: csvReader,
  tsv: (options) => csvReader(options, '\t'),
  tbx: tbxReader,
  turtle: (options) => skosReader('turtle', options),
  'rdf-xml': (options) => skosReader('rdf-xml', options),
  yomitan: yomitanReader,
};

const SURVEYORS: Readonly<Record<FileFormat, (encoding?: string) => Surveyor>> = {
  json: jsonSurveyor,
  csv: csvSurveyor,
  tsv: (encoding) => csvSurveyor(encoding, '\t'),
  tbx: tbxSurveyor,
  turtle: (encoding) => skosSurveyor('turtle', encoding),
  'rdf-xml': (encoding) => skosSurveyor('rdf-xml', encoding),
  yomitan: yomitanSurveyor,
};

/** A reader for a file of a format. */
export function openReader(format: FileFormat, options: ReadOptions = {}): GlossaryReader {
  return READERS[format](options);
}

/** A surveyor for a file of a format; a megabyte of the beginning is enough for all but Yomitan. */
export function openSurveyor(format: FileFormat, encoding?: string): Surveyor {
  return SURVEYORS[format](encoding);
}
