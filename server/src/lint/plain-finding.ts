/**
 * Findings as plain data that outlives the document's model: to be kept, sent and compared. Their changes are not part
 * of them; who wants those judges the document again.
 */
import { decodeRange, encodeRange } from '../index/range-snapshot';
import type { LineRange } from '../index/summary';
import type { Runbook } from '../model/runbook';
import { UnexpectedValue, type ValueReader } from '../text/value-reader';
import { printOf, type FindingPrint } from './baseline/finding-print';
import { automaticFix } from './automatic-fix';
import type { Finding, RelatedPlace, Severity } from './rule';

export interface PlainFinding {
  /** Name of the rule. */
  readonly rule: string;
  readonly severity: Severity;
  readonly range: LineRange;
  readonly message: string;
  readonly related: readonly RelatedPlace[];
  readonly tags: Finding['tags'];
  /** Whether an automatic fix would end it; null where it was not asked for, since working that out takes time. */
  readonly fixable: boolean | null;
  /** Whether it is there because of the day. */
  readonly byTime: boolean;
  /** Whether it is milder than is usual for its rule. */
  readonly mild: boolean;
  /** What it stands on. */
  readonly print: FindingPrint;
}

/** `runbook` is the document that the finding is about. */
export function toPlainFinding(finding: Finding, runbook: Runbook, fixable: boolean | null): PlainFinding {
  const { rule, severity, span, message, related, tags, byTime, mild } = finding;
  return {
    rule: rule.name,
    severity,
    range: runbook.lines.rangeOf(span),
    message,
    related,
    tags,
    fixable,
    byTime: byTime === true,
    mild: mild === true,
    print: printOf(finding, runbook),
  };
}

const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];
const deprecated = 1;
const unnecessary = 2;
const timed = 4;
const milder = 8;

/** The finding as values by position. */
export function encodeFinding(finding: PlainFinding): readonly unknown[] {
  const { rule, severity, range, message, related, tags, fixable, byTime, mild, print } = finding;
  return [
    rule,
    severity,
    encodeRange(range),
    message,
    (tags.includes('deprecated') ? deprecated : 0) |
      (tags.includes('unnecessary') ? unnecessary : 0) |
      (byTime ? timed : 0) |
      (mild ? milder : 0),
    fixable === null ? 2 : Number(fixable),
    related.map((place) => [place.uri, encodeRange(place.range), place.message]),
    print.entry,
    print.at,
  ];
}

/**
 * The finding of such values; of another rule than `rules` names it is none.
 * @throws UnexpectedValue for values that {@link encodeFinding} never gives.
 */
export function decodeFinding(values: ValueReader, rules: ReadonlySet<string>): PlainFinding {
  const rule = values.text();
  if (!rules.has(rule)) throw new UnexpectedValue('No rule.');
  const severity = values.oneOf(severities);
  const range = decodeRange(values.counts(), 0);
  const message = values.text();
  const flags = values.count();
  const fixes = values.count();
  const related = values.lists((place) => ({
    uri: place.text(),
    range: decodeRange(place.counts(), 0),
    message: place.text(),
  }));
  const print = { entry: values.text(), at: values.text() };
  const tags: Finding['tags'] = [
    ...((flags & deprecated) !== 0 ? ['deprecated' as const] : []),
    ...((flags & unnecessary) !== 0 ? ['unnecessary' as const] : []),
  ];
  const fixable = fixes === 2 ? null : fixes === 1;
  return {
    rule,
    severity,
    range,
    message,
    related,
    tags,
    fixable,
    byTime: (flags & timed) !== 0,
    mild: (flags & milder) !== 0,
    print,
  };
}

/** How many characters of plain findings are kept, as {@link sizeOf} counts: some tens of thousands of findings. */
export const plainBudget = 20_000_000;

/** What findings take, in characters, about. */
export function sizeOf(findings: readonly PlainFinding[]): number {
  return findings.reduce((size, { message }) => size + message.length + 200, 0);
}

/** Whether a fix that needs no decision would end the finding. */
export function isFixable(finding: Finding): boolean {
  return automaticFix(finding) !== undefined;
}
