import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { openReader } from '../../glossary/files/open.ts';
import type { FileFormat } from '../../glossary/files/reading.ts';
import { MADE_FILES } from './made-files.ts';

/**
 * Reads files of about 100 MB with 100,000 entries, made while they are read, once throwing the entries away
 * and once keeping them all; each in a process of its own, for the memory.
 */
const CHUNK = 64 * 1024;
const ENTRIES = 100_000;
const MEBIBYTE = 2 ** 20;

function read(format: FileFormat, keep: boolean): string {
  const reader = openReader(format, { language: 'en' });
  const kept: unknown[] = [];
  const made = MADE_FILES[format]?.(ENTRIES) ?? [];
  let bytes = 0;
  let took = 0;
  let longest = 0;
  const timed = (act: () => void) => {
    const begin = performance.now();
    act();
    const time = performance.now() - begin;
    took += time;
    longest = Math.max(longest, time);
  };
  for (const chunk of chunked(made)) {
    bytes += chunk.length;
    timed(() => {
      const { entries } = reader.write(chunk);
      if (keep) kept.push(...entries);
    });
  }
  timed(() => {
    const { entries } = reader.end();
    for (const entry of keep ? entries : []) kept.push(entry);
  });
  const { entries, complaints } = reader.tally;
  const size = bytes / MEBIBYTE;
  const rss = process.resourceUsage().maxRSS / 1024;
  return [
    `${format}${keep ? ', all kept' : ''}`.padEnd(20),
    `${size.toFixed(0)} MiB, ${entries} entries, ${complaints} complaints:`,
    `${(size / (took / 1_000)).toFixed(0)} MiB/s, longest step ${longest.toFixed(0)} ms, peak RSS ${rss.toFixed(0)} MiB`,
  ].join(' ');
}

function* chunked(texts: Iterable<string>): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = '';
  for (const piece of texts) {
    text += piece;
    if (text.length < CHUNK) continue;
    yield encoder.encode(text);
    text = '';
  }
  yield encoder.encode(text);
}

const [wanted, keep] = process.argv.slice(2);
const formats = Object.keys(MADE_FILES).filter((format): format is FileFormat => format in MADE_FILES);
const chosen = formats.find((format) => format === wanted);
if (chosen !== undefined) console.log(read(chosen, keep === 'keep'));
else {
  for (const format of formats) {
    for (const mode of ['drop', 'keep']) {
      spawnSync(process.execPath, [fileURLToPath(import.meta.url), format, mode], { stdio: 'inherit' });
    }
  }
}
