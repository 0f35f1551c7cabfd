/**
 * The least that a background can do to answer `bare-script.js`: three words by a pattern, no glossary, nothing stored.
 * How soon its first term is there is the floor for ours.
 */
chrome.runtime.onInstalled.addListener(() => chrome.tabs.create({ url: 'welcome.html' }));
chrome.runtime.onMessage.addListener(({ call, argument }, _, reply) => {
  if (call === 'annotate') reply({ value: { spans: spansIn(argument.passages), evidence: {} } });
  else reply({ value: {} });
});

function spansIn(passages) {
  return passages.flatMap((text, at) =>
    [...text.matchAll(/\b(?:Pyongyang|KCNA|DPRK)\b/g)].flatMap(({ 0: word, index }) => [
      at,
      index,
      index + word.length,
      0,
      0,
    ]),
  );
}
