import type { RawEntry } from '../format-schema.ts';
import type { FileComplaint } from './complaint.ts';
import type { Batch, GlossaryReader, Head, Tally } from './reading.ts';

/** What an import would bring, before anything is stored. */
export interface Preview {
  readonly head: Head;
  readonly tally: Tally;
  readonly first: readonly RawEntry[];
  readonly complaints: readonly FileComplaint[];
}

/** Gathers the preview of an import from its batches, and keeps no more of them than it shows. */
export class PreviewMaker {
  private readonly first: RawEntry[] = [];
  private readonly complaints: FileComplaint[] = [];
  private readonly most: number;

  /** @param most entries and complaints that are kept */
  constructor(most = 50) {
    this.most = most;
  }

  add({ entries, complaints }: Batch): void {
    this.first.push(...entries.slice(0, this.most - this.first.length));
    this.complaints.push(...complaints.slice(0, this.most - this.complaints.length));
  }

  /** The preview so far; its head is complete when the reader has ended. */
  preview({ head, tally }: GlossaryReader): Preview {
    return { head, tally, first: [...this.first], complaints: [...this.complaints] };
  }
}
