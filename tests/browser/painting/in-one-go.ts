/** What a page does to a paragraph. */
export type Act = (p: HTMLElement) => void;

/** As pages do that end a search of their own. */
function unwrapMarks(p: HTMLElement): void {
  for (const mark of p.querySelectorAll('mark')) mark.replaceWith(...mark.childNodes);
  p.normalize();
}

/** Several changes in one go, which a page makes without a look at our marks. */
export const STORIES: readonly (readonly [name: string, p: string, act: Act])[] = [
  [
    'a text comes that ends as the first piece, which goes',
    'The DPRK said.',
    (p) => {
      const text = p.firstChild;
      p.prepend('So The ');
      text?.remove();
    },
  ],
  [
    'a text grows that ends as the first piece, which is replaced',
    'The DPRK said.',
    (p) => {
      const text = p.firstChild;
      p.prepend('So ');
      Object.assign(p.firstChild ?? {}, { data: 'So The ' });
      text?.replaceWith('It ');
    },
  ],
  [
    'a text comes to be just the first piece, which goes',
    'The DPRK said.',
    (p) => {
      const text = p.firstChild;
      p.prepend('So ');
      Object.assign(p.firstChild ?? {}, { data: 'The ' });
      text?.remove();
    },
  ],
  [
    'the text before is written anew, and one that begins with a term goes',
    'Then: <b>it, </b>DPRK said.',
    (p) => {
      const element = p.querySelector('b');
      const text = element?.nextSibling;
      Object.assign(p.firstChild ?? {}, { data: 'New' });
      element?.remove();
      text?.remove();
    },
  ],
  [
    'the text before is written anew, and one with a term goes',
    'Then <b>it</b> was DPRK.',
    (p) => {
      const element = p.querySelector('b');
      const text = element?.nextSibling;
      Object.assign(p.firstChild ?? {}, { data: 'New and longer' });
      element?.remove();
      text?.remove();
    },
  ],
  [
    'a text is emptied, and all is normalized',
    'DPRK said.',
    (p) => {
      Object.assign(p.firstChild ?? {}, { data: '' });
      p.normalize();
    },
  ],
  [
    'a text is written that begins as the one before did',
    'The DPRK said.',
    (p) => Object.assign(p.firstChild ?? {}, { data: 'The DPRK left.' }),
  ],
  ['all marks are unwrapped, and all is normalized', 'The DPRK and KCNA said.', unwrapMarks],
  ['the same where a text begins with a term', 'DPRK and KCNA said.', unwrapMarks],
  [
    'a text that begins with a term is wrapped, and all is normalized',
    'DPRK said.',
    (p) => {
      const made = document.createElement('i');
      const text = p.firstChild ?? '';
      p.firstChild?.replaceWith(made);
      made.append(text);
      p.normalize();
    },
  ],
  [
    'a text is split in two, and the second wrapped',
    'The DPRK said.',
    (p) => {
      const made = document.createElement('i');
      const rest = p.firstChild instanceof Text ? p.firstChild.splitText(2) : p;
      rest.replaceWith(made);
      made.append(rest);
    },
  ],
];
