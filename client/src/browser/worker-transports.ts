/** The connection to a language server in a web worker. */
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  type MessageTransports,
} from 'vscode-languageclient/browser';

/**
 * Speaks with a worker. One in which an error is left uncaught, or whose script does not load, counts as a process that ended:
 * the connection closes, and the client starts another one a few times.
 * @param onError told of the error in words
 */
export function workerTransports(worker: Worker, onError: (problem: string) => void): MessageTransports {
  const state: { reader?: WorkerReader } = {};
  worker.addEventListener('error', (event) => {
    // the reader and the writer below would end the session for good
    event.stopImmediatePropagation();
    onError(event.message);
    state.reader?.close();
  });
  const reader = new WorkerReader(worker);
  state.reader = reader;
  return { reader, writer: new BrowserMessageWriter(worker) };
}

class WorkerReader extends BrowserMessageReader {
  close(): void {
    this.fireClose();
  }
}
