import { dropContent, holdContent, newContent } from '../../platform/staging.ts';
import { library } from '../library.ts';
import { dropJob, keepJob } from './jobs.ts';
import type { ImportRequest, Offer, Plan, Progress, Target, Wish } from './offer.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

/** What an import tells while it runs. */
export interface ImportListener {
  progress(progress: Progress): void;
  offer(offer: Offer): void;
  plan(plan: Plan): void;
  /** It is no file of a known format: what it is instead. */
  unreadable(found: string): void;
  failed(why: string): void;
}

/** An import that begins now. */
export function newJob(file: File, wish: Wish): ImportRequest {
  return { file, wish, content: newContent() };
}

/** A file that is being read, or has been and waits for the reader's word. */
export class RunningImport {
  readonly file: File;
  private readonly content: string;
  private readonly on: ImportListener;
  private release: (() => void) | undefined;
  private worker: Worker | undefined;
  private ended = false;

  constructor({ file, content }: ImportRequest, on: ImportListener) {
    this.file = file;
    this.content = content;
    this.on = on;
  }

  /** Begins to read, in a thread of its own. Nothing comes onto the shelf by that. */
  async begin({ wish }: ImportRequest, isKept: boolean): Promise<void> {
    this.release = await holdContent(this.content);
    // Where the file cannot be kept, the import works as well; only a closed page would end it. One that is
    // kept is not kept again: Firefox ends the reading of a stored file whose record is written or deleted.
    if (!isKept) await keepJob({ file: this.file, content: this.content, wish }).catch(() => undefined);
    if (!this.ended) this.read(wish);
  }

  /** Reads the file again in another way. */
  async restart(wish: Wish): Promise<void> {
    this.worker?.terminate();
    this.worker = undefined;
    await dropContent(library, this.content);
    if (!this.ended) this.read(wish);
  }

  /** Asks what it would change elsewhere. */
  retarget(target: Target): void {
    this.send({ target });
  }

  /** Ends it, whatever it is doing. What it stored goes, unless a glossary has it by now. */
  async end(): Promise<void> {
    this.ended = true;
    this.worker?.terminate();
    this.worker = undefined;
    await dropJob(this.content).catch(() => undefined);
    if (await dropContent(library, this.content)) this.release?.();
  }

  private read(wish: Wish): void {
    this.worker?.terminate();
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    this.worker = worker;
    // What is said by one that was ended meanwhile is passed over.
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      if (this.worker === worker) hear(data, this.on);
    });
    worker.addEventListener('error', ({ message }) => {
      if (this.worker === worker) this.on.failed(message || 'the browser ended the reading');
    });
    this.send({ read: { file: this.file, content: this.content, wish } });
  }

  private send(message: ToWorker): void {
    this.worker?.postMessage(message);
  }
}

function hear(message: FromWorker, on: ImportListener): void {
  if ('progress' in message) on.progress(message.progress);
  else if ('offer' in message) on.offer(message.offer);
  else if ('plan' in message) on.plan(message.plan);
  else if ('unreadable' in message) on.unreadable(message.unreadable);
  else on.failed(message.failed);
}
