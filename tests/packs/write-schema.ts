import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { glossarySchema } from './schema.ts';

writeFileSync(join(import.meta.dirname, '../../glossary/schema.json'), glossarySchema());
