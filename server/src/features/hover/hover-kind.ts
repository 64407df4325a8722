/** Hover over a document's main heading: what kind of document this is taken for, and why. */
import type { HouseKind } from '../../model/house-style';
import type { KindDecision } from '../../model/runbook';
import { words, type Words } from '../../text/say';
import { touches } from '../../text/span';
import type { HoverRequest, HoverText } from './hover-request';
import { escapeMarkdown } from '../shared/plain-words';

const names: Readonly<Record<KindDecision['kind'], Words>> = {
  playbook: words`Playbook`,
  feature: words`Feature runbook`,
  entry: words`Runbook entry`,
  sot: words`Source-of-Truth file`,
  release: words`Release runbook`,
  house: words`Kind of your own`,
  skill: words`Skill file: recognised, not checked`,
  none: words`Not recognised as a runbook`,
};

/** The kind of the document with the reasons for it, over its first H1; else null. */
export function hoverKind({ context: { say }, runbook, offset }: HoverRequest): HoverText | null {
  const { kind, house, reasons } = runbook.kind;
  const title = runbook.headings.find(({ depth }) => depth === 1);
  if (title === undefined || !touches(title.titleSpan, offset)) return null;
  const name = say(house === null ? names[kind] : nameOfOwn(house));
  const why = reasons.map((reason) => `- ${escapeMarkdown(say(reason))}`);
  const other = say`Not the right kind? Set it in the front matter, for example ${'`runbook: playbook`'}.`;
  const lines = [`**${name}**`, ...(why.length === 0 ? [] : [why.join('\n')]), other];
  return { span: title.titleSpan, words: lines.join('\n\n') };
}

/** `alert-page, like: Runbook entry` */
function nameOfOwn({ name, like }: HouseKind): Words {
  const own = escapeMarkdown(name);
  return like === null ? words`${own}` : words`${own}, like: ${names[like]}`;
}
