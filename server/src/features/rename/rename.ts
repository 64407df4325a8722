/** Rename: an id with everything that names it, a heading with the anchors that point at it, a phase's number. */
import type { Position, Range } from 'vscode-languageserver-types';
import { mentionAt, toRange, type FeatureContext } from '../shared/feature-context';
import { inOneLine } from './heading-lines';
import { headingAt, renameHeading } from './rename-heading';
import { isNameOfEntry, renameId } from './rename-id';
import { phasePlaceAt } from '../shared/phase-places';
import { renamePhase } from './rename-phase';
import { words } from '../../text/say';
import { ChangeRefused, type WorkspaceChange } from '../shared/workspace-change';

export interface RenameOptions {
  /** Whether the editor renames headings itself. */
  readonly builtInMarkdown: boolean;
  /** Whether files may be renamed along with an id. */
  readonly renameFiles: boolean;
}

export interface RenamePlace {
  readonly range: Range;
  readonly placeholder: string;
}

/** What would be renamed at a position; null for ordinary words. */
export function prepareRename(
  context: FeatureContext,
  uri: string,
  position: Position,
  { builtInMarkdown }: RenameOptions,
): RenamePlace | null {
  const runbook = context.runbook(uri);
  if (runbook === undefined) return null;
  const offset = runbook.lines.offsetAt(position);
  const mention = mentionAt(runbook, offset);
  if (mention?.id != null && isNameOfEntry(context, runbook, mention)) {
    return { range: toRange(runbook, mention.span), placeholder: mention.id.text };
  }
  const phase = phasePlaceAt(runbook, offset);
  if (phase !== null) {
    const { start, end } = phase.number;
    return { range: toRange(runbook, phase.number), placeholder: runbook.text.slice(start, end) };
  }
  const heading = builtInMarkdown ? null : headingAt(runbook, offset);
  return heading === null
    ? null
    : {
        range: toRange(runbook, heading.span),
        placeholder: inOneLine(runbook.text, heading.span),
      };
}

/** The change that renames what stands at a position. @throws ChangeRefused with the reason when it cannot be. */
export function rename(
  context: FeatureContext,
  uri: string,
  position: Position,
  newName: string,
  options: RenameOptions,
): WorkspaceChange {
  const runbook = context.runbook(uri);
  if (runbook === undefined) throw new ChangeRefused(words`There is nothing to rename here.`);
  const offset = runbook.lines.offsetAt(position);
  const mention = mentionAt(runbook, offset);
  if (mention?.id != null && isNameOfEntry(context, runbook, mention)) {
    return renameId(context, mention.id, newName, options.renameFiles);
  }
  const named = phasePlaceAt(runbook, offset);
  if (named !== null) return renamePhase(context, runbook, uri, named.phase, newName);
  const heading = options.builtInMarkdown ? null : headingAt(runbook, offset);
  if (heading !== null) return renameHeading(context, runbook, uri, heading, newName);
  throw new ChangeRefused(words`Only IDs, phase numbers and headings can be renamed.`);
}
