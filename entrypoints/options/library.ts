import { openLibrary } from '../platform/library.ts';

/** The glossaries, opened once for the whole page. */
export const library = openLibrary();
