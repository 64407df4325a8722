/** Compares enumerated fields of entries with the values that the templates and the configuration allow. */
import type { Configuration } from '../../config/configuration';
import { nearestWord } from '../../config/nearest-word';
import type { Entry, FieldValue } from '../../model/runbook';
import { englishValue } from '../../model/translated-values';
import { valuesOf, type EnumeratedField } from '../../model/vocabulary-values';
import { encloses, firstFrom, trimSpan, type Span } from '../../text/span';
import { entryField, saysNothing } from '../../document/fields/entry-field';
import { wordsAt } from '../../document/fields/fields';
import { isGap } from '../../document/placeholders/gaps';
import type { Fix, Match, RuleContext } from '../rule';
import { countThatFits } from './leading-names';

export interface UnknownValue extends Match {
  readonly entry: Entry;
  readonly value: string;
  readonly allowed: readonly string[];
  /** The allowed value that was probably meant, or null. */
  readonly nearest: string | null;
}

/** All values that a field of entries with this prefix may have: the built-in ones first. Empty: anything goes. */
export function allowedValues(
  field: EnumeratedField,
  prefix: string,
  { categories, statuses }: Configuration,
): readonly string[] {
  const configured = (field === 'category' ? categories : statuses).get(prefix) ?? [];
  return [...valuesOf(field, prefix), ...configured];
}

/** Entries whose field has a value that is not allowed, on the value. What follows the value does not count. */
export function* findUnknownValues(context: RuleContext, field: EnumeratedField): Iterable<UnknownValue> {
  const { runbook, configuration, entries } = context;
  for (const entry of entries) {
    const allowed = allowedValues(field, entry.id.prefix, configuration);
    if (allowed.length === 0) continue;
    const value = entryField(runbook, entry, [field])?.value;
    if (value == null || saysNothing(runbook, value)) continue;
    const span = bareSpan(runbook.text, value.token);
    // a value with a gap in it is none yet; one that is nothing else is a wrong one, too
    if (isOpen(context, value) && !isGap(context, span)) continue;
    const words = wordsAt(runbook, span);
    if (words === '' || isAllowed(words, allowed)) continue;
    yield { span, entry, value: words, allowed, nearest: nearestWord(words, allowed) };
  }
}

/** Fixes that write an allowed value: the nearest one, which is sure when it is close; else one fix for each. */
export function replaceUnknownValue(
  { span, value, allowed, nearest }: UnknownValue,
  { place, say }: RuleContext,
): readonly Fix[] {
  const offered = nearest === null ? allowed : [nearest];
  return offered.map((replacement) => ({
    title: say`Change "${value}" to "${replacement}"`,
    edits: new Map([[place.uri, [{ span, newText: replacement }]]]),
    // "Inactive" is near to "Active" and means the opposite: only what begins alike is a typo
    automatic:
      replacement === nearest && value.slice(0, 2).toLowerCase() === replacement.slice(0, 2).toLowerCase(),
    removes: 'value',
  }));
}

/** The allowed values for a message about `value`: as many as it has room for, the rest an ellipsis. */
export function listOf(allowed: readonly string[], value: string): string {
  const room = Math.min(46, 64 - Math.min(value.length, 48));
  if (countThatFits(allowed, room) === allowed.length) return allowed.join(', ');
  return [...allowed.slice(0, countThatFits(allowed, room - ', …'.length)), '…'].join(', ');
}

/** Whether the value still holds template text. */
function isOpen({ runbook }: RuleContext, { span }: FieldValue): boolean {
  const { placeholders } = runbook;
  const next = placeholders[firstFrom(placeholders, span.start, (one) => one.span.start)];
  return (next !== undefined && encloses(span, next.span)) || /\s\|\s/.test(wordsAt(runbook, span));
}

/** A value without bold, code and emoji around it: **«Active»**, ✅ «Active». */
function bareSpan(text: string, token: Span): Span {
  const words = text.slice(token.start, token.end);
  const lead = /^[^\p{L}\p{N}]*/u.exec(words)?.[0].length ?? 0;
  const tail = /(?<![^\p{L}\p{N}])[^\p{L}\p{N}]*$/u.exec(words.slice(lead))?.[0].length ?? 0;
  return trimSpan(text, { start: token.start + lead, end: token.end - tail });
}

/** Longer than any list of allowed values that somebody writes into one field, in UTF-16 units. */
const longestList = 1000;

function isAllowed(words: string, allowed: readonly string[]): boolean {
  if (allowed.includes(words)) return true;
  if (words.length > longestList) return false;
  const known = new Set(allowed.map(fold));
  return (
    known.has(fold(englishValue(words))) ||
    words
      .replace(/\s+/g, ' ')
      .split(/ ?(?:[/,&+]|\band\b) ?/)
      .every((one) => known.has(fold(one)))
  );
}

function fold(words: string): string {
  return words
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();
}
