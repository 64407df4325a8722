/** From the bytes of a file to the text that an editor would show. Knows nothing of files. */

/** Why bytes are no text for us: `binary` has NUL bytes, `encoding` is another encoding than UTF-8. */
export interface DecodingProblem {
  readonly reason: 'binary' | 'encoding';
  /** What is wrong and what to do, as a sentence without the name of the file. */
  readonly message: string;
}

export interface DecodedText {
  /** Without the byte order mark, which editors keep apart from the text too; line ends as they are. */
  readonly text: string;
  readonly hasByteOrderMark: boolean;
}

/** Decodes strictly as UTF-8: nothing is replaced, so that writing the text back gives the same bytes. */
export function decodeText(bytes: Uint8Array): DecodedText | DecodingProblem {
  const otherMark = otherByteOrderMark(bytes);
  if (otherMark !== null) {
    return { reason: 'encoding', message: `It is ${otherMark} text. Save it as UTF-8.` };
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    return { reason: 'binary', message: `It is not text (NUL byte at offset ${nul}).` };
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text, hasByteOrderMark: startsWith(bytes, [0xef, 0xbb, 0xbf]) };
  } catch {
    const offset = firstInvalidByte(bytes);
    const line = 1 + countLineFeeds(bytes.subarray(0, offset));
    const place = `offset ${offset}, line ${line}`;
    return {
      reason: 'encoding',
      message: `It is not UTF-8 text (invalid byte at ${place}). Save it as UTF-8.`,
    };
  }
}

function otherByteOrderMark(bytes: Uint8Array): string | null {
  if (startsWith(bytes, [0xff, 0xfe, 0, 0]) || startsWith(bytes, [0, 0, 0xfe, 0xff])) return 'UTF-32';
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) return 'UTF-16';
  return null;
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

/**
 * Offset of the first byte with which the bytes before it cannot be UTF-8, or of the end when a character is cut off
 * there. The decoder does not tell, so the longest beginning that it accepts is searched for.
 */
function firstInvalidByte(bytes: Uint8Array): number {
  let accepted = 0;
  let refused = bytes.length + 1;
  while (refused - accepted > 1) {
    const middle = (accepted + refused) >> 1;
    if (isBeginningOfText(bytes.subarray(0, middle))) accepted = middle;
    else refused = middle;
  }
  return accepted;
}

function isBeginningOfText(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function countLineFeeds(bytes: Uint8Array): number {
  return bytes.reduce((count, byte) => (byte === 0x0a ? count + 1 : count), 0);
}
