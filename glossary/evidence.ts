/** What a page has shown so far. Opaque JSON that travels with the messages; see `annotate`. */
export type Evidence = Readonly<Record<string, unknown>>;
