import type { Paper, Story } from '../paper.ts';
import { offer } from '../twin.ts';

/** Hand-written JavaScript that knows its document by its children: `childNodes`, `firstChild`, `data +=`. */
class Article {
  readonly element = document.createElement('article');
  readonly #title = this.element.appendChild(document.createElement('h3'));
  readonly #lead = this.element.appendChild(document.createElement('p'));
  readonly #lines = this.element.appendChild(document.createElement('ul'));
  readonly #raw = this.element.appendChild(document.createElement('div'));
  #story: Story | undefined;

  show(story: Story): void {
    const old = this.#story;
    this.#story = story;
    if (old?.title !== story.title) this.#title.textContent = story.title;
    this.#showLead(story, old);
    this.#showNote(story);
    this.#showLines(story);
    if (old?.markup !== story.markup) this.#raw.innerHTML = story.markup;
    else this.#raw.normalize();
  }

  #showLead(story: Story, old: Story | undefined): void {
    if (old === undefined) {
      this.#lead.append(story.lead, document.createElement('b'), `, ${story.tail}`);
      this.#lead.children[0]?.append(story.agency);
      return;
    }
    const { firstChild, lastChild, childNodes } = this.#lead;
    if (firstChild !== null) firstChild.nodeValue = story.lead;
    if (childNodes[1] !== undefined) childNodes[1].textContent = story.agency;
    if (!(lastChild instanceof Text)) return;
    if (story.tail.startsWith(old.tail)) lastChild.data += story.tail.slice(old.tail.length);
    else lastChild.data = `, ${story.tail}`;
  }

  #showNote({ note }: Story): void {
    const shown = this.element.querySelector('.note');
    if (note === undefined) shown?.remove();
    else if (shown !== null) shown.textContent = note;
    else {
      const paragraph = Object.assign(document.createElement('p'), { className: 'note', textContent: note });
      this.#lead.after(paragraph);
    }
  }

  #showLines({ lines }: Story): void {
    while (this.#lines.childNodes.length > lines.length) this.#lines.lastChild?.remove();
    for (const [at, { text }] of lines.entries()) {
      const old = this.#lines.childNodes[at];
      if (old === undefined) this.#lines.innerHTML += `<li>${text}</li>`;
      else if (old.textContent !== text) old.textContent = text;
    }
  }
}

offer((root, paper) => {
  const articles = new Map<number, Article>();
  const draw = (next: Paper): void => {
    const shown = next.map((story) => {
      const article = articles.get(story.id) ?? new Article();
      articles.set(story.id, article);
      article.show(story);
      return article.element;
    });
    const inPlace = shown.every((element, at) => root.children[at] === element);
    if (!inPlace || shown.length !== root.children.length) root.replaceChildren(...shown);
  };
  draw(paper);
  return draw;
});
