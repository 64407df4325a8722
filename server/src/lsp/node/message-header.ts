/** The headers of messages. Knows bytes; nothing of what messages say. */

export interface Header {
  /** Offset behind the header. */
  readonly end: number;
  /** Bytes of the message that follows. */
  readonly length: number;
  /** Whether its encoding is one that the protocol has. */
  readonly isReadable: boolean;
}

export interface BrokenHeader {
  readonly problem: string;
  /** Offset from which the next message may begin. */
  readonly resumeAt: number;
}

/** The header at the start of some bytes; null when it does not end in them. Line ends may be those of Unix. */
export function readHeader(bytes: Buffer, largest: number): Header | BrokenHeader | null {
  const text = bytes.toString('latin1');
  const blank = /^[\r\n]{0,64}/.exec(text)?.[0].length ?? 0;
  const ending = /\r?\n\r?\n/.exec(text.slice(blank));
  if (ending === null) return null;
  const end = blank + ending.index + ending[0].length;
  const fields = text
    .slice(blank, blank + ending.index)
    .split(/\r?\n/)
    .map((line): readonly [string, string] => {
      const at = line.indexOf(':');
      return [line.slice(0, Math.max(0, at)).toLowerCase(), line.slice(at + 1).trim()];
    });
  const lengths = new Set(fields.filter(([name]) => name === 'content-length').map(([, value]) => value));
  const [length = '', ...others] = lengths;
  // noise may run into a header that is none the worse for it
  if (lengths.size === 0)
    return { problem: 'A message has no Content-Length.', resumeAt: Math.max(1, blank) };
  if (others.length > 0) return { problem: 'A message has more than one Content-Length.', resumeAt: end };
  if (!/^\d{1,10}$/.test(length) || Number(length) > largest)
    return {
      problem: `The Content-Length of a message must be a whole number up to ${String(largest)}.`,
      // a header that is never ended runs into that of the next message
      resumeAt: nextHeader(bytes.subarray(0, end), blank + 1) ?? end,
    };
  const type = fields.find(([name]) => name === 'content-type')?.[1] ?? '';
  const charset = /charset\s?=\s?"?([\w-]{1,40})/i.exec(type)?.[1]?.toLowerCase() ?? 'utf-8';
  return { end, length: Number(length), isReadable: charset === 'utf-8' || charset === 'utf8' };
}

/** The offset from `from` on at which a header begins that looks like one; null when there is none. */
export function nextHeader(bytes: Buffer, from: number): number | null {
  const match = /Content-Length: ?\d{1,10}\r?\n/i.exec(bytes.toString('latin1', from));
  return match === null ? null : from + match.index;
}

/** The offset at which bytes end in what may be the beginning of a header; null when they do not. */
export function cutHeader(bytes: Buffer): number | null {
  const tail = bytes.subarray(-longestStart).toString('latin1').toLowerCase();
  const at = tail.lastIndexOf('cont');
  const rest = tail.slice(at);
  if (at < 0 || !('content-length:'.startsWith(rest) || /^content-length: ?\d{0,10}\r?$/.test(rest)))
    return null;
  return bytes.length - rest.length;
}

/** Bytes of the field that a header begins with. */
const longestStart = 40;
