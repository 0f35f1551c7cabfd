/** A place in a text after which a word begins, rather than white space or the end of a sentence. */
const OPEN = /(?:^|[\s\p{Ps}\p{Pi}\p{Pd}"'/])$/u;
const CLOSED_GO_ON = /^[\s\p{P}]/u;

/**
 * Where in `data` the `rest` still belongs, if anywhere: the page wrote `data` where it found only the `head` of
 * `head + rest`. Mostly it means all of its new text. But one who adds to what is there (`data +=`) or edits it at an
 * offset (`insertData`) means the rest to stay. The browser tells them apart nowhere, so it is judged by how the texts
 * would read; in doubt nothing is lost.
 */
export function placeOfRest(head: string, rest: string, data: string): number | undefined {
  if (data === '' || data.startsWith(head + (rest[0] ?? ''))) return undefined;
  const whole = head + rest;
  const edited = isEdited(head, whole, data) ? data.length : undefined;
  if (!data.startsWith(head)) return edited;
  const added = data.slice(head.length);
  const [asNew, asMore] = [readsOn(head, added), readsOn(whole, added)];
  if (asMore && !asNew) return head.length;
  // Text of a template begins and ends with space, which tells nothing.
  return edited ?? (asNew === asMore && /^\S/.test(head) ? head.length : undefined);
}

/** Whether a text goes on with another as text does: one space between words, none before a stop. */
function readsOn(before: string, after: string): boolean {
  return OPEN.test(before) ? /^\S/.test(after) : CLOSED_GO_ON.test(after);
}

/** Whether a text is mostly the head, with something put in or taken out, and still ends where the rest is to go on. */
function isEdited(head: string, whole: string, data: string): boolean {
  const end = commonEnd(data, head);
  if (end === 0 || end <= commonEnd(data, whole)) return false;
  const most = Math.min(data.length, head.length);
  return 2 * Math.min(most, end + commonStart(data, head)) > most;
}

function commonStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
}

function commonEnd(one: string, other: string): number {
  let at = 0;
  while (at < one.length && at < other.length && one.at(-1 - at) === other.at(-1 - at)) at++;
  return at;
}
