/** What the handlers of requests share. */
import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';
import type { EditedBaseline, RunbookService } from '../../service';
import type { ClientSupport } from '../capabilities';
import type { ConfigurationText } from '../configuration-diagnostics';
import type { Extras } from '../read-settings';
import type { UriSpelling } from '../uri-spelling';

export interface RequestContext {
  readonly service: RunbookService;
  readonly uris: UriSpelling;
  /** Settled when the configuration of all folders is known. */
  readonly configured: Promise<void>;
  /** Settles when the configuration is known that holds for a document: it may say what an open one is. */
  readonly configuredFor: (uri: string) => Promise<void>;
  /**
   * Settles when the workspace is read: what is asked before waits, since it might be answered wrongly. Rejects with
   * `RequestCancelled` when the answer is not wanted any more by then.
   */
  readonly whenReady: (token: CancellationToken) => Promise<void>;
  /** Reads what defines an id before the rest of the workspace; settles when its definitions are known, ready or not. */
  readonly loadDefining: (key: string) => Promise<void>;
  /**
   * Looks at the files of the documents that an answer names, or at all where it names none and the last look was a while ago.
   * Where one is not as it was read, settles when all that happened without a word is taken in, with true: the question
   * has another answer now.
   */
  readonly lookAgain: (uris: Iterable<string>) => Promise<boolean>;
  /**
   * Does long work in the background, while other requests are answered. Rejects with `RequestCancelled` when the answer is
   * not wanted any more.
   */
  readonly inBackground: <T>(work: Generator<undefined, T>, token: CancellationToken) => Promise<T>;
  /** The configuration files by URI, as they are open or on disk. */
  readonly configurations: () => ReadonlyMap<string, ConfigurationText>;
  /** The baseline of a workspace folder, as it is open or on disk. */
  readonly baselineOf: (folder: string) => EditedBaseline | null;
  readonly support: () => ClientSupport;
  /** The language that answers are in: `de`. */
  readonly locale: () => string;
  /** What of the editor's extras is switched on now. */
  readonly extras: () => Extras;
}

/** The document of a request, in the inner spelling. */
export function documentOf(
  { uris }: Pick<RequestContext, 'uris'>,
  { textDocument }: { readonly textDocument: { readonly uri: string } },
): string {
  return uris.fromClient(textDocument.uri);
}

/** The document of a request once it is known; what an open one says of itself need not wait for the others. */
export async function whenKnown(
  context: Pick<RequestContext, 'uris' | 'service' | 'whenReady' | 'configuredFor'>,
  params: { readonly textDocument: { readonly uri: string } },
  token: CancellationToken,
): Promise<string> {
  const uri = documentOf(context, params);
  // the configuration may say what a document is
  await (context.service.isOpen(uri) ? context.configuredFor(uri) : context.whenReady(token));
  return uri;
}

/** Waits for `reached`; rejects with `RequestCancelled` where the answer is not wanted any more by then. */
export async function stillWanted(reached: Promise<void>, token: CancellationToken): Promise<void> {
  await reached;
  refuseCancelled(token);
}

/** Rejects with `RequestCancelled` where an answer is not wanted any more. */
export function refuseCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
}

/** An answer that is true of the files as they are. `named`: the documents that it was found in. */
export async function upToDate<T>(
  { lookAgain }: Pick<RequestContext, 'lookAgain'>,
  answer: () => T,
  named: (answer: T) => Iterable<string>,
): Promise<T> {
  const first = answer();
  return (await lookAgain(named(first))) ? answer() : first;
}
