/** Bytes that are made room for at a time, fewer at first; nothing is ever copied to a larger place. */
const CHUNK = 2 ** 20;
const FIRST_CHUNK = 2 ** 12;
/** Bytes that are kept at most: what a browser can spare for one file. */
const MOST_KEPT = 512 * 2 ** 20;
const LENGTH_BYTES = 4;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Keeps texts as bytes until they are asked for. A JavaScript string takes up to four times the room, and one
 * that was cut from a piece of a file keeps the whole piece in memory.
 */
export class KeptTexts {
  private readonly chunks: DataView[] = [];
  private end = CHUNK;
  private kept = 0;
  private readonly most: number;

  constructor(most = MOST_KEPT) {
    this.most = most;
  }

  /**
   * Keeps a text; answers what to ask for it with.
   *
   * @throws Error where the file has more than can be kept.
   */
  add(text: string): number {
    const most = LENGTH_BYTES + text.length * 3;
    const last = this.chunks.at(-1);
    const fits = this.end < CHUNK && this.end + most <= (last?.byteLength ?? 0);
    const view = last !== undefined && fits ? last : this.begin(most);
    const place = this.end;
    const bytes = new Uint8Array(view.buffer, place + LENGTH_BYTES);
    const { written } = encoder.encodeInto(text, bytes);
    view.setUint32(place, written);
    this.end = place + LENGTH_BYTES + written;
    this.kept += LENGTH_BYTES + written;
    return (this.chunks.length - 1) * CHUNK + place;
  }

  at(position: number): string {
    const view = this.chunks[Math.floor(position / CHUNK)];
    const place = position % CHUNK;
    if (view === undefined) throw new Error(`No text is kept at ${position}.`);
    return decoder.decode(new Uint8Array(view.buffer, place + LENGTH_BYTES, view.getUint32(place)));
  }

  private begin(bytes: number): DataView {
    if (this.kept > this.most) throw new Error(`more than ${this.most / 2 ** 20} MiB of names and notes`);
    const size = Math.min(CHUNK, FIRST_CHUNK * 4 ** this.chunks.length);
    const view = new DataView(new ArrayBuffer(Math.max(size, bytes)));
    this.chunks.push(view);
    this.end = 0;
    return view;
  }
}

/** The same text on its own: it no longer keeps the piece of a file in memory that it was cut from. */
export function onItsOwn(text: string): string {
  return decoder.decode(encoder.encode(text));
}
