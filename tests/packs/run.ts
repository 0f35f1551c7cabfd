import { checkPacks } from './check-pack.ts';
import { formatComplaint } from './complaint.ts';
import { readPacks } from './read-packs.ts';
import { formatStatistics } from './statistics.ts';

const { complaints, statistics } = checkPacks(readPacks());
for (const each of statistics) console.log(formatStatistics(each));
for (const complaint of complaints) console.error(formatComplaint(complaint));
console.log(complaints.length === 0 ? 'No complaints.' : `${complaints.length} complaints.`);
process.exitCode = complaints.length === 0 ? 0 : 1;
