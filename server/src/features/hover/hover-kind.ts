/** Hover over the title of a document: what kind of document this is taken for, and why; how it was run. */
import type { HouseKind } from '../../model/house-style';
import { titleHeading } from '../../document/house/house-sections';
import type { KindDecision, Runbook } from '../../model/runbook';
import { words, type Words } from '../../text/say';
import { touches, type Span } from '../../text/span';
import type { HoverRequest, HoverText } from './hover-request';
import { escapeMarkdown } from '../shared/plain-words';
import { runParagraphs } from '../shared/run-words';

const names: Readonly<Record<KindDecision['kind'], Words>> = {
  playbook: words`Playbook`,
  feature: words`Feature runbook`,
  entry: words`Runbook entry`,
  sot: words`Source-of-Truth file`,
  release: words`Release runbook`,
  house: words`Kind of your own`,
  run: words`Run file: the record of a run`,
  skill: words`Skill file: recognised, not checked`,
  none: words`Not recognised as a runbook`,
};

/** The kind of the document with the reasons for it, and how it was run, over its title; else null. */
export function hoverKind({ context, uri, runbook, offset }: HoverRequest): HoverText | null {
  const { say } = context;
  const { kind, house, reasons } = runbook.kind;
  const title = titlesOf(runbook).find((span) => touches(span, offset));
  if (title === undefined) return null;
  const name = say(house === null ? names[kind] : nameOfOwn(house));
  const why = reasons.map((reason) => `- ${escapeMarkdown(say(reason))}`);
  const other = say`Not the right kind? Set it in the front matter, for example ${'`runbook: playbook`'}.`;
  const runs = runParagraphs(context, uri, null, uri);
  const lines = [`**${name}**`, ...runs, ...(why.length === 0 ? [] : [why.join('\n')]), other];
  return { span: title, words: lines.join('\n\n') };
}

/** Where a document says what it is about: its first H1, or where its own kind has it; that it is of a kind in front matter. */
function titlesOf(runbook: Runbook): readonly Span[] {
  const { headings, frontMatter, kind } = runbook;
  const usual = headings.find(({ depth }) => depth === 1);
  if (kind.house === null) return usual === undefined ? [] : [usual.titleSpan];
  const heading = titleHeading(runbook) ?? usual ?? headings[0];
  const stated = (frontMatter?.fields ?? []).filter(({ key }) => /^(?:title|runbook)$/i.test(key));
  return [...stated.map(({ valueSpan }) => valueSpan), ...(heading === undefined ? [] : [heading.titleSpan])];
}

/** `alert-page, like: Runbook entry` */
function nameOfOwn({ name, like }: HouseKind): Words {
  const own = escapeMarkdown(name);
  return like === null ? words`${own}` : words`${own}, like: ${names[like]}`;
}
