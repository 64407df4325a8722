/**
 * Whether a text may be a document of one of the built-in kinds, told from its words without reading it as Markdown: most
 * Markdown of a repository is none of ours, and is not read at all where these signs are missing. Says yes too often
 * rather than too rarely: what kind it is, `kinds.ts` decides.
 */
import { featureSections, isSotName } from './kind-names';
import { lineBefore } from '../text/line-before';
import { namesMeaning } from './translated-names';

/** What stands in documents of each kind, as it may be written between marks of emphasis and links. */
const signs = new RegExp(
  [
    'playbook[^a-z0-9]{0,20}[:：&<]',
    'gate[^a-z0-9]{1,20}criteria',
    '[*_>][^a-z0-9]{0,12}feature[^a-z0-9]{1,20}name',
    'release[^a-z0-9]{1,20}runbook',
    'release[^a-z0-9]{1,20}manager[^\\r\\n]{0,60}[:：|*_<]',
    'rollback[^a-z0-9]{1,20}deadline',
    'ship[^a-z0-9]{1,20}no[^a-z0-9]{1,20}ship',
    String.raw`run\\?[‐‑–−-]\d`,
    'id_prefix',
  ].join('|'),
  'i',
);

/** Sections that make a feature runbook without any other sign. */
const fewestSections = 9;

/** Whether the text may be a runbook, a file of entries or a skill by its own words and the name of its file. */
export function mayHaveKind(text: string, path: string): boolean {
  if (isSotName(path)) return true;
  return signs.test(text) || frontMatterMayTell(text) || hasFeatureSections(text);
}

/** How far front matter is looked for, and how long it may be where nothing closes it; as `misplaced-front-matter.ts` has it. */
const longestLead = 8_000;
const longestContent = 16_000;
const opening = /^\ufeff?(?:---|\+\+\+)[ \t]*$/gm;
const closing = /^(?:---|\.\.\.|\+\+\+)[ \t]*$/gm;

/** Whether front matter may state the kind, or be that of a skill. */
function frontMatterMayTell(text: string): boolean {
  opening.lastIndex = 0;
  const opened = opening.exec(text);
  if (opened === null || opened.index > longestLead) return false;
  const isAtTop = opened.index === 0;
  closing.lastIndex = opened.index + opened[0].length;
  // front matter that is out of place may begin at any of several lines
  const end = isAtTop ? (closing.exec(text)?.index ?? longestContent) : opened.index + longestContent;
  const content = text.slice(opened.index, end);
  if (/runbook["']?\s{0,20}[:=]|\\[ux]/.test(content)) return true;
  return /(?:^|[\s{,"'])name["']?\s{0,20}[:=]/.test(content) && /description["']?\s{0,20}[:=]/.test(content);
}

/** Headings of the second level, the underlined ones by their line. */
const secondLevel = /(?<!#)##(?!#)([^\r\n]{1,200})|^[ \t>]{0,20}-+[ \t]*$/gm;
/** Names of sections in lower case, in any language, by the English one. */
const meanings: readonly (readonly [name: string, meaning: string])[] = Array.from(featureSections, (name) =>
  [name, ...namesMeaning(name)].map((one) => [one.replaceAll('’', "'"), name] as const),
).flat();

/** Whether headings have the names of enough sections of a feature runbook. */
function hasFeatureSections(text: string): boolean {
  const headings = Array.from(text.matchAll(secondLevel), ({ 0: line, 1: words, index }) =>
    line.includes('#') ? (words ?? '') : lineBefore(text, index),
  );
  if (headings.length < fewestSections) return false;
  const found = new Set<string>();
  for (const heading of headings) {
    const words = heading.toLowerCase().replace(/\s+/g, ' ').replaceAll('’', "'");
    for (const [name, meaning] of meanings) if (words.includes(name)) found.add(meaning);
  }
  return found.size >= fewestSections;
}
