import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** `npm run bench`: the benchmarks one after the other, so that none disturbs another; pages have their own. */
for (const name of ['match', 'rivals', 'annotate', 'abbreviations', 'senses', 'search', 'files']) {
  console.log(`\n— ${name}`);
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, `${name}.ts`)], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}
