/**
 * Tells a client that asks for it that what is said of the workspace as a whole may differ now: once, when nothing has changed
 * for a moment. Knows neither what changed nor what is said.
 */
import type { Connection } from 'vscode-languageserver';
import { overviewChangedNotification } from '../../../protocol/src/overview';
import type { RunbookService } from '../service';

/** How long nothing must have changed, in milliseconds: who types reads no overview. */
const restTime = 500;

export class OverviewNotice {
  readonly #connection: Connection;
  readonly #service: Pick<RunbookService, 'revision'>;
  /** Whether the client has asked for it. */
  isWanted = false;
  #toldOf = -1;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(connection: Connection, service: Pick<RunbookService, 'revision'>) {
    this.#connection = connection;
    this.#service = service;
  }

  /** Something may have changed. */
  changed(): void {
    if (!this.isWanted) return;
    this.dispose();
    this.#timer = setTimeout(() => {
      this.#tell();
    }, restTime);
  }

  /** Nothing is told any more, until something changes again. */
  dispose(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #tell(): void {
    this.#timer = null;
    if (this.#service.revision === this.#toldOf) return;
    this.#toldOf = this.#service.revision;
    // a client that is gone need not know
    void this.#connection.sendNotification(overviewChangedNotification.method).catch(() => undefined);
  }
}
