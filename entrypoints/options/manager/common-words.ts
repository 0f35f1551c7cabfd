/** English words so common that a term written like one would be marked on nearly every page. */
const WORDS = `the of and to in is that for on with was as at by it from are be this have has an his her its not
were which or but they their who will would been had about said more than into when what there can after also we
you he she if out up no all new one two three first last other some time people year years way day days man woman
men women child children world life hand part place case week company system program question work government
number night point home water room mother area money story fact month lot right study book eye job word business
issue side kind head house service friend father power hour game line end member law car city community name
president team minute idea body information back parent face others level office door health person art war
history party result change morning reason research girl guy moment air teacher force education good great big
small large long little own old high different next early young important few public bad same able make made go
went get got know knew take took see saw come came think look want give use used find found tell told ask work
seem feel try leave call need become put mean keep let begin help talk turn start show hear play run move like
live believe hold bring happen must may might should could do does did done am i me my mine your our us them him
how why where while because before between both each few most such only over own so then these those through too
under very again against during here now just even still never always often every any many much well down off
state states country news today page search read next previous share click email data group order plan report
market price cost tax vote rule act bill court police army union bank trade north south east west`;

const COMMON = new Set(WORDS.split(/\s+/));

/** Whether a form is a word that stands on nearly every page, or no word at all but a letter or a number. */
export function isTooCommon(text: string): boolean {
  const word = text.trim().toLowerCase();
  return COMMON.has(word) || /^(\p{Script=Latin}|\p{N}{1,4})$/u.test(word);
}
