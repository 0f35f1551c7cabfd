const number = (count: number) => count.toLocaleString('en');
const terms = (count: number) => (count === 1 ? '1 term' : `${number(count)} terms`);

/** What the manager says of own terms that follow the reader. */
export const TRAVEL = {
  on: 'My terms follow me to my other browsers',
  note: 'They are kept where the browser keeps its own synchronised data, and travel wherever its sync is on.',
  off: 'Your terms stay on this machine, and none come from others.',
  none: 'There is nothing to send yet.',
  pending: 'Your last changes are on their way.',
  all: (count: number) =>
    count === 1 ? 'Your one term travels with you.' : `All ${terms(count)} travel with you.`,
  some: (travelling: number, count: number) =>
    `${number(travelling)} of your ${terms(count)} travel with you, those that you wrote last: the browser keeps no more. All ${number(count)} are safe on this machine.`,
  save: 'Save all of them to a file',
  problem: (why: string) =>
    `The last changes could not be sent: ${why}. They are safe on this machine, and sending is tried again by itself.`,
  newer:
    'Some terms were written by a newer Glossator on another machine. They come here as soon as this one is updated.',
  complaints: (count: number) =>
    count === 1
      ? 'Something that another machine wrote could not be read. It was left out, and nothing here was changed:'
      : 'Some of what another machine wrote could not be read. It was left out, and nothing here was changed:',
} as const;
