/** A runbook entry that does not say what it handles and what it does not. */
import { runEntries } from '../../../document/entries/run-entries';
import type { Entry, Part } from '../../../model/runbook';
import { isBlankPart } from '../../../document/sections/blank-part';
import { nameSpanOf, wordsAt } from '../../../document/fields/fields';
import { bulletOf, insertLinesBelow } from '../../../authoring/insertion';
import { itemLabelStyle } from '../../../authoring/item-label';
import { englishName } from '../../../model/translated-names';
import { Messages } from '../../message';
import { defineRule, type Match, type RuleContext } from '../../rule';
import { insertSection } from '../../../authoring/section-insertion';

interface MissingScope extends Match {
  readonly entry: Entry;
  /** The part with the other half, or an empty one; undefined when there is none. */
  readonly scope: Part | undefined;
  /** `Handles`, `Does NOT handle` or both. */
  readonly missing: readonly string[];
}

const inside =
  /^(?:handles?|covers?|in[ -]scope|include[ds]?|applies to|what (?:this|it)(?: runbook)? (?:handles|covers)|do(?! not\b)|(?:when to )?use(?: (?:this(?: runbook)? )?(?:for|when)| this runbook)?|when (?:this )?applies|✅|✔)(?![A-Za-z0-9])/i;
const outside =
  /^(?:does(?: not|n['’]t) (?:handle|cover|include|apply)|out[ -]of[ -]scope|excludes?|excluded|limitations?|not (?:in scope|for|handled|covered|in scope|included|for)|exclusions?|what (?:this|it)(?: runbook)? (?:does not|doesn['’]t)|(?:when not to|do(?: not|n['’]t)[*_]{0,3}) use|❌|🚫|✖)(?![A-Za-z0-9])/i;

/** What a sentence about a scope says of what it leaves out. */
const exception =
  /\b(?:not|never|only|except(?:ing)?|excluding|excludes?|without|other than|nicht|außer|nur|sauf|pas|seulement|excepto|salvo|solo|no|não)\b/i;

const scopeName = /^(?:scope|applicability|geltungsbereich|anwendungsbereich|portée|alcance)$/i;

const messages = new Messages({
  both: '{entry} does not say what it handles and what it does not, so it gets used in the wrong situation. Add "Handles:" and "Does NOT handle:".',
  inside:
    '{entry} does not say what it handles, so responders may use it in the wrong situation. Add "Handles:".',
  outside:
    '{entry} does not say what it does not handle, so responders may use it in the wrong situation. Add "Does NOT handle:".',
});

export const missingScope = defineRule<MissingScope>({
  meta: {
    name: 'missing-scope',
    summary: 'A runbook entry that does not say what it handles and what it does not',
    severity: 'information',
    scope: 'judged',
    since: '0.1.0',
    group: 'procedures',
    absentFrom: 'part',
    judges: 'entry',
    yieldsTo: ['placeholder'],
  },
  *find(context) {
    for (const entry of runEntries(context)) {
      const scopes = entry.parts.filter(({ role }) => role === 'scope');
      const found = halvesIn(context, scopes);
      const isInside = found.inside || saysWhenToUse(context, entry);
      const missing = [...(isInside ? [] : ['Handles']), ...(found.outside ? [] : ['Does NOT handle'])];
      const scope = scopes[0];
      if (missing.length > 0) yield { span: scope?.nameSpan ?? nameSpanOf(entry), entry, scope, missing };
    }
  },
  message({ entry, missing }) {
    const id = missing.length === 2 ? 'both' : missing[0] === 'Handles' ? 'inside' : 'outside';
    return messages.of(id, { entry: entry.id.text });
  },
  choices({ entry, scope, missing }, { runbook, place, say }) {
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
            endOfPart(scope),
            scope.content.end > scope.content.start ? lines : ['', ...lines],
          );
    return [
      {
        title:
          missing.length === 2
            ? say`Add "Handles" and "Does NOT handle" to ${entry.id.text}`
            : say`Add "${missing[0] ?? ''}" to ${entry.id.text}`,
        edits: new Map([[place.uri, [edit]]]),
        automatic: false,
      },
    ];
  },
});

/** Whether a part such as "When to use" says what the entry is for. */
function saysWhenToUse({ runbook }: RuleContext, { parts }: Entry): boolean {
  return parts.some(
    (part) => part.role === 'trigger' && inside.test(part.name) && !isBlankPart(runbook, part),
  );
}

/** Which halves of the scope one of the parts has, by its name or on a line of its own. */
function halvesIn({ runbook }: RuleContext, parts: readonly Part[]): Halves {
  const halves = { inside: false, outside: false };
  const look = (words: string): void => {
    const name = englishName((/^[^:：*_|]{1,60}/.exec(words)?.[0] ?? '').trim().toLowerCase());
    halves.inside ||= name === 'handles' || inside.test(words);
    halves.outside ||= name === 'does not handle' || outside.test(words);
  };
  for (const part of parts) {
    if (isBlankPart(runbook, part)) continue;
    look(part.name);
    const said = wordsAt(runbook, part.content);
    // sentences in a section of this name say what is in scope, and by these words what is not
    if (scopeName.test(part.name.trim()) && /^\p{L}[^:：|]*$/u.test(said)) {
      halves.inside ||= !outside.test(said);
      halves.outside ||= exception.test(said);
    }
    for (const line of said.split(/\r?\n|(?<=[.;|])\s|\s(?=\*\*|__)/)) {
      if (halves.inside && halves.outside) return halves;
      if (!/[:*_]\s*$/.test(line))
        look(line.replace(/^[^\p{L}✅✔❌🚫✖]+/u, '').replace(/^(?:this(?: runbook)?|it) /i, ''));
    }
  }
  return halves;
}

interface Halves {
  readonly inside: boolean;
  readonly outside: boolean;
}

/** The end of the content of a part, or of its name. */
function endOfPart({ content, nameSpan }: Part): number {
  return Math.max(content.end, nameSpan.end);
}
