/** What keys do while cards are open. */
export interface KeyActs {
  readonly isCard: (target: EventTarget | null) => boolean;
  /** Closes the topmost card; false when there is none. */
  readonly onEscape: () => boolean;
  /** Tab in a card; true when it leads out of it and the focus has been brought back. */
  readonly onTab: (backwards: boolean) => boolean;
}

/** Listens to keys until the signal. Keys pressed inside a card are kept from the page's shortcuts. */
export function watchKeys(acts: KeyActs, signal: AbortSignal): void {
  const options = { capture: true, signal };
  for (const type of ['keydown', 'keypress', 'keyup'] as const) {
    addEventListener(
      type,
      (event) => {
        if (!event.isTrusted || event.isComposing) return;
        const inside = acts.isCard(event.target);
        if (inside) event.stopImmediatePropagation();
        if (type === 'keydown') press(event, acts, inside);
      },
      options,
    );
  }
}

function press(event: KeyboardEvent, acts: KeyActs, inside: boolean): void {
  if (event.key === 'Escape') {
    const closed = acts.onEscape();
    // One key must not close two things: the card, and the dialog of the page that it explains.
    if (closed && (inside || document.querySelector('dialog:modal') !== null)) event.preventDefault();
  } else if (event.key === 'Tab' && inside && acts.onTab(event.shiftKey)) {
    event.preventDefault();
  }
}
