/** What a page does to a paragraph; it may keep a list of texts. Each goes to the page alone: none can call another. */
export type Act = (p: HTMLElement) => unknown;

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
    'the first mark only is unwrapped, and all is normalized',
    'The DPRK and KCNA said.',
    (p) => {
      const mark = p.querySelector('mark');
      mark?.replaceWith(...mark.childNodes);
      p.normalize();
    },
  ],
  [
    'marks are unwrapped, and all is joined to a text before',
    'The DPRK and KCNA said.',
    (p) => {
      const text = p.firstChild as Text;
      for (const mark of p.querySelectorAll('mark')) mark.replaceWith(...mark.childNodes);
      p.prepend('So ');
      p.normalize();
      return [text];
    },
  ],
  [
    'a text is joined to one before, and put elsewhere',
    'The <b>old</b> DPRK said.',
    (p) => {
      const text = p.querySelector('b')?.nextSibling as Text;
      text.before('and ');
      p.normalize();
      p.prepend(text);
    },
  ],
  [
    'a text that begins with a term is written, and joined to one before',
    'DPRK said.',
    (p) => {
      Object.assign(p.firstChild ?? {}, { data: 'New' });
      p.prepend('So ');
      p.normalize();
    },
  ],
  [
    'a text that begins with a term is moved twice, the second time from behind a text',
    'DPRK said.<b>Then </b>',
    (p) => {
      const text = p.firstChild as Text;
      p.querySelector('b')?.append(text);
      p.append(text);
    },
  ],
  [
    'a text that begins with a term goes, and one node after the other',
    'DPRK said.',
    (p) => {
      while (p.firstChild !== null) p.firstChild.remove();
    },
  ],
  [
    'a text that begins with a term goes, and all else',
    'DPRK said.',
    (p) => {
      p.firstChild?.remove();
      p.replaceChildren();
    },
  ],
  ['a text comes right behind one', 'The DPRK said.', (p) => p.firstChild?.after(' Then')],
  [
    'a text is written, and what ends like the one before comes behind it',
    'The DPRK said.',
    (p) => {
      Object.assign(p.firstChild ?? {}, { data: 'It' });
      p.firstChild?.after(' ');
    },
  ],
  [
    'a text is written that says what is left of it, and its end comes behind it once more',
    'The DPRK said.',
    (p) => {
      Object.assign(p.firstChild ?? {}, { data: 'The ' });
      p.firstChild?.after(' ');
    },
  ],
  [
    'a text is written that says what is left of it, and marks are unwrapped',
    'The DPRK said.',
    (p) => {
      Object.assign(p.firstChild ?? {}, { data: 'The ' });
      for (const mark of p.querySelectorAll('mark')) mark.replaceWith(...mark.childNodes);
    },
  ],
  [
    'a text is cut, and its end and an element come behind it',
    'The DPRK said.',
    (p) => {
      Object.assign(p.firstChild ?? {}, { data: 'Th' });
      p.firstChild?.after('e ', document.createElement('b'));
    },
  ],
  [
    'a text is split in two, and all is normalized',
    'The DPRK said.',
    (p) => {
      const rest = (p.firstChild as Text).splitText(2);
      p.normalize();
      return [rest];
    },
  ],
  [
    'a text is split in three, and the last wrapped',
    'The DPRK said.',
    (p) => {
      const made = document.createElement('i');
      const rest = (p.firstChild as Text).splitText(2).splitText(1);
      rest.replaceWith(made);
      made.append(rest);
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
