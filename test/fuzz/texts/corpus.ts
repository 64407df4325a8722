/** The cases that something has once failed on, by the names of their files, which say what they broke. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readCase, type Case } from '../case';

const corpus = path.join(import.meta.dirname, '../corpus');

/** All cases of a target. */
export function corpusOf(target: string): Map<string, Case> {
  const folder = path.join(corpus, target);
  const files = existsSync(folder) ? readdirSync(folder).sort() : [];
  const names = files.map((name) => name.replace(/\.json$/, ''));
  return new Map(names.map((name) => [name, corpusCase(`${target}/${name}`)]));
}

/** One case, by target and name: `fixes/section-goes-above-the-underline`. */
export function corpusCase(name: string): Case {
  return readCase(readFileSync(path.join(corpus, `${name}.json`), 'utf8'));
}
