/** A runbook entry that does not say what it covers and what not (`domain.md` section 5, Procedures). */
import type { Entry, Part } from '../../model/runbook';
import { isBlankPart } from '../blank-part';
import { nameSpanOf, wordsAt } from '../fields';
import { bulletOf, insertLinesBelow } from '../insertion';
import { itemLabelStyle } from '../item-label';
import { defineRule, type Match, type RuleContext } from '../rule';
import { runEntries } from '../run-entries';
import { insertSection } from '../section-insertion';

interface MissingScope extends Match {
  readonly entry: Entry;
  /** The part that says the other half, or an empty one; undefined when there is none. */
  readonly scope: Part | undefined;
  /** `Handles`, `Does NOT handle` or both. */
  readonly missing: readonly string[];
}

const inside =
  /^(?:handles?|covers?|in[ -]scope|includes?|applies to|what (?:this|it) (?:handles|covers))\b/i;
const outside =
  /^(?:does(?: not|n't) (?:handle|cover|include|apply)|out[ -]of[ -]scope|excludes?|excluded|not (?:handled|covered|in scope|included)|exclusions?)\b/i;

export const missingScope = defineRule<MissingScope>({
  meta: {
    name: 'missing-scope',
    summary: 'A runbook entry that does not say what it handles and what it does not',
    severity: 'information',
    scope: 'judged',
    since: '0.1.0',
    source: 'section 5, Procedures',
  },
  *find(context) {
    for (const entry of runEntries(context)) {
      const scopes = entry.parts.filter(({ role }) => role === 'scope');
      const says = (pattern: RegExp): boolean => scopes.some((part) => covers(context, part, pattern));
      const missing = [...(says(inside) ? [] : ['Handles']), ...(says(outside) ? [] : ['Does NOT handle'])];
      const scope = scopes[0];
      if (missing.length > 0) yield { span: scope?.nameSpan ?? nameSpanOf(entry), entry, scope, missing };
    }
  },
  word({ entry, missing }) {
    const half =
      missing.length === 2
        ? 'what it handles and what it does not'
        : missing[0] === 'Handles'
          ? 'what it handles'
          : 'what it does not handle';
    return {
      message: `${entry.id.text} does not say ${half}, so people follow it in the wrong situation. Add ${missing.map((name) => `"${name}:"`).join(' and ')}.`,
    };
  },
  repair({ entry, scope, missing }, { runbook, place }) {
    const label = itemLabelStyle(runbook);
    const placeholder = {
      Handles: '[Situations meant]',
      'Does NOT handle': '[Similar situations not meant, and where to go]',
    };
    const lines = missing.map(
      (name) =>
        `${bulletOf(runbook)} ${label(name)} ${name === 'Handles' ? placeholder.Handles : placeholder['Does NOT handle']}`,
    );
    const edit =
      scope === undefined
        ? insertSection(runbook, entry, 'scope', 'Scope', lines)
        : insertLinesBelow(
            runbook,
            lastWords(scope),
            scope.content.end > scope.content.start ? lines : ['', ...lines],
          );
    return [
      {
        title: `Add ${missing.map((name) => `"${name}"`).join(' and ')} to ${entry.id.text}`,
        edits: new Map([[place.uri, [edit]]]),
        automatic: false,
      },
    ];
  },
});

/** Whether a part says something under a name that matches, itself or on a line of its own. */
function covers({ runbook }: RuleContext, part: Part, pattern: RegExp): boolean {
  if (isBlankPart(runbook, part)) return false;
  if (pattern.test(part.name)) return true;
  return wordsAt(runbook, part.content)
    .split(/\r?\n|(?<=[.;])\s/)
    .some(
      (line) =>
        pattern.test(line.replace(/^[^A-Za-z]+/, '').replace(/^(?:this(?: runbook)?|it) /i, '')) &&
        !/[:*_]\s*$/.test(line),
    );
}

/** The end of the last words that a part covers, or of its name. */
function lastWords({ content, nameSpan }: Part): number {
  return Math.max(content.end, nameSpan.end);
}
