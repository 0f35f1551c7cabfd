#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { checkFile, type FileReport } from '../glossary/files/check.ts';
import { complaintText, type FileComplaint } from '../glossary/files/complaint.ts';
import { type Task, taskOf, USAGE } from './arguments.ts';

/** A report with the name of its file, or why the file could not be opened. */
type Checked = { readonly file: string } & (FileReport | { readonly error: string });

const WORDS = { skipped: 'error', changed: 'warning', noted: 'note' } as const;

function check(file: string, { options }: Task): Checked {
  try {
    return { file, ...checkFile(basename(file), readFileSync(file), options) };
  } catch (error) {
    return { file, error: error instanceof Error ? error.message : String(error) };
  }
}

function isWrong({ effect }: FileComplaint, strict: boolean): boolean {
  return strict || effect !== 'noted';
}

/** A complaint as compilers write theirs, so that editors and CI can jump to the place. */
function lineOf(file: string, complaint: FileComplaint): string {
  const { line, ...rest } = complaint;
  const place = line === undefined ? file : `${file}:${line}`;
  return `${place}: ${WORDS[complaint.effect]}: ${complaintText(rest)}`;
}

function tell(checked: Checked, strict: boolean): void {
  const { file } = checked;
  if ('error' in checked) {
    console.error(`${file}: ${checked.error}`);
    return;
  }
  for (const complaint of checked.complaints) console.error(lineOf(file, complaint));
  const { found, tally } = checked;
  const wrong = checked.complaints.filter((one) => isWrong(one, strict)).length;
  const entries =
    tally === undefined
      ? ''
      : `, ${tally.entries} ${tally.entries === 1 ? 'entry' : 'entries'}, ${tally.skipped} left out`;
  console.log(`${file}: ${found}${entries}: ${wrong === 0 ? 'all is well' : 'something is wrong'}`);
}

function statusOf(all: readonly Checked[], strict: boolean): number {
  if (all.some((one) => 'error' in one)) return 2;
  const complaints = all.flatMap((one) => ('error' in one ? [] : one.complaints));
  return complaints.some((one) => isWrong(one, strict)) ? 1 : 0;
}

function main(): number {
  const task = taskOf(process.argv.slice(2));
  if (task === 'help') {
    console.log(USAGE);
    return 0;
  }
  const all = task.files.map((file) => check(file, task));
  if (task.json) console.log(JSON.stringify({ files: all }, null, 2));
  else for (const one of all) tell(one, task.strict);
  return statusOf(all, task.strict);
}

try {
  process.exitCode = main();
} catch (error) {
  if (!(error instanceof TypeError)) throw error;
  console.error(`${error.message}\n\n${USAGE}`);
  process.exitCode = 2;
}
