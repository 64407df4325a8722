/** Template text in a document that is otherwise filled in (`domain.md` section 5, Anywhere). */
import { keyOf } from '../../model/identifier';
import type { Label, Placeholder, Runbook } from '../../model/runbook';
import { encloses, firstFrom, type Span } from '../../text/span';
import { entryAround } from '../entry-text';
import { emptyVerifications } from '../empty-verification-items';
import { wordsAt } from '../fields';
import { defineRule, type Match, type RuleContext } from '../rule';

interface Gap extends Match {
  readonly form: Placeholder['form'];
}

export const placeholder = defineRule<Gap>({
  meta: {
    name: 'placeholder',
    summary: 'Template text that nobody has filled in',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    source: 'section 5, Anywhere',
  },
  *find(context) {
    const { runbook, quiet } = context;
    const bodied = runbook.entries.filter(({ form }) => form === 'heading' || form === 'plain');
    // of a file whose entries are all untouched, each of them says so
    if (quiet || (bodied.length > 0 && bodied.every(({ stub }) => stub))) return;
    const said = spokenFor(context);
    for (const gap of gapsOf(runbook)) {
      const from = firstFrom(said, gap.span.start + 1, ({ start }) => start) - 1;
      if (said[from] !== undefined && encloses(said[from], gap.span)) continue;
      const entry = entryAround(runbook, gap.span);
      yield entry === undefined ? gap : { ...gap, entry };
    }
  },
  word({ span, form }, { runbook }) {
    const words = wordsAt(runbook, span);
    const shown = words.length > 60 ? `${words.slice(0, 57)}...` : words;
    if (form === 'menu')
      return {
        message: `"${shown}" is still the choice that the template offers: readers cannot tell which of them holds. Keep one.`,
      };
    if (form === 'marker')
      return {
        message: `${shown} marks something that is still to be written: whoever gets here at night has to find it out. Write it down, or say who knows.`,
      };
    return {
      message: `"${shown}" is template text: whoever gets here at night has to find out what was meant. Write the real value, or remove the line.`,
    };
  },
});

function* gapsOf(runbook: Runbook): Iterable<Gap> {
  yield* frontMatterGaps(runbook);
  for (const { form, span, inCode } of runbook.placeholders) {
    // an open identifier such as RUN-XXX is also how people write "any runbook"
    if (form !== 'id' && isMeant(runbook, form, span, inCode)) yield { span, form };
  }
  for (const label of runbook.labels) {
    const { value } = label;
    if (value !== null && isOpenChoice(runbook, label)) yield { span: value.span, form: 'menu' };
  }
}

/** Whether a candidate stands where a value is missing, not where its form is spoken about. */
function isMeant(runbook: Runbook, form: Placeholder['form'], span: Span, inCode: boolean): boolean {
  const { text, lines, kind } = runbook;
  const line = lines.spanOf(lines.lineAt(span.start));
  const before = text.slice(line.start, span.start);
  const after = text.slice(span.end, line.end);
  switch (form) {
    case 'date':
    case 'version':
      // a release runbook is about one version; elsewhere commands and file names show the form of any
      if (inCode && !(form === 'version' && kind.kind === 'release')) return false;
      if (!inCode && (/[\w/.-]$/.test(before) || /^(?:-\w|[\w/_]|\.\w)/.test(after))) return false;
      if (form === 'version' && /^X\.Y$/.test(wordsAt(runbook, span))) return false;
      return !/\b(?:format|formatted|pattern|scheme|notation|convention|syntax|semver|iso|named|naming)\b/i.test(
        before + after,
      );
    case 'marker':
      return isOpenMark(wordsAt(runbook, span), before, after, inCode);
    case 'angle':
      // a closing tag makes it an element of some language
      return !text.includes(`</${wordsAt(runbook, span).slice(1).split(/[\s>]/, 1)[0] ?? ''}>`);
    default:
      return true;
  }
}

/** `TODO: …`, `TBD`, `(TODO)`, `# FIXME …`; not "no TODO is left in the code". */
function isOpenMark(mark: string, before: string, after: string, inCode: boolean): boolean {
  if (inCode) return /(?:#|\/\/|--|;|<!--|\/\*)\s*$/.test(before);
  if (/^[:(]/.test(after)) return true;
  if (
    /(?:^|[-*+>|:([{.,;–—]|\d[.)])[\s*_]*(?:\[[ xX]\]\s*)?$/.test(before) &&
    (mark === 'TBD' || !/^s?\s+(?:list|comments?|markers?|items?)\b/i.test(after))
  )
    return true;
  return mark === 'TBD'
    ? !/\b(?:no|any|without|every|all)\s+$/i.test(before)
    : /^[\s*_]*[\])}.|]*\s*$/.test(after) && /[-–—:(]\s*$/.test(before);
}

/** Fields with a fixed set of values, whose menu the templates write out. */
const choices = new Set([
  'status',
  'category',
  'type',
  'severity',
  'priority',
  'impact',
  'likelihood',
  'probability',
  'risk level',
  'risk',
  'environment',
]);

function isOpenChoice(runbook: Runbook, { key, value }: Label): boolean {
  if (value === null || !choices.has(key)) return false;
  const words = wordsAt(runbook, value.span).replace(/\\\|/g, '|');
  // brackets are found as such
  if (/^[[{<].*[\]}>]$/.test(words)) return false;
  const options = words.split(/\s*\|\s*/);
  if (options.length > 1) return options.every((option) => /^[\w/ -]{2,40}$/.test(option));
  const slashed = words.split(/\s+\/\s+/);
  return (
    slashed.length > 2 &&
    key !== 'category' &&
    key !== 'environment' &&
    slashed.every((option) => /^[A-Z][\w ]{1,30}$/.test(option))
  );
}

/** Template text in front matter, but for the fields whose values rules of their own check. */
function* frontMatterGaps({ frontMatter }: Runbook): Iterable<Gap> {
  for (const { key, value, valueSpan } of frontMatter?.fields ?? []) {
    if (/^(?:type|risk_level|estimated_duration|id_prefix|runbook|purpose|description|authority)$/.test(key))
      continue;
    if (/^YYYY-MM-DD$/.test(value)) yield { span: valueSpan, form: 'date' };
    else if (/^v?X\.Y\.Z$/.test(value)) yield { span: valueSpan, form: 'version' };
    else if (/^(?:TBD|TODO|FIXME)$/.test(value)) yield { span: valueSpan, form: 'marker' };
    else if (/\[[A-Z][\w ]{2,60}\]|\{[A-Z][\w ]{2,60}\}|<[A-Z][\w ]{2,60}>/.test(value))
      yield { span: valueSpan, form: 'bracket' };
  }
}

/** Stretches of which another rule says that they are still template text, in order. */
function spokenFor({ runbook }: RuleContext): Span[] {
  const { entries, lines, mentions, parts } = runbook;
  const found = [...emptyVerifications(runbook)].filter(({ template }) => template).map(({ span }) => span);
  // the bullet of an untouched entry goes with the entry
  const stubs = new Set(entries.flatMap(({ stub, id }) => (stub ? [keyOf(id)] : [])));
  const navigation = parts.filter(({ role }) => role === 'navigation');
  for (const { id, span } of stubs.size === 0 ? [] : mentions) {
    if (id !== null && stubs.has(keyOf(id)) && navigation.some((part) => encloses(part.span, span)))
      found.push(lines.spanOf(lines.lineAt(span.start)));
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}
