import type { Index } from './compile.ts';
import { guessLanguage, primaryTag, writtenIn } from './language.ts';
import { languagesOf } from './stop-words.ts';

/** A passage with what is said of its language. */
export interface PassageLanguage {
  readonly text: string;
  /** `lang` attribute in force at the passage, or that of the page. */
  readonly declared: string | undefined;
}

/** Longest form in capitals that may be an ordinary word in a line of capitals. */
const LONGEST_WORD = 6;

/** Small words that it takes to believe a passage and not its `lang` attribute. */
const HITS_TO_CONTRADICT = 3;

/**
 * Whether claims fit the language of one passage. A form with a language of its own fits where that is spoken,
 * or where nobody knows, or where its script sets it apart (조선 in an English text). Others travel.
 */
export class LanguageFit {
  private readonly passage: PassageLanguage;
  private spoken: string | undefined | null = null;
  private capitals: boolean | undefined;

  constructor(passage: PassageLanguage) {
    this.passage = passage;
  }

  /** Whether a form, as the page writes it, can be meant in this passage. */
  fits(index: Index, claim: number, written: string): boolean {
    const tag = index.langOf(claim);
    if (tag === undefined) return true;
    const language = primaryTag(tag);
    const spoken = this.language;
    if (spoken === undefined || spoken === language) return true;
    return !writtenIn(spoken, written);
  }

  /**
   * Whether a form in capitals may be a plain word here, because the whole passage is in capitals: "LA MIA
   * CASA", "WHO IS NEXT". It looks like a word when it is a small word of some language or can be spoken.
   */
  mayBeWord(written: string): boolean {
    if (written.length > LONGEST_WORD || !/^[A-Z]+$/.test(written)) return false;
    this.capitals ??=
      !/\p{Ll}/u.test(this.passage.text) && (this.passage.text.match(/\p{Lu}{2,}/gu) ?? []).length > 2;
    if (!this.capitals) return false;
    return (
      languagesOf(written.toLowerCase()).length > 0 ||
      (/[AEIOUY]/.test(written) && !/[^AEIOUY]{3}/.test(written))
    );
  }

  /** The language spoken here: the guess if it is sure enough to contradict the page, else what the page says. */
  private get language(): string | undefined {
    if (this.spoken === null) {
      const { text, declared } = this.passage;
      const said = declared ? primaryTag(declared) : undefined;
      const guess = guessLanguage(text);
      const sure = guess !== undefined && (said === undefined || guess.hits >= HITS_TO_CONTRADICT);
      this.spoken = sure ? guess.language : said;
    }
    return this.spoken;
  }
}
