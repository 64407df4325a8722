/**
 * Sees to it that each request has one answer: knows which have none yet, and gives it where a handler will not.
 * Writes to the connection; knows nothing of what is asked.
 */
import { Message, type Event, type MessageWriter, type ResponseMessage } from 'vscode-languageserver';
import type { Refusal } from './envelope';

type Id = string | number;

export class Answers implements MessageWriter {
  readonly #writer: MessageWriter;
  readonly #pending = new Set<Id>();
  /** Requests that were answered in the place of their handlers, which may answer still. */
  readonly #settled = new Set<Id>();
  readonly #waiting: (() => void)[] = [];
  #writing = 0;
  readonly onError: MessageWriter['onError'];
  readonly onClose: Event<void>;

  /** `writer`: where answers and everything else goes to. */
  constructor(writer: MessageWriter) {
    this.#writer = writer;
    this.onError = writer.onError;
    this.onClose = writer.onClose;
  }

  /** A request is handed to its handler. */
  begin(id: Id): void {
    this.#pending.add(id);
  }

  /** Answers what is handed to no handler. */
  refuse({ id, code, message }: Refusal): void {
    // a client that is gone needs no answer
    const answer: ResponseMessage = { jsonrpc: '2.0', id, error: { code, message } };
    void this.#write(answer).catch(() => undefined);
  }

  /** Answers all that is under way; what its handlers say later is not sent. */
  refusePending(refusal: Omit<Refusal, 'id'>): void {
    for (const id of this.#pending) {
      this.#settled.add(id);
      this.refuse({ ...refusal, id });
    }
    this.#pending.clear();
  }

  /** Settles when nothing is under way. */
  get allGiven(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#tell();
    });
  }

  write(message: Message): Promise<void> {
    if (!Message.isResponse(message) || message.id === null) return this.#writer.write(message);
    if (this.#settled.delete(message.id)) return Promise.resolve();
    this.#pending.delete(message.id);
    return this.#write(message);
  }

  end(): void {
    this.#writer.end();
  }

  dispose(): void {
    this.#writer.dispose();
  }

  #write(answer: Message): Promise<void> {
    this.#writing++;
    return this.#writer.write(answer).finally(() => {
      this.#writing--;
      this.#tell();
    });
  }

  #tell(): void {
    if (this.#pending.size + this.#writing === 0) for (const tell of this.#waiting.splice(0)) tell();
  }
}
