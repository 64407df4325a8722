/** Bytes that are no messages: answered as such, and the next message is handled; or the input ends with words. */
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { ErrorCodes } from 'vscode-languageserver/node';
import type { Refusal } from '../../../server/src/lsp/envelope';
import { GuardedMessageReader } from '../../../server/src/lsp/node/message-reader';

const request = '{"jsonrpc":"2.0","id":1,"method":"workspace/symbol","params":{"query":""}}';
const good = `Content-Length: ${String(request.length)}\r\n\r\n${request}`;

interface Read {
  readonly messages: unknown[];
  readonly refusals: Refusal[];
  readonly ends: (string | null)[];
}

/** What a reader makes of these bytes, in pieces of a size, and of their end. */
async function read(bytes: string | Buffer, piece = Infinity): Promise<Read> {
  const input = new PassThrough();
  const seen: Read = { messages: [], refusals: [], ends: [] };
  const reader = new GuardedMessageReader(input, {
    refuse: (refusal) => seen.refusals.push(refusal),
    onEnd: (problem) => {
      seen.ends.push(problem);
      return Promise.resolve();
    },
  });
  reader.listen((message) => seen.messages.push(message));
  const all = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  const size = Math.min(piece, Math.max(1, all.length));
  for (let at = 0; at < all.length; at += size) input.write(all.subarray(at, at + size));
  input.end();
  await new Promise((resolve) => input.once('close', resolve));
  return seen;
}

describe('a header', () => {
  it.each([
    ['with names in lower case', good.replace('Content-Length', 'content-length')],
    ['with line ends of Unix', good.replaceAll('\r', '')],
    ['with a blank line before it', `\r\n${good}`],
    ['with a charset', `Content-Type: application/vscode-jsonrpc; charset=utf8\r\n${good}`],
    ['with the same length twice', `Content-Length: ${String(request.length)}\r\n${good}`],
    ['with other fields', `X-Odd: 1\r\n${good}`],
  ])('%s is read', async (_, bytes) => {
    for (const piece of [1, 7, Infinity])
      expect(await read(bytes + good, piece)).toEqual({
        messages: [JSON.parse(request), JSON.parse(request)],
        refusals: [],
        ends: [null],
      });
  });

  const framed = (length: string): string => `Content-Length: ${length}\r\n\r\n${request}`;
  it.each([
    ['without a length', `X: 1\r\n\r\n${request}`],
    ['with a negative length', framed('-5')],
    ['with a length that is no number', framed('NaN')],
    ['with a length that is a fraction', framed('10.5')],
    ['with an empty length', framed('')],
    ['with a hexadecimal length', framed('0x10')],
    ['with a length beyond all bounds', framed('99999999999999')],
    ['with a length of gigabytes', framed('4000000000')],
    ['with two lengths', `Content-Length: 5\r\n${good}`],
    ['without a colon', `Content-Length 5\r\n\r\n${request}`],
    ['of a megabyte', `X: ${'x'.repeat(1_000_000)}\r\n\r\n${request}`],
    ['of noise', Buffer.from(Array.from({ length: 20_000 }, (_, i) => (i * 7919) % 256)).toString('latin1')],
    ['with another charset', `Content-Type: x; charset=utf-16\r\n${good}`],
    ['with a length of nothing', 'Content-Length: 0\r\n\r\n'],
    ['with a length that is too small', framed('10')],
    ['with a length that is too large', framed(String(request.length + 30))],
    ['with a length that is far too large', framed('100000')],
    ['with a length that reaches into the next header', 'Content-Length: 9\r\n\r\n{}'],
    ['with a length that ends in the next length', 'Content-Length: 19\r\n\r\n{}'],
    ['with line ends that are none', 'Content-Length: 2\r\r{}'],
    ['with a sign', framed('+2')],
    ['with two lengths in a line', framed('2, 2')],
    ['with a blank before the colon', `Content-Length : 2\r\n\r\n{}`],
  ])('%s is answered, and the next message read', async (_, bytes) => {
    for (const piece of [13, Infinity]) {
      const { messages, refusals } = await read(bytes + good, piece);
      expect(refusals.length).toBeGreaterThan(0);
      expect(refusals[0]).toMatchObject({ id: null, code: ErrorCodes.ParseError });
      expect(messages.at(-1)).toEqual(JSON.parse(request));
    }
  });

  it('that promises more than comes ends with words', async () => {
    expect((await read(good.slice(0, -5))).ends).toEqual(['The input ended in the middle of a message.']);
  });
});

describe('a body', () => {
  it.each<[string, string, number, string | number | null]>([
    ['{', 'no JSON', ErrorCodes.ParseError, null],
    ['[]', 'a batch', ErrorCodes.InvalidRequest, null],
    [`[${request}]`, 'a batch of one', ErrorCodes.InvalidRequest, null],
    ['7', 'a number', ErrorCodes.InvalidRequest, null],
    ['null', 'nothing', ErrorCodes.InvalidRequest, null],
    ['{"id":{},"method":"shutdown"}', 'an id that is an object', ErrorCodes.InvalidRequest, null],
    ['{"id":null,"method":"shutdown"}', 'an id that is null', ErrorCodes.InvalidRequest, null],
    ['{"id":true,"method":"shutdown"}', 'an id that is a flag', ErrorCodes.InvalidRequest, null],
    ['{"id":"a","method":7}', 'a method that is a number', ErrorCodes.InvalidRequest, 'a'],
    ['{"id":3,"method":"x","params":7}', 'parameters that are a number', ErrorCodes.InvalidParams, 3],
    ['{"id":3}', 'neither question nor answer', ErrorCodes.InvalidRequest, null],
  ])('%s: %s', async (body, _, code, id) => {
    const { messages, refusals } = await read(`Content-Length: ${String(body.length)}\r\n\r\n${body}${good}`);
    expect(refusals).toMatchObject([{ id, code }]);
    expect(messages).toEqual([JSON.parse(request)]);
  });

  it('that is not UTF-8 is answered', async () => {
    const { refusals } = await read(
      Buffer.concat([Buffer.from('Content-Length: 3\r\n\r\n'), Buffer.from([0x22, 0xff, 0x22])]),
    );
    expect(refusals).toMatchObject([{ code: ErrorCodes.ParseError }]);
  });
});
