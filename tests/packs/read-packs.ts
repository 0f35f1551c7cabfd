import { existsSync, readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('../../glossary/packs/', import.meta.url);

/** The built-in glossaries as their files hold them, by file name. */
export function readPacks(): { name: string; json: unknown }[] {
  return (existsSync(FOLDER) ? readdirSync(FOLDER) : [])
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => ({ name, json: JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) }));
}
