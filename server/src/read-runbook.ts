/** From the text of a file to the model of a document, be it Markdown or a file with alert rules. */
import type { AlertMemory } from './alerts/alert-memory';
import { alertSourceAt } from './alerts/alert-source';
import { mentionsIn, readAlertDocument } from './alerts/read-alert-document';
import { kindsFor } from './config/configured-files';
import { defaultConfiguration, type Configuration } from './config/configuration';
import type { Runbook } from './model/runbook';
import type { DocumentParser } from './parsing/document-parser';
import { mayHaveKind } from './model/kind-signs';

export interface ReadingOptions {
  /** Path relative to the workspace folder, with `/`. */
  readonly path: string;
  readonly configuration?: Configuration;
  /** Addresses of the repository, as Git keeps them. */
  readonly remotes?: readonly string[];
  /** What is remembered of the alert file that was read last. */
  readonly alertMemory?: AlertMemory;
}

/** The model of a text. Of an alert file it has the rules, and the Markdown of an empty document. */
export function readRunbook(
  parser: DocumentParser,
  text: string,
  { path, configuration = defaultConfiguration, remotes = [], alertMemory }: ReadingOptions,
): Runbook {
  const source = alertSourceAt(configuration, path);
  if (source === null) return parser.parse(text, { path, configuration });
  const { alerts: settings, addresses } = configuration;
  const alerts = readAlertDocument(text, source, { settings, addresses, remotes }, alertMemory);
  const { lines } = alerts;
  return { ...parser.parse('', { path }), text, lines, alerts, mentions: mentionsIn(alerts) };
}

/** Whether a text is none of ours whatever it says, so that it need not be read until somebody asks what it says. */
export function isOfNoKind(
  text: string,
  { path, configuration = defaultConfiguration }: Pick<ReadingOptions, 'path' | 'configuration'>,
): boolean {
  if (alertSourceAt(configuration, path) !== null) return false;
  const { setting, own } = kindsFor(configuration, path);
  return setting === null && own.length === 0 && !mayHaveKind(text, path);
}
