/** Why a part of a page is not read: too long for a text, too deep for a page, a form that hides what it is. */
export type LeftOut = 'long' | 'deep' | 'masked';

/** What the reader is told about it. */
export const LEFT_OUT: Readonly<Record<LeftOut, string>> = {
  long: 'Some of this page is too long to be read for terms.',
  deep: 'Some of this page is nested too deeply to be read for terms.',
  masked: 'A form on this page cannot be looked into, so it is shown without terms.',
};
