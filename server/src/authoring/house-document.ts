/**
 * The text that a new document of a team's own kind begins with, where it has no template: what the kind requires, to be
 * filled in. Knows the definition only; whether a document of this text is recognised is not its business.
 */
import { agreement, asKey, comparedName, isKey } from '../model/house-names';
import type { HouseField, HouseKind, HouseSection } from '../model/house-style';
import type { SlotWords } from '../model/slot-words';
import { starred } from '../text/starred';
import { placeholderOf } from './house-field-insertion';
import { bodyOf } from './house-section-insertion';
import { slotWordsOf } from './slot-language';
import { yamlValue } from './yaml-value';

/** A section with those that stand in it. */
interface Planned {
  readonly section: HouseSection;
  readonly inner: Planned[];
}

/** A title in the words of the kind: `Runbook: Disk full` for `Runbook: *`. One that has them already stays as it is. */
export function titleOfKind({ title: pattern }: Pick<HouseKind, 'title'>, title: string): string {
  if (pattern === null || starred(pattern, title) !== null) return title;
  const [before = '', ...behind] = pattern.split('*');
  return before + title + behind.join('');
}

/** The text of a document of the kind, its lines ending in `\n`; `title` as {@link titleOfKind} gives it. */
export function skeletonOf(kind: HouseKind, title: string): string {
  const fields = wantedFields(kind);
  const inFront = fields.filter(({ name }) => standsInFront(kind, name));
  const labels = fields.filter((field) => !inFront.includes(field));
  const front = frontMatter(kind, title, inFront);
  const level = kind.titleFrom === 'h2' ? 2 : 1;
  const isHeaded = kind.titleFrom !== 'none' && kind.titleFrom !== 'frontMatter.title';
  const words = slotWordsOf(kind);
  const blocks = [
    ...(front.length === 0 ? [] : [['---', ...front, '---']]),
    ...(isHeaded ? [[`${'#'.repeat(level)} ${title}`]] : []),
    ...(labels.length === 0 ? [] : [labels.map((field) => `**${field.name}**: ${placeholderOf(field)}`)]),
    ...planOf(kind).flatMap((planned) => blocksOf(planned, level + 1, words)),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** Fields that are required or asked for by a role; all where none is. */
function wantedFields({ fields, roles }: HouseKind): readonly HouseField[] {
  const isAsked = (role: 'owner' | 'review'): boolean => (roles.get(role) ?? 'off') !== 'off';
  const wanted = fields.filter(
    ({ required, sets }) =>
      required || (sets === 'owner' && isAsked('owner')) || (sets === 'reviewDate' && isAsked('review')),
  );
  return wanted.length === 0 ? fields : wanted;
}

/** What is written like a key is one, and what the kind is recognised by. */
function standsInFront({ titleFrom, frontMatter: keys }: HouseKind, name: string): boolean {
  const hasFront = keys.size > 0 || titleFrom === 'frontMatter.title';
  return isKey(name) && (hasFront || /[_-]/.test(name) || keys.has(name));
}

function frontMatter(kind: HouseKind, title: string, fields: readonly HouseField[]): string[] {
  const lines = new Map<string, string>();
  if (kind.titleFrom === 'frontMatter.title') lines.set('title', title);
  for (const [key, wanted] of kind.frontMatter) if (wanted !== true) lines.set(key, wanted);
  for (const field of fields) lines.set(asKey(field.name), placeholderOf(field));
  for (const key of kind.frontMatter.keys()) if (!lines.has(key)) lines.set(key, `[${key}]`);
  return Array.from(lines, ([key, value]) => `${key}: ${yamlValue(value)}`);
}

/** The sections that a document has at least, as they stand in each other; all where none is required. */
function planOf({ sections, headings }: HouseKind): readonly Planned[] {
  const required = sections.filter(({ requirement }) => requirement !== 'optional');
  const plans = new Map<HouseSection, Planned>();
  const top: Planned[] = [];
  const put = (section: HouseSection): Planned => {
    const before = plans.get(section);
    if (before !== undefined) return before;
    const planned: Planned = { section, inner: [] };
    plans.set(section, planned);
    const { under } = section;
    const known = [...sections, ...plans.keys()];
    const around = under === null ? null : (known.find((one) => isCalled(one, under)) ?? named(under));
    if (around === null || around === section) top.push(planned);
    else put(around).inner.push(planned);
    return planned;
  };
  for (const section of required.length === 0 ? sections : required) put(section);
  const missing = (headings?.of ?? []).filter(
    (name) => ![...plans.keys()].some((one) => isCalled(one, name)),
  );
  const lacking = (headings?.atLeast ?? 0) - ((headings?.of.length ?? 0) - missing.length);
  for (const name of missing.slice(0, Math.max(0, lacking))) put(named(name));
  return top;
}

function named(name: string): HouseSection {
  return { name, also: [], requirement: 'optional', level: null, under: null, holds: [] };
}

function isCalled({ name, also }: HouseSection, wanted: string): boolean {
  const compared = comparedName(wanted);
  return [name, ...also].some((one) => agreement(comparedName(one), compared) > 0);
}

function blocksOf({ section, inner }: Planned, usual: number, words: SlotWords): string[][] {
  const level = section.level ?? Math.min(6, usual);
  const own = inner.length > 0 && section.holds.length === 0 ? [] : [[...bodyOf(section, words)]];
  return [
    [`${'#'.repeat(level)} ${section.name}`],
    ...own,
    ...inner.flatMap((one) => blocksOf(one, level + 1, words)),
  ];
}
