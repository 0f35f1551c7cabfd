const XHTML = 'http://www.w3.org/1999/xhtml';
const SVG = 'http://www.w3.org/2000/svg';

type Child = Node | string | undefined;

/**
 * Makes an element with attributes and children; `undefined` among either is left out.
 * Text stays text, and the element is HTML in documents that are not.
 */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElementNS(XHTML, tag) as HTMLElementTagNameMap[Tag];
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

/** A button that runs `act` when a person presses it, by mouse, finger or key. */
export function makeButton(
  attributes: Readonly<Record<string, string | undefined>>,
  content: Node | string,
  act: () => void,
): HTMLButtonElement {
  const button = make('button', { type: 'button', ...attributes }, content);
  button.addEventListener('click', (event) => {
    if (event.isTrusted) act();
  });
  // The focus of the page, and what is selected there, stay when the mouse presses a button of ours.
  button.addEventListener('mousedown', (event) => event.preventDefault());
  return button;
}

/** A small drawing of one line, in the colour of the text, that says nothing to a screen reader. */
export function makeIcon(path: string): SVGElement {
  const icon = document.createElementNS(SVG, 'svg');
  icon.setAttribute('viewBox', '0 0 16 16');
  icon.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  icon.append(line);
  return icon;
}
