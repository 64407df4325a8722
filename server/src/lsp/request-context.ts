/** What the handlers of requests share. */
import type { RunbookService } from '../service';
import type { ClientSupport } from './capabilities';
import type { UriSpelling } from './uri-spelling';

export interface RequestContext {
  readonly service: RunbookService;
  readonly uris: UriSpelling;
  /** Settled when the configuration is known, which may say what an open document is. */
  readonly configured: Promise<void>;
  /** Settled when the workspace is read: what is asked before waits, since it might be answered wrongly. */
  readonly ready: Promise<void>;
  /** Reads what defines an id before the rest of the workspace; settles when its definitions are known, ready or not. */
  readonly loadDefining: (key: string) => Promise<void>;
  readonly support: () => ClientSupport;
}
