/**
 * Looks at every message before it is handled: what comes too early or too late, and what is not of the form that the
 * protocol gives it, is answered with the error that the protocol has for it. Handlers can rely on their parameters.
 */
import { ErrorCodes, LSPErrorCodes, Message, type ConnectionOptions } from 'vscode-languageserver';
import type { RequestMessage } from 'vscode-languageserver';
import type { Answers } from './answers';
import type { Background } from './background';
import { problemOfParams } from './check-params';
import type { Refusal } from './envelope';

type State = 'new' | 'running' | 'ended';

/** Messages of a connection that are looked at. Each connection needs a guard of its own. */
export interface MessageGuard {
  readonly options: ConnectionOptions;
  /** Whether the client has said that the session ends. */
  readonly isShutDown: boolean;
}

/** `background` is told of messages, and `answers` of requests. */
export function guardMessages(background: Background, answers: Answers): MessageGuard {
  let state: State = 'new';

  function takeRequest(message: RequestMessage, next: (message: Message) => unknown): void {
    const { id, method } = message;
    const refusal = refusalOf(message, state);
    if (id !== null && refusal !== null) {
      answers.refuse({ ...refusal, id });
      return;
    }
    if (method === 'initialize') state = 'running';
    if (method === 'shutdown') {
      state = 'ended';
      answers.refusePending({ code: LSPErrorCodes.ServerCancelled, message: 'The server is shutting down.' });
    }
    if (id !== null) answers.begin(id);
    next(message);
  }

  return {
    get isShutDown() {
      return state === 'ended';
    },
    options: {
      messageStrategy: {
        handleMessage(message, next) {
          background.noteMessage();
          // of keys that come at once only the last one is read
          if (!isChange(message)) background.catchUp();
          if (Message.isRequest(message)) takeRequest(message, next);
          else if (!Message.isNotification(message)) void next(message);
          // before `initialize` and after `shutdown` only the end is taken notice of, once all answers are given
          else if (message.method === 'exit') void answers.allGiven.then(() => next(message));
          // a notification has no answer: one that is not of the right form is ignored
          else if (state === 'running' && problemOfParams(message.method, message.params) === null)
            void next(message);
        },
      },
      connectionStrategy: {
        // the library puts in the id of the request
        cancelUndispatched: () => ({
          jsonrpc: '2.0',
          id: null,
          error: { code: LSPErrorCodes.RequestCancelled, message: 'Cancelled before it started.' },
        }),
      },
    },
  };
}

function isChange(message: Message): boolean {
  return Message.isNotification(message) && message.method === 'textDocument/didChange';
}

function refusalOf({ method, params }: RequestMessage, state: State): Omit<Refusal, 'id'> | null {
  if (state === 'new' && method !== 'initialize')
    return { code: ErrorCodes.ServerNotInitialized, message: `${method} was sent before "initialize".` };
  if (state === 'ended')
    return { code: ErrorCodes.InvalidRequest, message: `${method} was sent after "shutdown".` };
  if (state === 'running' && method === 'initialize')
    return { code: ErrorCodes.InvalidRequest, message: 'The server is already initialized.' };
  const problem = problemOfParams(method, params);
  return problem === null ? null : { code: ErrorCodes.InvalidParams, message: `${method}: ${problem}` };
}
