/** @jsxImportSource solid-js */
import { For, Show } from 'solid-js';
import type { Paper } from '../paper.ts';

/** Stories; `paper` is read anew whenever it changes. */
export function Paperboy(props: { paper: Paper }) {
  return (
    <For each={props.paper}>
      {(story) => (
        <article>
          <h3>{story.title}</h3>
          <p>
            {story.lead} by <b>{story.agency}</b>, {story.tail}
          </p>
          <Show when={story.note !== undefined}>
            <p class="note">{story.note}</p>
          </Show>
          <ul>
            <For each={story.lines}>{({ text }) => <li>{text}</li>}</For>
          </ul>
          <div class="raw" innerHTML={story.markup} />
        </article>
      )}
    </For>
  );
}
