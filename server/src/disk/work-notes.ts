/** How it is written down which document a process works on, and which ones ended one. Knows no disks. */
import { createHash } from 'node:crypto';
import { ValueReader } from '../text/value-reader';
import type { ProcessMark } from './this-process';

/** Counts up when notes of before cannot be read any more. */
const format = 1;

/** The text of a document, so that it is known again. */
export interface WorkedText {
  readonly uri: string;
  /** In UTF-16 units. */
  readonly length: number;
  /** See {@link sampleOf}. */
  readonly sample: string;
}

/** Left by a process: what it works on, or worked on when it ended. */
export interface WorkNote extends ProcessMark {
  readonly program: string;
  /** Null while it works on nothing. */
  readonly text: WorkedText | null;
}

/** A text in which a process ended. */
export interface SetAside extends WorkedText {
  /** See `Program`. */
  readonly program: string;
  /** How many processes ended in it. */
  readonly ends: number;
  /** Of the whole text, once a later session has met it; before that empty. */
  readonly digest: string;
}

/** The first line of a note, which stays. */
export function noteHead({ pid, started, host }: ProcessMark, program: string): string {
  return `${JSON.stringify([format, pid, started, host, program])}\n`;
}

/** What follows the first line, which changes; what stands behind its line end is left over and says nothing. */
export function noteBody(text: WorkedText | null): string {
  return text === null ? '\n' : `${JSON.stringify([text.uri, text.length, text.sample])}\n`;
}

/** Null for what is no note, wholly written. */
export function readNote(content: string): WorkNote | null {
  const [head = '', body = '', rest] = content.split('\n', 3);
  if (rest === undefined) return null;
  return read(head, (values) => {
    if (values.count() !== format) return null;
    const mark = { pid: values.count(), started: values.text(), host: values.text() };
    const program = values.text();
    if (body === '') return { ...mark, program, text: null };
    const text = read(body, readText);
    return text === null ? null : { ...mark, program, text };
  });
}

export function writeSetAside({ uri, length, sample, program, ends, digest }: SetAside): string {
  return `${JSON.stringify([format, uri, length, sample, program, ends, digest])}\n`;
}

/** Null for what {@link writeSetAside} never gives. */
export function readSetAside(content: string): SetAside | null {
  return read(content, (values) => {
    if (values.count() !== format) return null;
    return { ...readText(values), program: values.text(), ends: values.count(), digest: values.text() };
  });
}

/**
 * Tells texts from each other: of long ones only some parts count, because it is asked for at each key that is pressed in
 * them. {@link digestOfText} counts them whole.
 */
export function sampleOf(text: string): string {
  if (text.length <= wholeUpTo) return digestOfText(text);
  let sample = '';
  for (let part = 0; part < parts; part++) {
    const at = Math.floor((part * (text.length - partLength)) / (parts - 1));
    sample += text.slice(at, at + partLength);
  }
  return digestOfText(sample);
}

export function digestOfText(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

/** UTF-16 units. */
const wholeUpTo = 16 * 1024;
const parts = 64;
const partLength = 128;

function readText(values: ValueReader): WorkedText {
  return { uri: values.text(), length: values.count(), sample: values.text() };
}

function read<T>(line: string, take: (values: ValueReader) => T | null): T | null {
  try {
    return take(new ValueReader(JSON.parse(line)));
  } catch {
    return null;
  }
}
