/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import type { Paper, Story } from '../paper.ts';

function Article({ story }: { story: Story }) {
  return (
    <article>
      <h3>{story.title}</h3>
      <p>
        {story.lead} by <b>{story.agency}</b>, {story.tail}
      </p>
      {story.note !== undefined && <p class="note">{story.note}</p>}
      <ul>
        {story.lines.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
      <div class="raw" dangerouslySetInnerHTML={{ __html: story.markup }} />
    </article>
  );
}

/** Stories, and through `hold` the means to change them. */
export function Paperboy({ paper, hold }: { paper: Paper; hold: (set: (paper: Paper) => void) => void }) {
  const [stories, setStories] = useState(paper);
  hold(setStories);
  return (
    <>
      {stories.map((story) => (
        <Article key={story.id} story={story} />
      ))}
    </>
  );
}
