/** Models of texts and fixture files, for tests of the parser. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Runbook } from '../../server/src/model/runbook';
import { DocumentParser } from '../../server/src/parsing/document-parser';
import { readRunbook } from '../../server/src/read-runbook';
import type { Span } from '../../server/src/text/span';

const fixtures = join(import.meta.dirname, '..', 'fixtures');

/** The text of a file in test/fixtures, as it is. */
export function fixtureText(path: string): string {
  return readFileSync(join(fixtures, path), 'utf8');
}

/** The model of a text; `path` is its place in the workspace. */
export function modelOf(text: string, path = 'document.md'): Runbook {
  return readRunbook(new DocumentParser(), text, { path });
}

const knownModels = new Map<string, Runbook>();

/** The same for a text that is asked about often: it is read once, and one that was not asked for lately is dropped. */
export function knownModelOf(text: string, path: string): Runbook {
  const key = `${path}\n${text}`;
  const known = knownModels.get(key) ?? modelOf(text, path);
  // the ones asked for lately are at the end
  knownModels.delete(key);
  knownModels.set(key, known);
  const [oldest] = knownModels.keys();
  if (knownModels.size > 50 && oldest !== undefined) knownModels.delete(oldest);
  return known;
}

/** The model of a file in test/fixtures. */
export function modelOfFixture(path: string): Runbook {
  return modelOf(fixtureText(path), path);
}

/** The words of spans, to compare with what they claim to be. */
export function wordsOf({ text }: Runbook, spans: readonly Span[]): string[] {
  return spans.map(({ start, end }) => text.slice(start, end));
}
