import type { Tally, Visit } from '../platform/messages.ts';

/** Fields that take a password or the number of a card. */
const SECRET =
  '[type=password i],[autocomplete*="cc-" i],' +
  '[name*=cardnumber i],[name*="card-number" i],[name*="card_number" i]';

/** Why a document is not read for now, or for good. */
export type RestReason = NonNullable<Tally['resting']>;

/** Knows whether a document rests: because the reader said so, or because one types secrets in it. */
export class Rest {
  /** Until the reader says otherwise or goes on to another page. */
  paused = false;
  /** The reader wants terms although one types secrets here. */
  awake = false;
  /** One types secrets in another frame of the page. */
  hushed = false;
  #field: HTMLInputElement | undefined;

  reason({ state, wary }: Visit): RestReason | undefined {
    if (state !== 'on' && state !== 'quiet') return 'off';
    if (this.paused) return 'paused';
    if (this.awake) return undefined;
    if (state === 'quiet' || (wary && this.#asksSecrets())) return 'secrets';
    return wary && this.hushed ? 'hushed' : undefined;
  }

  /** A field whose secret is made readable is a plain text field; it is the same field all the same. */
  #asksSecrets(): boolean {
    if (this.#field?.checkVisibility() !== true) this.#field = secretField();
    return this.#field !== undefined;
  }
}

/** Asked for every second, so not by a selector: browsers keep the list of all fields. */
function secretField(): HTMLInputElement | undefined {
  for (const field of document.getElementsByTagName('input'))
    if (field.matches(SECRET) && field.checkVisibility()) return field;
  return undefined;
}
