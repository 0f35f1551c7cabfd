import { openLibrary } from '../../platform/library.ts';
import type { Offer } from './offer.ts';
import { planImport } from './plan.ts';
import { NotReadable, readInto } from './read-into.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

/**
 * Reads one file, in a thread of its own: the page stays alive however large it is. To call it off, end it:
 * nothing that it has stored is seen by anybody.
 */
const library = openLibrary();
let offer: Offer | undefined;
const tell = (message: FromWorker) => postMessage(message);

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  answer(data).catch((error: unknown) => {
    if (error instanceof NotReadable) tell({ unreadable: error.message });
    else tell({ failed: error instanceof Error ? error.message : String(error) });
  });
});

async function answer(message: ToWorker): Promise<void> {
  if ('read' in message) {
    offer = await readInto(library, message.read, (progress) => tell({ progress }));
    tell({ offer });
  } else if (offer !== undefined) {
    const staged = { content: offer.content, id: offer.head.id };
    tell({ plan: await planImport(library, staged, message.target) });
  }
}
