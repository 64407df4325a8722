/** From an alert file to the model of a document: its rules, their addresses, the identifiers that these name. */
import type { AddressSetting, AlertSettings } from '../config/configuration';
import type { AlertAddress, AlertDocument } from '../model/alert-document';
import type { AlertField, AlertRule } from '../model/alert-rule';
import { identifierSource, toIdentifier } from '../model/identifier';
import type { Mention } from '../model/runbook';
import { placedAt } from './addresses';
import { AlertMemory } from './alert-memory';
import type { AlertSource } from './look';
import { readAlerts } from './read-alerts';

export interface AlertSurroundings {
  /** What the configuration says of alert rules; null where it says nothing. */
  readonly settings: AlertSettings | null;
  readonly addresses: readonly AddressSetting[];
  /** Addresses of the repository, as Git keeps them. */
  readonly remotes: readonly string[];
}

/** Annotations that lead to a runbook, without regard to case, `_` and `-`. */
const usualAnnotations: readonly string[] = [
  'runbookurl',
  'runbook',
  'runbookuri',
  'runbooklink',
  'sop',
  'sopurl',
];
/** Labels that do. */
const usualLabels: readonly string[] = ['runbook', 'runbookurl', 'playbook'];

/** Reads an alert file. Never throws: any text gives a document, perhaps without rules. */
export function readAlertDocument(
  text: string,
  source: AlertSource,
  surroundings: AlertSurroundings,
  memory: AlertMemory = new AlertMemory(),
): AlertDocument {
  const file = readAlerts(text, source, memory);
  const addresses = file.rules.flatMap((rule): AlertAddress[] =>
    runbookFieldsOf(rule, surroundings.settings).map((field) => ({
      rule,
      field,
      target: placedAt(memory.targetOf(field.value.raw, surroundings), field.value),
    })),
  );
  return { ...file, addresses };
}

/** The fields of a rule that are to lead to a runbook. */
function runbookFieldsOf(
  { annotations, labels }: AlertRule,
  settings: AlertSettings | null,
): readonly AlertField[] {
  return [
    ...annotations.filter(({ name }) => isNamed(name, settings?.annotations ?? null, usualAnnotations)),
    ...labels.filter(({ name }) => isNamed(name, settings?.labels ?? null, usualLabels)),
  ];
}

function isNamed(name: string, configured: readonly string[] | null, usual: readonly string[]): boolean {
  return configured === null
    ? usual.includes(name.toLowerCase().replace(/[_-]/g, ''))
    : configured.includes(name);
}

const leadingId = new RegExp(`^${identifierSource}`);

/** The identifiers that the addresses of a file name, each with its place, in the order of the text. */
export function mentionsIn({ text, addresses }: AlertDocument): readonly Mention[] {
  const found = addresses.flatMap(({ target }): Mention[] => {
    if (target.kind === 'id') return target.span === null ? [] : [mentionOf(target.id, target.span)];
    if (target.kind !== 'file' || target.fragmentSpan === null) return [];
    const { start, end } = target.fragmentSpan;
    // of `#run-001-restart` the first one is meant
    const match = leadingId.exec(text.slice(start, end).toUpperCase());
    const id = match === null ? null : toIdentifier(match);
    return id === null ? [] : [mentionOf(id, { start, end: start + id.text.length })];
  });
  return found.sort((a, b) => a.span.start - b.span.start);
}

function mentionOf(id: NonNullable<Mention['id']>, span: Mention['span']): Mention {
  return { prefix: id.prefix, id, span, place: 'alert', field: '', excluded: null, link: null };
}
