/** The runs of a session: created when the client has said where journals are kept, and let go of when it ends. */
import type { InitializationOptions } from '../../../protocol/src/initialization';
import type { Connection } from 'vscode-languageserver';
import { MemoryJournals } from '../run/journal-store';
import { RunSessions } from '../run/run-sessions';
import type { ClientSupport } from './capabilities';
import { createRunHost, type RunHostParts } from './run-host';
import { RunNotes } from './run-notes';
import type { SessionOptions } from './session-options';

/** What of a session its runs need. */
type Surroundings = Pick<RunHostParts, 'service' | 'uris'> & { readonly support: ClientSupport };

type Options = Pick<SessionOptions, 'createJournals' | 'savedText'>;

export class HeldRuns {
  readonly notes = new RunNotes();
  readonly #options: Options;
  readonly #connection: Connection;
  readonly #around: Surroundings;
  #wantsChanges = false;
  #sessions: RunSessions;

  constructor(options: Options, connection: Connection, around: Surroundings) {
    this.#options = options;
    this.#connection = connection;
    this.#around = around;
    this.#sessions = this.#hold(null);
  }

  get sessions(): RunSessions {
    return this.#sessions;
  }

  /** The client has said where journals are kept, and whether it shows runs. */
  begin({ runStorage, runChanges }: InitializationOptions): void {
    this.#wantsChanges = runChanges === true;
    if (runStorage !== undefined) this.#sessions = this.#hold(runStorage);
  }

  /**
   * Files changed on disk, and have been read. A client tells of saving only what is open here, which a run file that it
   * writes is not.
   */
  filesChanged(files: Iterable<string>): void {
    const { service, uris } = this.#around;
    for (const file of files) {
      const uri = uris.fromClient(file);
      if (!service.isOpen(uri) && service.textOf(uri) !== undefined) this.notes.saved(uri);
    }
  }

  /** Others may resume what was held here. */
  end(): Promise<void> {
    return this.#sessions.release();
  }

  #hold(folder: string | null): RunSessions {
    const { service, uris } = this.#around;
    const host = createRunHost({
      ...{ connection: this.#connection, service, uris, notes: this.notes },
      savedText: this.#options.savedText ?? (() => null),
      support: () => this.#around.support,
      wantsChanges: () => this.#wantsChanges,
    });
    const store = folder === null ? undefined : this.#options.createJournals?.(folder);
    const sessions = new RunSessions(host, store ?? new MemoryJournals());
    this.notes.follow(
      (uri) => {
        sessions.documentChanged(uri);
      },
      (uri) => {
        void sessions.documentSaved(uri);
      },
    );
    return sessions;
  }
}
