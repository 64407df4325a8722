/** What a process leaves on disk of its work, and what others make of it. */
import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyString } from '../../support/any-string';
import { thisProcess } from '../../../server/src/disk/this-process';
import { DiskWorkLog } from '../../../server/src/disk/work-log';
import {
  noteBody,
  noteHead,
  readNote,
  readSetAside,
  sampleOf,
  writeSetAside,
} from '../../../server/src/disk/work-notes';
import { runs } from '../../support/runs';
import { temporaryFolder } from './temporary-folder';

const program = { name: 'server.js', fingerprint: 'v1' };
const uri = 'file:///w/a.md';
const text = '# A\n';
const worked = { uri, length: text.length, sample: sampleOf(text) };
/** A process that is gone: this one before it was started. */
const gone = { ...thisProcess(), pid: 2 ** 30, started: '' };

function log(folder: string, { ends = 1, of = program } = {}): DiskWorkLog {
  return new DiskWorkLog({ folder, program: of, ends });
}

/** A folder in which a process that is gone has left these notes. */
function left(...notes: readonly string[]): string {
  const folder = temporaryFolder();
  for (const [index, note] of notes.entries()) writeFileSync(join(folder, `${String(index)}.note`), note);
  return folder;
}

const note = noteHead(gone, 'v1') + noteBody(worked);

function noteIn(folder: string): string {
  const [name = ''] = readdirSync(folder).filter((one) => one.endsWith('.note'));
  return readFileSync(join(folder, name), 'utf8');
}

/** Settles when all that is done soon is done. */
function soon(): Promise<void> {
  return new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
}

describe('a note', () => {
  it('is there during work, says nothing after it, and is gone at the end', async () => {
    const folder = join(temporaryFolder(), 'work');
    const own = log(folder);
    expect(existsSync(folder)).toBe(false);
    const inner = own.during(uri, text, () => {
      const outer = noteIn(folder);
      const nested = own.during('file:///w/b.md', 'b', () => noteIn(folder));
      return [outer, nested, noteIn(folder)].map((content) => readNote(content)?.text?.uri);
    });
    expect(inner).toEqual([uri, 'file:///w/b.md', uri]);
    await soon();
    expect(readNote(noteIn(folder))).toMatchObject({ pid: process.pid, text: null });
    own.end();
    expect(readdirSync(folder)).toEqual([]);
    expect(own.during(uri, text, () => 7)).toBe(7);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says nothing after work that throws', async () => {
    const folder = temporaryFolder();
    const own = log(folder);
    expect(() =>
      own.during(uri, text, () => {
        throw new Error('x');
      }),
    ).toThrow('x');
    await soon();
    expect(readNote(noteIn(folder))?.text).toBeNull();
    own.end();
  });

  it('of a process that runs is left alone', () => {
    const folder = left(noteHead(thisProcess(), 'v1') + noteBody(worked));
    expect(log(folder).isSetAside(uri, text)).toBe(false);
    expect(readdirSync(folder)).toEqual(['0.note']);
  });

  it.runIf(process.platform === 'linux')('of a process whose number another one has now counts', () => {
    const folder = left(noteHead({ ...thisProcess(), started: '1' }, 'v1') + noteBody(worked));
    expect(log(folder).isSetAside(uri, text)).toBe(true);
  });

  it('of another machine is left alone', () => {
    expect(
      log(left(noteHead({ ...gone, host: 'elsewhere' }, 'v1') + noteBody(worked))).isSetAside(uri, text),
    ).toBe(false);
  });

  it('comes back as it was written, whatever is left over behind it; what is cut off does not', () => {
    fc.assert(
      fc.property(anyString(), fc.nat(), fc.string(), fc.boolean(), (name, length, rest, idle) => {
        const written = idle ? null : { uri: name, length, sample: 'x' };
        const content = noteHead(gone, 'v1') + noteBody(written);
        expect(readNote(content + rest)).toEqual({ ...gone, program: 'v1', text: written });
        for (let end = 0; end < content.length; end++) expect(readNote(content.slice(0, end))).toBeNull();
      }),
      { numRuns: runs(100) },
    );
  });

  it('that is damaged is no note, and stops nobody', () => {
    const damaged = fc.oneof(
      fc.string(),
      fc.json(),
      fc.json().map((json) => `${json}\n${json}\n`),
    );
    fc.assert(
      fc.property(damaged, (content) => {
        expect(readNote(content)).toBeNull();
        expect(readSetAside(content)).toBeNull();
      }),
    );
  });

  it('that is damaged, or a folder, keeps nobody from the others', () => {
    const folder = left('', '\0\0', note.slice(0, -3), note, '{"a":1}\n\n');
    expect(log(folder).isSetAside(uri, text)).toBe(true);
    expect(log(folder).isSetAside(uri, text)).toBe(true);
  });
});

describe('a text', () => {
  it.each([
    ['a short one', '# A\n', '# B\n'],
    ['a long one', 'x'.repeat(100_000), `y${'x'.repeat(99_999)}`],
    ['of another length', 'x'.repeat(100_000), 'x'.repeat(100_001)],
    ['of other line ends', 'a\nb\n', 'a\rb\n'],
  ])('%s is set aside, and another one is not', (_, own, other) => {
    const folder = left(noteHead(gone, 'v1') + noteBody({ uri, length: own.length, sample: sampleOf(own) }));
    const next = log(folder);
    expect(next.isSetAside(uri, own)).toBe(true);
    expect(next.isSetAside(uri, other)).toBe(false);
    expect(next.isSetAside('file:///w/b.md', own)).toBe(false);
    expect(next.isSetAside(uri, own)).toBe(true);
  });

  it('that is long is told from any other one once it was met', () => {
    const own = 'x'.repeat(100_000);
    // between two of the parts that count
    const other = `${own.slice(0, 300)}y${own.slice(301)}`;
    expect(sampleOf(other)).toBe(sampleOf(own));
    const next = log(
      left(noteHead(gone, 'v1') + noteBody({ uri, length: own.length, sample: sampleOf(own) })),
    );
    expect(next.isSetAside(uri, own)).toBe(true);
    expect(next.isSetAside(uri, other)).toBe(false);
  });

  it('is told of once in a session, as new once', () => {
    const folder = left(note);
    for (const isNew of [true, false]) {
      const told: unknown[] = [];
      const next = log(folder);
      next.onMet = (...what) => told.push(what);
      next.isSetAside(uri, text);
      next.isSetAside(uri, text);
      expect(told).toEqual([[uri, isNew]]);
    }
  });

  it('is read again when it is forgotten, by another program, and after a month', () => {
    const forgotten = left(note);
    log(forgotten).forget(uri);
    expect(log(forgotten).isSetAside(uri, text)).toBe(false);

    const folder = left(note);
    expect(log(folder).isSetAside(uri, text)).toBe(true);
    expect(log(folder, { of: { name: 'server.js', fingerprint: 'v2' } }).isSetAside(uri, text)).toBe(false);
    const month = 31 * 24 * 60 * 60 * 1000;
    for (const name of readdirSync(folder))
      utimesSync(join(folder, name), (Date.now() - month) / 1000, (Date.now() - month) / 1000);
    expect(log(folder).isSetAside(uri, text)).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('comes back as it was kept', () => {
    const kept = { ...worked, program: 'v1', ends: 2, digest: 'd' };
    expect(readSetAside(writeSetAside(kept))).toEqual(kept);
  });
});

describe('where a second end is waited for', () => {
  it('a document is suspect after the first, and set aside after the second', () => {
    const folder = left(note);
    const second = log(folder, { ends: 2 });
    expect(second.suspects).toEqual([uri]);
    expect(second.isSetAside(uri, text)).toBe(false);
    expect(second.terms).toBe('');
    writeFileSync(join(folder, 'again.note'), note);
    const third = log(folder, { ends: 2 });
    expect(third.suspects).toEqual([]);
    expect(third.isSetAside(uri, text)).toBe(true);
    expect(third.terms).toContain(uri);
  });

  it('a document that was worked on without an end is suspect no more', () => {
    const folder = left(note);
    const second = log(folder, { ends: 2 });
    second.during(uri, text, () => undefined);
    second.end();
    expect(log(folder, { ends: 2 }).suspects).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('another text starts from the beginning', () => {
    const folder = left(note);
    expect(log(folder, { ends: 2 }).suspects).toEqual([uri]);
    writeFileSync(join(folder, 'b.note'), noteHead(gone, 'v1') + noteBody({ ...worked, length: 5 }));
    expect(log(folder, { ends: 2 }).suspects).toEqual([uri]);
  });
});
