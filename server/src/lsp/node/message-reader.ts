/**
 * Reads messages off a stream of bytes that may hold anything: what is broken is refused with words, then reading goes on
 * with the next message. Knows the frame and the envelope of messages, not what is in them.
 */
import type { Readable } from 'node:stream';
import {
  AbstractMessageReader,
  ErrorCodes,
  type DataCallback,
  type Disposable,
  type Message,
  type MessageReader,
} from 'vscode-languageserver/node';
import { problemOfEnvelope, type Refusal } from '../envelope';
import { cutHeader, nextHeader, readHeader, type Header } from './message-header';

/** Bytes of a message; nothing that an editor sends comes near. */
const largestBody = 256 * 1024 * 1024;
/** Bytes of a header. */
const largestHeader = 8 * 1024;
/** Bytes in a row that make no message, after which the stream is not meant for a server. */
const mostNoise = 64 * 1024 * 1024;
/** Bytes that a header may be cut in two by. */
const overlap = 64;

export interface ReaderPorts {
  /** Answers what cannot be handed on. */
  readonly refuse: (refusal: Refusal) => void;
  /**
   * Called when there is nothing more to read, with words where that is not as it should be. Until it is settled, what was
   * read before can be answered.
   */
  readonly onEnd: (problem: string | null) => Promise<void>;
}

export class GuardedMessageReader extends AbstractMessageReader implements MessageReader {
  readonly #input: Readable;
  readonly #ports: ReaderPorts;
  #chunks: Buffer[] = [];
  #size = 0;
  /** The header of the message that is being read; null between messages. */
  #header: Header | null = null;
  /** The last bytes of the body that is being read. */
  #tail: Buffer = Buffer.alloc(0);
  /** Bytes skipped in search of the next message; null when none is searched for. */
  #skipped: number | null = null;
  #callback: DataCallback = () => undefined;

  constructor(input: Readable, ports: ReaderPorts) {
    super();
    this.#input = input;
    this.#ports = ports;
  }

  listen(callback: DataCallback): Disposable {
    this.#callback = callback;
    const onData = (chunk: Buffer): void => {
      this.#take(chunk);
    };
    const onEnd = (): void => {
      const isWhole = this.#header === null && this.#all().toString('latin1').trim() === '';
      void this.#ports.onEnd(isWhole ? null : 'The input ended in the middle of a message.').finally(() => {
        this.fireClose();
      });
    };
    this.#input.on('data', onData).once('end', onEnd);
    this.#input.on('error', (error) => {
      this.fireError(error);
    });
    return {
      dispose: () => {
        this.#input.off('data', onData).off('end', onEnd);
      },
    };
  }

  #take(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#size += chunk.byteLength;
    let goesOn = true;
    while (goesOn) {
      if (this.#skipped !== null) goesOn = this.#search();
      else if (this.#header === null) goesOn = this.#readHeader();
      else goesOn = this.#readBody(this.#header, chunk);
    }
  }

  /** Skips what is no message; whether one begins. */
  #search(): boolean {
    const bytes = this.#all();
    const at = nextHeader(bytes, 0);
    const skipped = at ?? Math.max(0, bytes.length - overlap);
    this.#skipped = (this.#skipped ?? 0) + skipped;
    this.#keep(bytes.subarray(skipped));
    if (at !== null) this.#skipped = null;
    else if (this.#skipped > mostNoise) {
      this.#skipped = 0;
      void this.#ports.onEnd('The input is not a stream of messages.');
    }
    return at !== null;
  }

  #readHeader(): boolean {
    const bytes = this.#all();
    const header = readHeader(bytes.subarray(0, largestHeader), largestBody);
    if (header === null) {
      if (bytes.length < largestHeader) return false;
      this.#lose(bytes, 1, `The header of a message is longer than ${String(largestHeader)} bytes.`);
      return true;
    }
    if ('problem' in header) {
      this.#lose(bytes, header.resumeAt, header.problem);
      return true;
    }
    this.#header = header;
    this.#keep(bytes.subarray(header.end));
    return true;
  }

  #readBody(header: Header, newest: Buffer): boolean {
    if (this.#size < header.length) {
      // no message holds the header of another one: this one is shorter than it says
      const window = this.#chunks.length === 1 ? this.#all() : Buffer.concat([this.#tail, newest]);
      this.#tail = window.subarray(-overlap);
      if (nextHeader(window, 0) === null) return false;
      this.#header = null;
      const bytes = this.#all();
      this.#lose(bytes, nextHeader(bytes, 0) ?? 0, 'A message is shorter than its Content-Length says.');
      return true;
    }
    const bytes = this.#all();
    const body = bytes.subarray(0, header.length);
    this.#header = null;
    this.#keep(bytes.subarray(header.length));
    const problem = header.isReadable ? this.#deliver(body) : 'The charset of a message must be UTF-8.';
    if (problem === null) return true;
    // this one may be shorter than it says, and end in the header of the next one
    const inside = nextHeader(body, 0) ?? cutHeader(body);
    if (inside !== null) this.#keep(bytes.subarray(inside));
    this.#refuse(problem);
    return true;
  }

  /** Hands a message on; what is wrong when it is none. */
  #deliver(body: Buffer): string | null {
    let message: unknown;
    try {
      message = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    } catch (error) {
      return `A message is not valid JSON in UTF-8: ${error instanceof Error ? error.message : String(error)}`;
    }
    const refusal = problemOfEnvelope(message);
    if (refusal === null) this.#handOn(toMessage(message));
    else if (refusal !== 'ignore') this.#ports.refuse(refusal);
    return null;
  }

  /** What is wrong with one message must not keep the next one from being read. */
  #handOn(message: Message): void {
    try {
      this.#callback(message);
    } catch (error) {
      this.fireError(error);
    }
  }

  /** Gives up what is being read, and searches for the next message from an offset on. */
  #lose(bytes: Buffer, from: number, problem: string): void {
    this.#keep(bytes.subarray(from));
    this.#skipped = 0;
    this.#refuse(problem);
  }

  #refuse(message: string): void {
    this.#ports.refuse({ id: null, code: ErrorCodes.ParseError, message });
  }

  #all(): Buffer {
    if (this.#chunks.length !== 1) this.#chunks = [Buffer.concat(this.#chunks)];
    return this.#chunks[0] ?? Buffer.alloc(0);
  }

  #keep(bytes: Buffer): void {
    this.#chunks = [bytes];
    this.#size = bytes.byteLength;
  }
}

/** What has the envelope of a message is one; its handlers look at the rest. */
function toMessage(value: unknown): Message {
  const message: Message = { jsonrpc: '2.0' };
  return Object.assign(message, value);
}
