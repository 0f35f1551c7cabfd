/** Content in content: deeper is an attack. */
const DEEPEST = 100;
const BLOCKS = new Set([
  'br',
  'div',
  'p',
  'li',
  'ol',
  'ul',
  'tr',
  'table',
  'details',
  'summary',
  'h1',
  'h2',
  'h3',
]);
/** Readings over characters would stand in the middle of words. */
const UNREAD = new Set(['rt', 'rp', 'style', 'script']);

/**
 * The text of a definition in a Yomitan dictionary: plain, or structured content, whose elements are left out
 * and whose blocks become lines.
 *
 * @example contentText({ tag: 'ul', content: [{ tag: 'li', content: 'to read' }] }) // '\nto read'
 */
export function contentText(content: unknown, depth = 0): string {
  if (typeof content === 'string') return content;
  if (typeof content === 'number') return String(content);
  if (depth > DEEPEST || typeof content !== 'object' || content === null) return '';
  if (Array.isArray(content)) return content.map((part) => contentText(part, depth + 1)).join('');
  const { type, tag, text, content: inside, description, alt } = content as Readonly<Record<string, unknown>>;
  if (type === 'text') return contentText(text, depth + 1);
  if (type === 'image' || tag === 'img')
    return [description, alt].find((words) => typeof words === 'string') ?? '';
  if (typeof tag === 'string' && UNREAD.has(tag)) return '';
  const plain = contentText(inside, depth + 1);
  if (tag === 'td' || tag === 'th') return `${plain} `;
  return typeof tag === 'string' && BLOCKS.has(tag) ? `\n${plain}` : plain;
}

/** Whether a definition has elements that are lost as plain text. */
export function isStructured(definition: unknown): boolean {
  return (
    typeof definition === 'object' &&
    definition !== null &&
    'type' in definition &&
    definition.type !== 'text'
  );
}
