/** What the conflict finder says. */
export const CONFLICTS = {
  find: 'Find conflicts',
  title: 'Forms with several meanings',
  looking: 'Comparing the glossaries that are on …',
  none: 'No two entries of your glossaries are written alike.',
  search: 'Search in these forms',
  found: (found: number, all: number) =>
    `${found === all ? '' : `${found.toLocaleString('en')} of `}${all.toLocaleString('en')} ${all === 1 ? 'form' : 'forms'}`,
  decidedBy: {
    order: 'The upper glossary comes first; the card offers the other meanings too.',
    page: 'Each page decides, by the words it has.',
  },
  context: 'only with context',
  more: (count: number) => `and ${count.toLocaleString('en')} more: search to see them`,
  edit: 'Edit',
  editOf: (term: string) => `Edit ${term}`,
  close: 'Close',
} as const;
