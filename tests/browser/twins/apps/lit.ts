import { html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { Paper } from '../paper.ts';

/** A note in a shadow root of its own. */
export class TwinNote extends LitElement {
  static override properties = { text: { type: String } };
  declare text: string;

  override render() {
    return html`<p class="note">${this.text}</p>`;
  }
}
if (customElements.get('twin-note') === undefined) customElements.define('twin-note', TwinNote);

/** Stories, as a template to draw. */
export function stories(paper: Paper) {
  return html`${repeat(
    paper,
    ({ id }) => id,
    (story) => html`<article>
      <h3>${story.title}</h3>
      <p>${story.lead} by <b>${story.agency}</b>, ${story.tail}</p>
      ${story.note === undefined ? nothing : html`<twin-note text=${story.note}></twin-note>`}
      <ul>
        ${repeat(
          story.lines,
          ({ id }) => id,
          ({ text }) => html`<li>${text}</li>`,
        )}
      </ul>
      <div class="raw">${unsafeHTML(story.markup)}</div>
    </article>`,
  )}`;
}
