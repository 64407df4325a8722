/**
 * The ports of the core: what it asks of the world around it. Adapters (language server, command line, tests) fill
 * them in; the core knows neither files nor connections.
 */

/** Tells the day. */
export interface Clock {
  /** Today as `YYYY-MM-DD` in local time. */
  today(): string;
}

/** A folder that the workspace is made of. */
export interface WorkspaceFolder {
  /** URI without a slash at its end. */
  readonly uri: string;
  readonly name: string;
}

/** A document by what the core needs to know of its place. */
export interface DocumentPlace {
  readonly uri: string;
  /** URI of the workspace folder that holds it, or empty for a document outside of all. */
  readonly folder: string;
  /** Path relative to the folder with `/`, decoded: `docs/SoT.DEPLOYMENT.md`; outside of folders the file name. */
  readonly path: string;
}

/** Notes which document is worked on, so that a session knows in which one an earlier one ended. */
export interface WorkLog {
  /** Works on the text of a document. Should the process end in it, later ones know. */
  during<T>(uri: string, text: string, work: () => T): T;
  /** Whether an earlier process ended while it worked on this text, so that it is not to be read again. */
  isSetAside(uri: string, text: string): boolean;
}

/** For sessions that leave no traces. */
export const noWorkLog: WorkLog = { during: (_uri, _text, work) => work(), isSetAside: () => false };
