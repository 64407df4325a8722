/** Inlay hints: the title behind a bare id, the name behind a phase's number. */
import { isOurs } from '../document/scope';
import { InlayHintKind, type InlayHint, type Range } from 'vscode-languageserver-types';
import { keyOf } from '../model/identifier';
import type { Runbook } from '../model/runbook';
import { firstFrom } from '../text/span';
import type { FeatureContext } from './shared/feature-context';

const longest = 40;

/** How far from an id, in UTF-16 units, its line is searched for the title. */
const nearby = 500;

/** The hints in a range of a document that is ours. An id whose title stands on the same line gets none. */
export function inlayHints(context: FeatureContext, uri: string, range: Range): InlayHint[] {
  const runbook = context.runbook(uri);
  if (runbook === undefined || !isOurs(runbook)) return [];
  const from = runbook.lines.offsetAt(range.start);
  const to = runbook.lines.offsetAt(range.end);
  return [...idHints(context, runbook, from, to), ...phaseHints(runbook, from, to)];
}

function* idHints(
  { workspace }: FeatureContext,
  runbook: Runbook,
  from: number,
  to: number,
): Iterable<InlayHint> {
  const { mentions, lines, text } = runbook;
  for (let i = firstFrom(mentions, from, ({ span }) => span.start); i < mentions.length; i++) {
    const mention = mentions[i];
    if (mention === undefined || mention.span.start >= to) return;
    const { id, place, excluded, span, field } = mention;
    if (id === null || excluded !== null || field === 'id') continue;
    if (place !== 'field' && place !== 'prose' && place !== 'table' && place !== 'code') continue;
    const title = workspace.definition(keyOf(id))?.title ?? '';
    if (title === '') continue;
    const line = lines.spanOf(lines.lineAt(span.start));
    const start = Math.max(line.start, span.start - nearby - title.length);
    if (text.slice(start, Math.min(line.end, span.end + nearby + title.length)).includes(title)) continue;
    yield hint(runbook, place === 'code' ? span.end + 1 : span.end, title);
  }
}

function* phaseHints(runbook: Runbook, from: number, to: number): Iterable<InlayHint> {
  const titles = new Map(runbook.phases.map(({ key, title }) => [key, title]));
  for (const phase of runbook.phases) {
    for (const { key, span } of phase.dependsOn) {
      const title = titles.get(key) ?? '';
      if (title !== '' && span.start >= from && span.start < to) yield hint(runbook, span.end, title);
    }
  }
}

function hint({ lines }: Runbook, offset: number, title: string): InlayHint {
  const label = title.length > longest ? `${title.slice(0, longest - 1)}…` : title;
  return {
    position: lines.positionAt(offset),
    label,
    kind: InlayHintKind.Type,
    paddingLeft: true,
    ...(label === title ? {} : { tooltip: title }),
  };
}
