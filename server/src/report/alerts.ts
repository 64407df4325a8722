/** Which runbooks answer which severity of an alert. */
import { keyOf } from '../model/identifier';
import type { Entry, Runbook } from '../model/runbook';
import { bodyOf, referencesIn, tablesIn } from '../document/entries/entry-text';
import { wordsAt } from '../document/fields/fields';
import type { RuleInput } from '../lint/rule';
import { encloses, type Span } from '../text/span';
import type { CoveredAlert } from './workspace-report';

interface Level {
  readonly severity: string;
  readonly span: Span;
}

/**
 * Reads an alert: a runbook in the row of a severity answers that one; one that stands elsewhere in the alert, or that
 * names the alert itself, answers all severities which have none of their own.
 */
export function surveyAlert(
  { runbook, workspace }: RuleInput,
  entry: Entry,
): Pick<CoveredAlert, 'levels' | 'dangling'> {
  const levels = levelsOf(runbook, entry);
  const named = referencesIn(runbook, bodyOf(entry)).flatMap(({ id, span }) =>
    id?.prefix === 'RUN' ? [{ id, span }] : [],
  );
  const isDefined = (key: string): boolean => workspace.definition(key)?.deprecated === false;
  const textsOf = (some: typeof named): string[] => [
    ...new Set(some.filter(({ id }) => isDefined(keyOf(id))).map(({ id }) => id.text)),
  ];
  const answering = workspace
    .references(keyOf(entry.id))
    .filter(({ within, excluded }) => excluded === null && within.startsWith('RUN-') && isDefined(within))
    .map(({ within }) => workspace.definition(within)?.id.text ?? within);
  const general = [
    ...new Set([
      ...textsOf(named.filter(({ span }) => !levels.some((level) => encloses(level.span, span)))),
      ...answering,
    ]),
  ];
  const covered = (levels.length === 0 ? [{ severity: 'Any', span: null }] : levels).map(
    ({ severity, span }) => {
      const own = span === null ? [] : textsOf(named.filter((one) => encloses(span, one.span)));
      return { severity, runbooks: own.length > 0 ? own : general };
    },
  );
  const missing = named.filter(({ id }) => workspace.definition(keyOf(id)) === undefined);
  return { levels: covered, dangling: [...new Set(missing.map(({ id }) => id.text))] };
}

/** The rows of the alert's tables that stand for a severity. */
function levelsOf(runbook: Runbook, entry: Entry): Level[] {
  return tablesIn(runbook, bodyOf(entry)).flatMap(({ columns, rows }) => {
    const column = columns.findIndex((name) => /^(?:level|severity)$/.test(name));
    if (column < 0 || !columns.some((name) => /\b(?:threshold|value|condition)s?\b/.test(name))) return [];
    return rows.flatMap(({ cells, span }) => {
      const cell = cells[column];
      const words =
        cell === undefined
          ? ''
          : wordsAt(runbook, cell.span).replace(/^[^\p{L}\p{N}]+|(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$/gu, '');
      return words === '' ? [] : [{ severity: severityName(words), span }];
    });
  });
}

function severityName(words: string): string {
  if (/^crit/i.test(words)) return 'Critical';
  if (/^warn/i.test(words)) return 'Warning';
  return /^info/i.test(words) ? 'Info' : words;
}
