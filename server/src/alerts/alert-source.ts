/** How a file with alert rules is written, by its name. Knows no disks. */
import type { Configuration } from '../config/configuration';
import { isNamedWithEnding } from '../config/configured-files';
import type { AlertSource } from './look';

const endings: readonly (readonly [RegExp, AlertSource])[] = [
  [/\.(?:ya?ml|tpl|ya?ml\.(?:tmpl|gotmpl|j2|in))$/i, 'yaml'],
  [/\.tf$/i, 'terraform'],
  [/\.(?:jsonnet|libsonnet)$/i, 'jsonnet'],
  [/\.go$/i, 'go'],
];

/** The way in which a file of this path is written; null for one that never holds alert rules. */
export function alertSourceOf(path: string): AlertSource | null {
  return endings.find(([ending]) => ending.test(path))?.[1] ?? null;
}

/** The same of a file in a workspace: null too where the configuration makes it a Markdown document. */
export function alertSourceAt(configuration: Configuration, path: string): AlertSource | null {
  const source = alertSourceOf(path);
  return source === null || isNamedWithEnding(configuration, path) ? null : source;
}
