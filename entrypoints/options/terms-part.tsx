import type { SenseChoices } from '../../glossary/choices.ts';
import { withChoice } from '../../glossary/choices.ts';
import { Part } from './controls.tsx';
import type { Held } from './use-stored.ts';
import { WORDS } from './words.ts';

const words = WORDS.terms;

/** The term of a reference; the reference itself where the entry is gone. */
export type NameOf = (ref: string) => string;

interface TermsPartProps {
  readonly hidden: Held<readonly string[]>;
  readonly known: Held<readonly string[]>;
  readonly choices: Held<SenseChoices>;
  readonly nameOf: NameOf;
  /** Offers to undo what was just done. */
  readonly offerUndo: (undo: () => void) => void;
}

/** What the reader said about single terms, and the way to take it back. */
export function TermsPart({ hidden, known, choices, nameOf, offerUndo }: TermsPartProps) {
  const take = (list: Held<readonly string[]>, ref: string) => {
    list.change((refs) => refs.filter((one) => one !== ref));
    offerUndo(() => list.change((refs) => [...refs.filter((one) => one !== ref), ref]));
  };
  return (
    <Part id="terms" title={WORDS.parts.terms}>
      <Refs
        id="hidden"
        title={words.hidden}
        none={words.hiddenNone}
        refs={hidden.value ?? []}
        label={(ref) => words.show(nameOf(ref))}
        nameOf={nameOf}
        take={(ref) => take(hidden, ref)}
      />
      <Refs
        id="known"
        title={words.known}
        none={words.knownNone}
        refs={known.value ?? []}
        label={(ref) => words.ask(nameOf(ref))}
        nameOf={nameOf}
        take={(ref) => take(known, ref)}
      />
      <Choices choices={choices} nameOf={nameOf} offerUndo={offerUndo} />
    </Part>
  );
}

function Refs(props: {
  id: string;
  title: string;
  none: string;
  refs: readonly string[];
  label: (ref: string) => string;
  nameOf: NameOf;
  take: (ref: string) => void;
}) {
  return (
    <>
      <h3 id={props.id}>{props.title}</h3>
      {props.refs.length === 0 && <p class="note">{props.none}</p>}
      <ul class="chips">
        {props.refs.map((ref) => (
          <li key={ref}>
            <bdi>{props.nameOf(ref)}</bdi>
            <button type="button" class="quiet" aria-label={props.label(ref)} onClick={() => props.take(ref)}>
              ✕
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function Choices({ choices, nameOf, offerUndo }: Pick<TermsPartProps, 'choices' | 'nameOf' | 'offerUndo'>) {
  const rows = Object.entries(choices.value ?? {}).flatMap(([host, table]) =>
    Object.entries(table).map(([target, choice]) => ({ host, target, choice })),
  );
  return (
    <>
      <h3>{words.choices}</h3>
      {rows.length === 0 && <p class="note">{words.choicesNone}</p>}
      <ul class="rules">
        {rows.map(({ host, target, choice }) => {
          const [ref = '', form] = target.split('#');
          const name = form ?? nameOf(ref);
          const place = host === '*' ? words.everywhere : host;
          return (
            <li key={`${host} ${target}`}>
              <span class="label">
                {name} <small class="note">{`${words.choice[choice]} · ${place}`}</small>
              </span>
              <button
                type="button"
                class="quiet"
                aria-label={words.forget(name, place)}
                onClick={() => {
                  choices.change((now) => withChoice(now, host, target, 'ask'));
                  offerUndo(() => choices.change((now) => withChoice(now, host, target, choice)));
                }}
              >
                ✕
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
