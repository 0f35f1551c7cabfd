import { useEffect, useReducer, useRef } from 'preact/hooks';
import type { EntryRef } from '../../glossary/entry.ts';
import { SampleCard } from './sample-card.tsx';
import { afterSample, CLOSED, LINGER, REST } from './sample-state.ts';
import type { WelcomeSource } from './source.ts';
import { words } from './words.ts';

/** A paragraph whose terms open cards as on a page; our script does not run on pages of the extension. */
export function Sample({ source }: { readonly source: WelcomeSource }) {
  const [state, dispatch] = useReducer(afterSample, CLOSED);
  const box = useRef<HTMLElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const later = (delay: number, work: () => void) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(work, delay);
  };
  useEffect(() => () => clearTimeout(timer.current), []);

  const open = async (at: number, entry: EntryRef, held: boolean) => {
    const card = await source.card(entry);
    if (card !== undefined) dispatch({ type: 'opened', at, card, held });
  };
  const deeper = async (ref: EntryRef) => {
    const card = await source.card(ref);
    if (card !== undefined) dispatch({ type: 'deeper', card });
  };
  const close = () => {
    const button = box.current?.querySelector<HTMLElement>('[aria-expanded=true]');
    dispatch({ type: 'closed' });
    if (state.held) button?.focus();
  };
  useEffect(() => {
    if (state.at === undefined) return;
    const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && close();
    const onDown = ({ target }: PointerEvent) => {
      const inside = target instanceof Element && target.closest('.sample-card, .sample-term') !== null;
      if (!inside) dispatch({ type: 'closed' });
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('pointerdown', onDown);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('pointerdown', onDown);
    };
  }, [state]);

  const card = state.trail.at(-1);
  return (
    <section class="sample" ref={box} aria-label={words.sampleTitle}>
      <p>
        {words.sample.map((part, at) =>
          typeof part === 'string' ? (
            part
          ) : (
            <button
              key={part.entry}
              class="sample-term"
              type="button"
              aria-haspopup="dialog"
              aria-expanded={state.at === at}
              onPointerEnter={({ pointerType }) =>
                pointerType === 'mouse' && later(REST, () => void open(at, part.entry, false))
              }
              onPointerLeave={() => later(LINGER, () => dispatch({ type: 'left' }))}
              onClick={() => {
                clearTimeout(timer.current);
                void open(at, part.entry, true);
              }}
            >
              {part.text}
            </button>
          ),
        )}
      </p>
      {card !== undefined && (
        <SampleCard
          card={card}
          anchor={() => box.current?.querySelector('[aria-expanded=true]') ?? undefined}
          held={state.held}
          canGoBack={state.trail.length > 1}
          onBack={() => dispatch({ type: 'back' })}
          onClose={close}
          onRelated={(ref) => void deeper(ref)}
          onEnter={() => clearTimeout(timer.current)}
          onLeave={() => later(LINGER, () => dispatch({ type: 'left' }))}
        />
      )}
    </section>
  );
}
