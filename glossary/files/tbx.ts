import type { Findings } from './concept.ts';
import { Decoding } from './decoding.ts';
import { readWith } from './reader.ts';
import type { GlossaryReader, ReadOptions, Surveyor } from './reading.ts';
import { surveyWith } from './survey.ts';
import { TbxConcepts } from './tbx-concepts.ts';
import { Xml } from './xml.ts';

/**
 * Reads TBX, ISO 30042 of 2019 and of 2008, with data categories as attributes (DCA) or as elements (DCT), as
 * IATE, Microsoft and memoQ export it.
 */
export function tbxReader(options: ReadOptions = {}): GlossaryReader {
  return readWith((findings) => parser(findings, options.encoding), options);
}

/** Says which languages a TBX file has. */
export function tbxSurveyor(encoding?: string): Surveyor {
  return surveyWith((findings) => parser(findings, encoding));
}

function parser(findings: Findings, encoding: string | undefined): Decoding {
  return new Decoding(new Xml(new TbxConcepts(findings), findings.complain), findings.complain, encoding);
}
