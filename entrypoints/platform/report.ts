/** Causes already told: one line each is enough, however often they recur. */
const told = new Set<string>();

/** Tells the developer console what went wrong, once per cause. Never tells what a page says. */
export function report(where: string, error: unknown): void {
  const cause = `${where}: ${error instanceof Error ? error.message : String(error)}`;
  if (told.has(cause)) return;
  told.add(cause);
  console.error('Glossator:', cause);
}
