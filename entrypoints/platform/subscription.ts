import type { Glossary } from '../../glossary/entry.ts';
import type { FileFormat } from '../../glossary/files/reading.ts';
import type { Changes } from '../../glossary/subscriptions/changes.ts';

/** Why the last check brought nothing. */
export type FailureReason =
  /** The reader, or the browser, has taken the permission for the host back. */
  | 'not-allowed'
  | 'offline'
  /** No answer, an answer that says no, or one that came too slowly, too large or in part. */
  | 'unreachable'
  /** Something came that is no usable glossary. */
  | 'unusable';

export interface Failure {
  readonly reason: FailureReason;
  /** A sentence for the reader. */
  readonly text: string;
}

/** What an update brought, and when. */
export interface Update extends Changes {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The version before; absent for the first. */
  readonly from?: string;
  readonly to: string;
}

/** A glossary that is fetched from an address again and again; on this machine. Times are milliseconds since 1970. */
export interface Subscription {
  /** Https, or http on this machine. */
  readonly url: string;
  /** Id of the glossary on the shelf; absent until a file came for the first time. */
  readonly glossary?: string;
  /** An organisation's policy wants it: the reader cannot remove it. */
  readonly managed: boolean;
  readonly etag?: string;
  readonly lastModified?: string;
  /** Names the newest content that was taken, also when the reader went back to the one before. */
  readonly content?: string;
  readonly format?: FileFormat;
  /** Bytes of the newest file. */
  readonly size?: number;
  /** Entries of the newest file that could not be read. */
  readonly skipped?: number;
  readonly lastTry?: number;
  /** When the check began that has not ended: it is under way, or the browser stopped it. */
  readonly began?: number;
  readonly lastSuccess?: number;
  /** Checks that failed in a row. */
  readonly failures: number;
  readonly failure?: Failure;
  /** When to look again. */
  readonly next: number;
  readonly update?: Update;
  /** The reader went back to the version before. */
  readonly rolledBack: boolean;
  /** Rises with everything that is done to it, so that what was begun before is not finished after. */
  readonly turn: number;
}

/** The version to go back to, or forward again: as it was published, without the reader's wordings. */
export interface OtherVersion {
  readonly glossary: Glossary;
}

/** A file that came and that the reader has not yet said yes to. */
export interface Arrival {
  readonly url: string;
  readonly at: number;
  readonly glossary: Glossary;
  readonly content: string;
  readonly format: FileFormat;
  readonly size: number;
  readonly skipped: number;
  readonly etag?: string;
  readonly lastModified?: string;
}
