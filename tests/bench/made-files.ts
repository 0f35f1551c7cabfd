import type { FileFormat } from '../../glossary/files/reading.ts';

const LANGUAGES = ['de', 'fr', 'es', 'it', 'pl', 'ru'];
const WORDS =
  'authority agreement measure committee regulation transport margin insurance fishing policy energy border treaty common market reserve export nuclear weapon council'.split(
    ' ',
  );
const SKOS = 'http://www.w3.org/2004/02/skos/core#';

function words(seed: number, count: number): string {
  return Array.from({ length: count }, (_, at) => WORDS[(seed * 7 + at * at * 3 + at) % WORDS.length]).join(
    ' ',
  );
}

const cyrillic = (lang: string, text: string) => (lang === 'ru' ? `термин ${text}` : text);

function* tbx(entries: number): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>\n';
  for (let at = 0; at < entries; at++) {
    const term = (text: string) =>
      `<termSec><term>${text}</term><termNote type="termType">fullForm</termNote><descrip type="reliabilityCode">9</descrip></termSec>`;
    const others = LANGUAGES.map(
      (lang) =>
        `<langSec xml:lang="${lang}">${term(cyrillic(lang, `${lang} ${words(at, 3)} ${at}`))}</langSec>\n`,
    );
    yield `<conceptEntry id="c${at}"><descrip type="subjectField">${words(at, 2)}</descrip>\n<langSec xml:lang="en"><descripGrp><descrip type="definition">${words(at + 1, 24)}</descrip><admin type="source">https://example.org/${at}</admin></descripGrp>${term(`${words(at, 3)} ${at}`)}${term(`T${at}`)}</langSec>\n${others.join('')}</conceptEntry>\n`;
  }
  yield '</body></text></tbx>\n';
}

function* turtle(entries: number): Generator<string> {
  yield `@prefix skos: <${SKOS}> .\n`;
  for (let at = 0; at < entries; at++) {
    const others = LANGUAGES.map(
      (lang) => `skos:prefLabel "${cyrillic(lang, `${words(at, 3)} ${at}`)}"@${lang} ;\n`,
    );
    yield `<http://example.org/c${at}> a skos:Concept ;\n skos:prefLabel "${words(at, 3)} ${at}"@en ; skos:altLabel "T${at}"@en ;\n${others.join('')} skos:definition "${words(at + 1, 50)}"@en ;\n skos:broader <http://example.org/c${at >> 3}> .\n`;
  }
}

function* csv(entries: number): Generator<string> {
  yield 'id,term,synonyms,definition,source\n';
  for (let at = 0; at < entries; at++) {
    yield `c${at},${words(at, 3)} ${at},T${at}; U${at},"${words(at + 1, 100)}, and ""so"" on",https://example.org/${at}\n`;
  }
}

function* json(entries: number): Generator<string> {
  yield '{ "format": 1, "id": "made", "title": "Made", "entries": [\n';
  for (let at = 0; at < entries; at++) {
    const native = LANGUAGES.map((lang) => ({ lang, text: cyrillic(lang, words(at, 3)) }));
    const entry = {
      id: `c${at}`,
      term: `${words(at, 3)} ${at}`,
      forms: [`T${at}`],
      native,
      definition: words(at, 70),
    };
    yield `${JSON.stringify(entry, null, 1)}${at + 1 < entries ? ',' : ''}\n`;
  }
  yield ']}\n';
}

/** Files of any size, made while they are read: about a kilobyte for an entry. */
export const MADE_FILES: Readonly<Partial<Record<FileFormat, (entries: number) => Iterable<string>>>> = {
  tbx,
  turtle,
  csv,
  json,
};
