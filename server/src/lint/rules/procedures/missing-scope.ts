/** A runbook entry that does not say what it covers and what not. */
import { runEntries } from '../../../document/entries/run-entries';
import type { Entry, Part } from '../../../model/runbook';
import { isBlankPart } from '../../../document/sections/blank-part';
import { nameSpanOf, wordsAt } from '../../../document/fields/fields';
import { bulletOf, insertLinesBelow } from '../../../authoring/insertion';
import { itemLabelStyle } from '../../../authoring/item-label';
import { defineRule, type Match, type RuleContext } from '../../rule';
import { insertSection } from '../../../authoring/section-insertion';

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
    group: 'procedures',
  },
  *find(context) {
    for (const entry of runEntries(context)) {
      const scopes = entry.parts.filter(({ role }) => role === 'scope');
      const said = halvesIn(context, scopes);
      const missing = [...(said.inside ? [] : ['Handles']), ...(said.outside ? [] : ['Does NOT handle'])];
      const scope = scopes[0];
      if (missing.length > 0) yield { span: scope?.nameSpan ?? nameSpanOf(entry), entry, scope, missing };
    }
  },
  message({ entry, missing }) {
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
  fixes({ entry, scope, missing }, { runbook, place }) {
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

/** Which halves of the scope are said by one of the parts, by its name or on a line of its own. */
function halvesIn({ runbook }: RuleContext, parts: readonly Part[]): Halves {
  const halves = { inside: false, outside: false };
  const hear = (words: string): void => {
    halves.inside ||= inside.test(words);
    halves.outside ||= outside.test(words);
  };
  for (const part of parts) {
    if (isBlankPart(runbook, part)) continue;
    hear(part.name);
    for (const line of wordsAt(runbook, part.content).split(/\r?\n|(?<=[.;])\s/)) {
      if (halves.inside && halves.outside) return halves;
      if (!/[:*_]\s*$/.test(line))
        hear(line.replace(/^[^A-Za-z]+/, '').replace(/^(?:this(?: runbook)?|it) /i, ''));
    }
  }
  return halves;
}

interface Halves {
  readonly inside: boolean;
  readonly outside: boolean;
}

/** The end of the last words that a part covers, or of its name. */
function lastWords({ content, nameSpan }: Part): number {
  return Math.max(content.end, nameSpan.end);
}
