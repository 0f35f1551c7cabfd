/**
 * How much evidence is worth. The unit is arbitrary: a form is marked when the sum is not negative.
 * Tuned on passages about every sense of the ambiguous forms of a news glossary; no weight knows a form.
 */
export const WEIGHTS = {
  /** Where the sum begins: an ambiguous form must earn its mark … */
  ambiguous: -1.05,
  /** … and an unambiguous one must do much to lose it. */
  unambiguous: 5,
  /** The page says in so many words what the abbreviation stands for. */
  definition: 14,
  /** The page defines an abbreviation that its glossary holds for unambiguous otherwise. */
  otherDefinition: 7,
  /** The title counts as much as a cue in the same sentence, up to so much. */
  title: 1.1,
  mostTitle: 3.3,
  /** Words of the address say less than those of the title. */
  address: 0.5,
  /** What the page is about as a whole. */
  page: 2.3,
  /** An unambiguous name of the same entry elsewhere on the page. */
  named: 2.5,
  /** Cues nearby add up to so much. */
  mostNear: 8,
  /** Names of other entries, where the glossary itself says what its subject is. */
  mostKin: 1,
  /** Plain words, where the glossary says what its subject is and nothing near names it. */
  mostPlain: 1,
  morePlain: 0.2,
  /** Other ambiguous forms of the glossary nearby: MDL, JCS and UNC together are hardly chance. */
  mostDoubtful: 1,
  /** Somebody else's, in so many words: "Iran's supreme leader". */
  attachedAgainst: -2,
} as const;

/** How much a cue is worth by where it stands. */
export const NEARNESS = {
  /** Joined to the form by nothing but a particle: "the WPK's Politburo", "Politburo of the WPK". */
  attached: 1.6,
  sentence: 1,
  nextSentence: 0.85,
  passage: 0.75,
} as const;

/** How specific a cue is: an acronym or a name of several words, one capitalised word, plain words. */
export type Specificity = 'name' | 'capitalised' | 'phrase' | 'word';

/** What a claim on the page says about one meaning of a form. */
export type SignalKind = 'own' | 'glossary' | 'cue' | 'kin' | 'doubtful' | 'not';

/** The worth of a cue by what it is. */
export const WORTH: Readonly<Record<SignalKind, Readonly<Record<Specificity, number>>>> = {
  own: { name: 4, capitalised: 4, phrase: 3, word: 3 },
  glossary: { name: 2.6, capitalised: 2.6, phrase: 1.4, word: 1.2 },
  cue: { name: 2.2, capitalised: 1.8, phrase: 1.6, word: 1 },
  kin: { name: 2.4, capitalised: 1.6, phrase: 0.8, word: 0.5 },
  doubtful: { name: 0.7, capitalised: 0.3, phrase: 0.2, word: 0 },
  not: { name: 2.6, capitalised: 2.3, phrase: 2, word: 1.6 },
};

/** What a cue loses each time twice as many entries of the glossary share it: it tells them less apart. */
const SHARED = 0.13;
const LEAST_SHARED = 0.5;

/** Part of its worth that a cue keeps when so many entries of one glossary name it. */
export function sharedWorth(entries: number): number {
  return entries <= 1 ? 1 : Math.max(LEAST_SHARED, 1 - SHARED * Math.log2(entries));
}

/** Characters before and after a form within which a cue counts as near. */
export const REACH = 700;
