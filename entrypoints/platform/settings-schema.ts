import * as v from 'valibot';

/** What each part of the look of terms may be. */
export const LOOK = {
  underline: v.picklist(['dotted', 'dashed', 'solid', 'wavy']),
  colour: v.pipe(v.string(), v.regex(/^(auto|#[0-9a-f]{6})$/i)),
  mentions: v.picklist(['every', 'page', 'section']),
  mostPerScreen: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000)),
};

/** What each setting besides the look may be. */
export const SETTINGS = {
  delay: v.pipe(v.number(), v.minValue(0), v.maxValue(5_000)),
  painting: v.picklist(['automatic', 'marks', 'ink']),
  pageTerms: v.boolean(),
  print: v.boolean(),
  everywhere: v.boolean(),
  silentWhereExplained: v.boolean(),
  languages: v.array(v.string()),
  quietOnSecrets: v.boolean(),
};
