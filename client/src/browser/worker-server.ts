/** The connection to a language server in a web worker. */
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  type MessageTransports,
} from 'vscode-languageclient/browser';

/** A worker as a server, and its end. */
export interface WorkerServer {
  readonly transports: MessageTransports;
  /** Ends the worker. A worker says nothing of its end, so the connection is told. */
  end(): void;
}

/**
 * Speaks with a worker. One in which an error is left uncaught, or whose script does not load, counts as a process that ended:
 * the connection closes.
 * @param onError told of the error in words
 */
export function workerServer(worker: Worker, onError: (problem: string) => void): WorkerServer {
  const state: { reader?: WorkerReader } = {};
  worker.addEventListener('error', (event) => {
    // the reader and the writer below would end the session for good
    event.stopImmediatePropagation();
    onError(event.message);
    state.reader?.close();
  });
  const reader = new WorkerReader(worker);
  state.reader = reader;
  return {
    transports: { reader, writer: new BrowserMessageWriter(worker) },
    end: () => {
      worker.terminate();
      reader.close();
    },
  };
}

class WorkerReader extends BrowserMessageReader {
  close(): void {
    this.fireClose();
  }
}
