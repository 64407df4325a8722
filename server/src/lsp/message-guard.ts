/**
 * Looks at every message before it is handled: what comes too early or too late, and what is not of the form that the
 * protocol gives it, is answered with the error that the protocol has for it. Handlers can rely on their parameters.
 */
import { ErrorCodes, LSPErrorCodes, ResponseError, type Connection } from 'vscode-languageserver';
import type { ConnectionOptions, Message, RequestMessage } from 'vscode-languageserver';
import type { Background } from './background';
import { problemOfParams } from './check-params';

/** The method under which refused requests reach their answer; nothing is sent under it. */
const refusedMethod = 'runbook/refused';

interface Refusal {
  readonly code: number;
  readonly message: string;
}

/** Options of a connection whose messages are looked at, and noted for `background`. Each needs options of its own. */
export function guardMessages(background: Background): ConnectionOptions {
  let state: 'new' | 'running' | 'ended' = 'new';
  return {
    messageStrategy: {
      handleMessage(message, next) {
        background.noteMessage();
        if (!isCall(message)) return next(message);
        const { method } = message;
        if (!('id' in message)) {
          // before `initialize` and after `shutdown` only the end is taken notice of
          return state === 'running' || method === 'exit' ? next(message) : undefined;
        }
        const refusal = refusalOf(message, state);
        if (refusal !== null) {
          const refused: RequestMessage = { ...message, method: refusedMethod, params: refusal };
          return next(refused);
        }
        if (method === 'initialize') state = 'running';
        if (method === 'shutdown') state = 'ended';
        return next(message);
      },
    },
    connectionStrategy: {
      // the library puts in the id of the request
      cancelUndispatched: () => ({
        jsonrpc: '2.0',
        id: null,
        error: { code: LSPErrorCodes.RequestCancelled, message: 'Cancelled before it was begun.' },
      }),
    },
  };
}

/** Gives refused requests their answer. */
export function answerRefused(connection: Connection): void {
  connection.onRequest(refusedMethod, ({ code, message }: Refusal) => new ResponseError(code, message));
}

function refusalOf({ method, params }: RequestMessage, state: 'new' | 'running' | 'ended'): Refusal | null {
  if (state === 'new' && method !== 'initialize')
    return { code: ErrorCodes.ServerNotInitialized, message: `${method} came before "initialize".` };
  if (state === 'ended')
    return { code: ErrorCodes.InvalidRequest, message: `${method} came after "shutdown".` };
  if (state === 'running' && method === 'initialize')
    return { code: ErrorCodes.InvalidRequest, message: 'The server is initialized already.' };
  const problem = problemOfParams(method, params);
  return problem === null ? null : { code: ErrorCodes.InvalidParams, message: `${method}: ${problem}` };
}

/** Requests and notifications; responses have no method. */
function isCall(message: Message): message is RequestMessage {
  // what arrives may be any JSON, whatever the type says
  return Object(message) === message && 'method' in message;
}
