/**
 * The least that a script can do to read a page, have it looked through and draw what was found: no rules about what is
 * read, nothing is followed, nothing can be hovered, nothing is taken back. What it costs is the floor for ours.
 */
(async () => {
  if (document.querySelector('meta[name=glossator][content=off]') !== null) return;
  const call = (name, argument) => chrome.runtime.sendMessage({ glossator: 1, call: name, argument });
  const paragraphs = [...document.querySelectorAll('p')];
  const texts = paragraphs.map(({ textContent }) => textContent);
  const near = new IntersectionObserver(() => {}, { root: document, rootMargin: '50%' });
  await call('visit');
  new MutationObserver(() => {}).observe(document, { subtree: true, childList: true, characterData: true });
  let evidence;
  for (let from = 0, end = 0; from < texts.length; from = end) {
    const most = from === 0 ? 12_288 : 65_536;
    for (let characters = 0; end < texts.length && characters < most; end++) characters += texts[end].length;
    const passages = texts.slice(from, end);
    const { value } = await call('annotate', { title: document.title, passages, evidence });
    evidence = value.evidence;
    if (from === 0) draw(value.spans.slice(0, 60 * 5));
    for (const paragraph of paragraphs.slice(from, end)) near.observe(paragraph);
  }

  function draw(spans) {
    const highlight = new Highlight();
    for (let at = 0; at < spans.length; at += 5)
      highlight.add(rangeIn(paragraphs[spans[at]], spans[at + 1], spans[at + 2]));
    CSS.highlights.set('glossator', highlight);
  }

  function rangeIn(paragraph, start, end) {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    let before = 0;
    for (let node = walker.nextNode(); node !== null; before += node.length, node = walker.nextNode()) {
      const [startOffset, endOffset] = [start - before, end - before];
      if (startOffset >= 0 && endOffset <= node.length)
        return new StaticRange({ startContainer: node, startOffset, endContainer: node, endOffset });
    }
    throw new Error(`No text at ${start}.`);
  }
})();
