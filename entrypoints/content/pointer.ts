import { isMasked } from './forms.ts';
import type { Point } from './safe-triangle.ts';

/** What a pointer does, told at most once a frame for its moves. */
export interface PointerActs {
  /** Whether a node is a card of ours; closed shadow roots show only their host. */
  readonly isCard: (target: EventTarget | null) => boolean;
  /** `at`: when the pointer moved, which is earlier than it is told. */
  readonly onMove: (point: Point, at: number) => void;
  /** The pointer is in a card. */
  readonly onInside: (card: EventTarget | null) => void;
  /** The pointer left the document, or selects text. */
  readonly onAway: () => void;
  readonly onPress: (point: Point) => void;
  /** A click or tap that means nothing to the page: not on a link, a button, a field … */
  readonly onTap: (point: Point) => void;
  /** A tap on something that has a use for it. */
  readonly onUsed: () => void;
}

/** What has its own use for a click. */
const ACTIVE =
  'a[href],area,button,input,select,textarea,label,summary,option,audio,video,iframe,embed,object,[contenteditable],' +
  '[role=button],[role=link],[role=tab],[role=option],[role=menuitem],[role=checkbox],[role=switch],[onclick]';

/** What is a document of its own: moves in it are not told here. */
const FRAME = 'iframe,embed,object,frame';

/** Listens to pointers until the signal; keeps nothing from the page and answers to people only. */
export function watchPointer(acts: PointerActs, signal: AbortSignal): void {
  const options = { capture: true, passive: true, signal };
  const on = <Name extends keyof WindowEventMap>(name: Name, act: (event: WindowEventMap[Name]) => void) =>
    addEventListener(name, (event) => event.isTrusted && act(event), options);
  const moved = oncePerFrame((move: Move) => tellMove(move, acts), signal);
  let last: Point = { x: -1, y: -1 };
  on('pointermove', (event) => {
    // Scrolling moves the page under a pointer that rests: that is not the reader's wish for a card.
    const still = event.clientX === last.x && event.clientY === last.y;
    last = { x: event.clientX, y: event.clientY };
    if (!still && event.pointerType !== 'touch') moved({ event, inCard: acts.isCard(event.target) });
  });
  on('pointerout', ({ relatedTarget, pointerType }) => {
    const elsewhere =
      relatedTarget === null || (relatedTarget instanceof Element && relatedTarget.matches(FRAME));
    if (elsewhere && pointerType !== 'touch') acts.onAway();
  });
  on('pointerdown', (event) => {
    // A finger that goes down may be about to scroll: only a whole tap counts.
    if (event.pointerType !== 'touch' && !acts.isCard(event.target)) acts.onPress(event);
  });
  on('click', (event) => {
    if (!acts.isCard(event.target) && event.button === 0 && event.detail > 0) tellTap(event, acts);
  });
}

/** By the time it is told, a key may have closed the card in which it was: then it is no move over what lay below. */
interface Move {
  readonly event: PointerEvent;
  readonly inCard: boolean;
}

function tellMove({ event, inCard }: Move, acts: PointerActs): void {
  if (inCard) acts.onInside(event.target);
  else if (event.buttons !== 0) acts.onAway();
  else acts.onMove(event, event.timeStamp);
}

function tellTap(event: MouseEvent, acts: PointerActs): void {
  const selecting = document.getSelection()?.isCollapsed === false;
  if (selecting || isUsed(event)) acts.onUsed();
  else acts.onTap(event);
}

function isUsed(event: MouseEvent): boolean {
  const path = event
    .composedPath()
    .filter((target) => target instanceof Element && !isMasked(target)) as Element[];
  const looksActive = (element: Element | undefined) =>
    element !== undefined && getComputedStyle(element).cursor === 'pointer';
  // Some pages give the hand to everything: there it says nothing.
  return (
    path.some((element) => element.matches(ACTIVE)) || (looksActive(path[0]) && !looksActive(document.body))
  );
}

function oncePerFrame<Event>(act: (event: Event) => void, signal: AbortSignal): (event: Event) => void {
  let latest: Event | undefined;
  return (event) => {
    if (latest === undefined) {
      requestAnimationFrame(() => {
        const told = latest;
        latest = undefined;
        if (told !== undefined && !signal.aborted) act(told);
      });
    }
    latest = event;
  };
}
