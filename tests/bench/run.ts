import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** `npm run bench`: the benchmarks that need no browser, one after the other so that none disturbs another. */
for (const name of ['match', 'annotate', 'abbreviations', 'senses', 'search', 'files']) {
  console.log(`\n— ${name}`);
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, `${name}.ts`)], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}
