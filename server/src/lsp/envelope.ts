/** The outer form of messages, which is that of JSON-RPC. Knows no methods. */
import { ErrorCodes } from 'vscode-languageserver';

/** An answer to what is no request that can be handled. */
export interface Refusal {
  /** Null where the message has none that could be named. */
  readonly id: string | number | null;
  readonly code: number;
  readonly message: string;
}

/** How to refuse a message that is none; `ignore` for a notification; null for one of the right form. */
export function problemOfEnvelope(message: unknown): Refusal | 'ignore' | null {
  if (Array.isArray(message)) return invalid(null, 'Batches are not supported: send one message at a time.');
  if (typeof message !== 'object' || message === null) return invalid(null, 'A message must be an object.');
  const fields = new Map<string, unknown>(Object.entries(message));
  const id = fields.get('id');
  const isNamed = typeof id === 'string' || typeof id === 'number';
  if (!fields.has('method')) {
    const isResponse = fields.has('id') && (fields.has('result') || fields.has('error'));
    return isResponse ? null : invalid(null, 'A message must have a method, or a result or an error.');
  }
  if (fields.has('id') && !isNamed) return invalid(null, 'The id of a request must be a number or a string.');
  if (typeof fields.get('method') !== 'string')
    return invalid(isNamed ? id : null, 'The method of a message must be a string.');
  const params = fields.get('params');
  if (params === undefined || typeof params === 'object') return null;
  return isNamed
    ? { id, code: ErrorCodes.InvalidParams, message: 'Parameters must be an object or an array.' }
    : 'ignore';
}

function invalid(id: string | number | null, message: string): Refusal {
  return { id, code: ErrorCodes.InvalidRequest, message };
}
