/** Tells candidates for template text that stand where a value is missing from those that are only spoken about. */
import { hasBody } from '../../model/entry';
import type { Block } from '../../model/markdown';
import type { Label, Placeholder, Runbook } from '../../model/runbook';
import { rememberOf } from '../../text/remember';
import { Coverage } from '../../text/coverage';
import { firstFrom, type Span } from '../../text/span';
import { wordsAt } from '../fields/fields';
import { headerField } from '../fields/header-field';

/** A gap that a template left, where a value is missing, or the template's words to its author. */
export interface Gap {
  readonly form: Placeholder['form'];
  readonly span: Span;
  /** The name of the front matter field whose value it is. */
  readonly key?: string;
}

/** The gaps of a document, in front matter, text, code and fields. */
export const gapsOf = rememberOf((runbook: Runbook): readonly Gap[] => [...findGaps(runbook)]);

const coverageOf = rememberOf((runbook: Runbook) => new Coverage(gapsOf(runbook).map(({ span }) => span)));

/** A document, and whether its path says that it is a template or an example. */
export interface GapSource {
  readonly runbook: Runbook;
  readonly quiet: boolean;
}

/** Whether gaps count: not in examples and templates, nor in a file whose entries are all untouched, which each say so. */
export function judgesGaps({ runbook, quiet }: GapSource): boolean {
  if (quiet) return false;
  const bodied = runbook.entries.filter(hasBody);
  return bodied.length === 0 || bodied.some(({ stub }) => !stub);
}

/** Whether a stretch is nothing but what a template left, in a document in which gaps count. */
export function isGap(source: GapSource, span: Span): boolean {
  return judgesGaps(source) && coverageOf(source.runbook).encloses(span);
}

function* findGaps(runbook: Runbook): Iterable<Gap> {
  yield* frontMatterGaps(runbook);
  if (runbook.text.includes(']:')) yield* definitionGaps(runbook.text, runbook.blocks);
  for (const { form, span, inCode } of runbook.placeholders) {
    // an open identifier such as RUN-XXX is also how authors write "any runbook"
    if (form === 'id') continue;
    if (isMeant(runbook, form, span, inCode)) yield { span, form };
  }
  for (const label of runbook.labels) {
    const { value } = label;
    if (value !== null && isOpenChoice(runbook, label)) yield { span: value.span, form: 'menu' };
  }
}

/** The names of the closing tags of a document. */
const closedTags = rememberOf(
  ({ text }: Runbook): ReadonlySet<string | undefined> =>
    new Set(Array.from(text.matchAll(/<\/([\w-]{1,60})/g), ([, name]) => name)),
);

/** Words that speak of how something is written. */
const formWords =
  /\b(?:format|formatted|pattern|scheme|notation|convention|syntax|semver|iso|named|naming|placeholder)\b/i;
/** What announces how something is written, right before it: `in the form vX.Y.Z`, `tags like vX.Y.Z`. */
const formLead =
  /\b(?:(?:in|of|has|have|take|takes) the (?:form|shape)|looks? like|such as|like|follow(?:s|ing)?|e\.g\.|i\.e\.|for example|match(?:es|ing)?|every|any|each|called|tagged as)[\s`*_"'(:,]{0,6}(?:[a-z-]{1,20}[\s`*_"'(]{1,3})?$/i;

/** Whether a document is a release runbook about one version, which its title or its field Version names or leaves open. */
const isOfOneVersion = rememberOf((runbook: Runbook): boolean => {
  if (runbook.kind.kind !== 'release') return false;
  const title = runbook.headings.find(({ depth }) => depth === 1)?.title ?? '';
  const field = headerField(
    runbook,
    /^(?:version|release version|target version|new version|release)$/,
  )?.value;
  return [title, field == null ? '' : wordsAt(runbook, field.span)].some((words) =>
    /\d\.\d|\bv?X\.Y|[[{<]/.test(words),
  );
});

/** UTF-16 units on each side of a candidate that tell what it is. */
const nearby = 200;

/** Whether a candidate stands where a value is missing, not where its form is spoken about. */
function isMeant(runbook: Runbook, form: Placeholder['form'], span: Span, inCode: boolean): boolean {
  const { text, lines } = runbook;
  const line = lines.spanOf(lines.lineAt(span.start));
  // the words next to it tell: a line may hold thousands of candidates
  const before = text.slice(Math.max(line.start, span.start - nearby), span.start);
  const after = text.slice(span.end, Math.min(line.end, span.end + nearby));
  switch (form) {
    case 'date':
    case 'version':
      // a release runbook is about one version; elsewhere commands and file names show the form of any
      if (inCode && !(form === 'version' && isOfOneVersion(runbook))) return false;
      if (!inCode && (/[\w/.-]$/.test(before) || /^(?:-\w|[\w/_]|\.\w)/.test(after))) return false;
      if (form === 'version' && /^X\.Y$/.test(wordsAt(runbook, span))) return false;
      return !formWords.test(before + after) && !formLead.test(before);
    case 'marker':
      return !isTitle(runbook, span) && isOpenMark(wordsAt(runbook, span), before, after, inCode);
    case 'angle':
      // a closing tag makes it an element of some language
      return (
        !closedTags(runbook).has(/^<([\w-]+)/.exec(wordsAt(runbook, span))?.[1]) && !isInModel(runbook, span)
      );
    default:
      return !isInModel(runbook, span);
  }
}

/** What announces words that somebody fills in later: `Use this format in the timeline:`, `Post to the channel:`. */
const modelLead =
  /\b(?:(?:use|in|with|follow|copy|fill in) (?:this|the following) (?:format|form|template|wording|message|text)|(?:post|send|reply|announce|publish) )/i;

/** Whether a list, a quote or a paragraph is a model of words, which the paragraph above it announces. */
function isInModel({ blocks, text }: Runbook, { start }: Span): boolean {
  const index = firstFrom(blocks, start + 1, (block) => block.span.start) - 1;
  const [above, own] = [blocks[index - 1], blocks[index]];
  if (above?.type !== 'paragraph' || own === undefined || own.type === 'heading') return false;
  const said = text.slice(Math.max(above.span.start, above.span.end - nearby), above.span.end);
  return /[:：][*_]{0,2}$/.test(said.slice(-3)) && modelLead.test(said.slice(said.lastIndexOf('. ') + 1));
}

/** Whether a mark is all that a heading says: `### TODO`, `### **TODO**` head a list of what is open. A title TBD is missing. */
function isTitle(runbook: Runbook, span: Span): boolean {
  const { headings } = runbook;
  const heading = headings[firstFrom(headings, span.start + 1, (one) => one.span.start) - 1];
  if (heading === undefined || heading.span.end < span.end) return false;
  return /^(?:TODO|FIXME)s?$/.test(heading.title) && wordsAt(runbook, span) !== 'TBD';
}

/** `TODO: …`, `TBD`, `(TODO)`, `# FIXME …`; not "no TODO is left in the code". */
function isOpenMark(mark: string, before: string, after: string, inCode: boolean): boolean {
  if (inCode) return /(?:#|\/\/|--|;|<!--|\/\*)\s*$/.test(before);
  if (/^[:(]/.test(after)) return true;
  if (
    /(?:^|[-+>|:([{.,;–—]|\d[.)]|(?<![\s*_])[\s_]*\*)[\s*_]*(?:\[[ xX]\]\s*)?$/.test(before) &&
    (mark === 'TBD' || !/^s?\s+(?:list|comments?|markers?|items?)\b/i.test(after))
  )
    return true;
  return mark === 'TBD'
    ? !/\b(?:no|any|without|every|all)\s+$/i.test(before)
    : /^[\s*_]*(?:[\])}.|]+\s*)?$/.test(after) && /[-–—:(]\s*$/.test(before);
}

/** Fields with a fixed set of values, whose menu the templates write out. */
const choices: ReadonlySet<string> = new Set([
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
  if (!/[|/]/.test(words)) return false;
  const spaced = words.replace(/\s+/g, ' ');
  const options = spaced.split(/ ?\| ?/);
  if (options.length > 1) return options.every((option) => /^[\w/ -]{2,40}$/.test(option));
  const slashed = spaced.split(' / ');
  return (
    slashed.length > 2 &&
    key !== 'category' &&
    key !== 'environment' &&
    slashed.every((option) => /^[A-Z][\w ]{1,30}$/.test(option))
  );
}

/** `- [Component]: [Description]` is the definition of a link for Markdown and template text for readers. */
function* definitionGaps(text: string, blocks: readonly Block[]): Iterable<Gap> {
  for (const block of blocks) {
    if (block.type === 'list') for (const item of block.items) yield* definitionGaps(text, item.blocks);
    if (block.type !== 'definition' || !/^\[[^\]]+\]$/.test(text.slice(block.target.start, block.target.end)))
      continue;
    const name = /^\[[^\]]+\]/.exec(text.slice(block.span.start, block.span.end))?.[0] ?? '';
    yield { span: { start: block.span.start, end: block.span.start + name.length }, form: 'bracket' };
    yield { span: block.target, form: 'bracket' };
  }
}

/** Template text in front matter, but for fields in which such words may be meant. */
function* frontMatterGaps({ frontMatter, kind }: Runbook): Iterable<Gap> {
  for (const { key, value, valueSpan } of frontMatter?.fields ?? []) {
    if (/^(?:id_prefix|runbook|purpose|description|authority)$/.test(key)) continue;
    if (/^(?:type|risk_level|estimated_duration)$/.test(key)) {
      // the menus of playbooks; in other documents these keys are free
      if (kind.kind === 'playbook' && /^[[{<].{0,200}[\]}>]$|\s\|\s|^(?:TBD|TODO|FIXME)$/.test(value))
        yield { span: valueSpan, form: 'menu', key };
    } else if (/^YYYY-MM-DD$/.test(value)) yield { span: valueSpan, form: 'date' };
    else if (/^v?X\.Y\.Z$/.test(value)) yield { span: valueSpan, form: 'version' };
    else if (/^(?:TBD|TODO|FIXME)$/.test(value)) yield { span: valueSpan, form: 'marker' };
    else if (/\[[A-Z][\w ]{2,60}\]|\{[A-Z][\w ]{2,60}\}|<[A-Z][\w ]{2,60}>/.test(value))
      yield { span: valueSpan, form: 'bracket' };
  }
}
