/**
 * What threads that check a folder together tell each other: inert data only, which is copied from one to the other. Knows
 * nothing of how that is done.
 */
import type { ProfileName } from '../../config/configuration';
import type { FolderListing } from '../../disk/folder-contents';
import type { Program } from '../../disk/program';

/** What a thread has to know of a folder, and which of its documents it reads and judges. */
export interface Share {
  /** Absolute path of the folder. */
  readonly root: string;
  readonly allowOutside: boolean;
  /** Its documents are those of the share. */
  readonly listing: FolderListing;
  /** Paths of the documents that cannot be read, of which every thread has to know. */
  readonly unreadable: readonly string[];
  /** How many shares there are. */
  readonly parts: number;
  /** Whether it judges the files with alert rules, which every thread reads. */
  readonly judgesAlerts: boolean;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** As {@link CheckRequest.profile}. */
  readonly profile: ProfileName | null;
  /** Where it is noted which document is worked on; null for nowhere. */
  readonly notes: { readonly folder: string; readonly program: Program } | null;
}

/**
 * What is known of documents, as lines of `toLine`. First each thread gives what its documents say, and gets that of the
 * others; then it gives what is found in them.
 */
export interface Exchange {
  /** Gives what the documents of this thread say; resolves with what those of the others do. */
  readonly swap: (own: Uint8Array) => Promise<readonly Uint8Array[]>;
}

/** From a thread. */
export type FromThread =
  | { readonly kind: 'said'; readonly lines: Uint8Array }
  | { readonly kind: 'judged'; readonly lines: Uint8Array };

/** To a thread: first its share. */
export interface ToThread {
  readonly share?: Share;
  /** What the documents of the other threads say, as lines of `toLine`. */
  readonly others?: readonly Uint8Array[];
}
