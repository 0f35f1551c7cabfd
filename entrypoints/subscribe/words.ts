/** `12 KB`, `1.4 MB`. */
export function sizeOf(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1_000)).toLocaleString('en')} KB`;
  return `${(bytes / 1_000_000).toLocaleString('en', { maximumFractionDigits: 1 })} MB`;
}

/** What the page for a new subscription says. */
export const words = {
  title: 'Subscribe to a glossary',
  lead: 'A glossary that somebody publishes on the web, and that is looked at for news once a day. Nothing is stored before you have seen what it is.',
  address: 'Address of the glossary',
  addressNote:
    'It begins with https:// and leads to a file: JSON, CSV, TSV, TBX, SKOS or a Yomitan dictionary.',
  askedBy: 'A link has brought you here. Subscribe only if you know who publishes it.',
  look: 'Look at it',
  permission: (host: string) =>
    `Your browser may ask whether Glossator may read ${host}. It reads nothing there but this file.`,
  looking: (host: string) => `Asking ${host} …`,
  refused: (host: string) => `Without your permission Glossator does not read ${host}.`,
  failed: (why: string) => `There is nothing to subscribe to. ${why}`,
  facts: {
    address: 'Address',
    entries: 'Entries',
    size: 'Size',
    version: 'Version',
    language: 'Explains in',
    license: 'Licence',
    homepage: 'Home page',
    terms: 'Terms',
  },
  entries: (count: number, skipped: number) =>
    skipped === 0
      ? count.toLocaleString('en')
      : `${count.toLocaleString('en')}, and ${skipped.toLocaleString('en')} that cannot be read`,
  more: (terms: string) => `${terms} …`,
  remarks: (count: number) => (count === 1 ? '1 remark on the file' : `${count} remarks on the file`),
  already: 'You have subscribed to it already.',
  subscribe: 'Subscribe',
  cancel: 'Do not subscribe',
  done: (title: string) => `You have subscribed to ${title}.`,
  doneNote: 'Its terms are explained on every page from now on.',
  toGlossaries: 'Your glossaries',
  another: 'Another one',
} as const;
