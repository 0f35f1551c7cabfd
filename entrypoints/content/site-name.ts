/**
 * The host that a rule for "this site" is about: that of the tab, also in a frame of another site.
 * `undefined` for files, and where the browser does not tell a frame who holds it.
 */
export function siteName(): string | undefined {
  const outermost = window.top === window ? location.origin : outermostOrigin();
  if (outermost === undefined || !URL.canParse(outermost)) return undefined;
  return new URL(outermost).hostname.replace(/^www\./, '') || undefined;
}

function outermostOrigin(): string | undefined {
  const origins = location.ancestorOrigins as DOMStringList | undefined;
  return origins?.item(origins.length - 1) ?? undefined;
}
