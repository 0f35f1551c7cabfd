import type { EntryRef } from '../../glossary/entry.ts';

/** A piece of the sample: plain words, or a term and its entry. */
export type SamplePart = string | { readonly text: string; readonly entry: EntryRef };

const term = (text: string, id: string): SamplePart => ({ text, entry: `north-korea/${id}` });

/** Every word of the welcome page, in one place: a translation replaces this object. */
export const words = {
  /** BCP 47 tag of these words, and the direction in which they are written. */
  language: 'en',
  direction: 'ltr' as 'ltr' | 'rtl',

  title: 'Glossator explains what you read, where you read it',
  lead: 'Rest on an underlined term, or tap it, and a card says what it means. Try it here:',
  sampleTitle: 'A paragraph to try it on',
  sample: [
    'State media in ',
    term('Pyongyang', 'pyongyang'),
    ' said on Thursday that ',
    term('Kim Jong Un', 'kim-jong-un'),
    ' had opened a meeting of the ',
    term('WPK', 'wpk'),
    '. The news agency ',
    term('KCNA', 'kcna'),
    ' gave no figures. The ',
    term('DPRK', 'dprk'),
    ' often closes the year in this way.',
  ] satisfies SamplePart[],
  back: 'Back',
  close: 'Close',

  permissionTitle: 'Why it may read all websites',
  permission:
    'To find terms in a page, Glossator has to read its text; it does so on this computer, sends it nowhere and keeps none of it.',

  toolbarTitle: 'At the toolbar',
  toolbar:
    'Behind the icon you can search the glossaries, see which terms a page has, and turn Glossator off for a site or everywhere.',

  keysTitle: 'On the keyboard',
  noKeys: 'no keys set',
  changeKeys: 'Change the keys',

  settingsTitle: 'Make it yours',
  settings: 'Choose how terms look, add your own, and bring in glossaries of others.',
  openSettings: 'Open the settings',
};
