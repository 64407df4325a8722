/** The refactorings at a place as code actions: the one table of them. */
import { entryFinder } from '../../document/entries/run-entries';
import { openBlockAround } from '../../document/open-block';
import { isOurs } from '../../document/scope';
import type { CodeAction, Range } from 'vscode-languageserver-types';
import type { Edit } from '../../text/edit';
import { documentEdit, wants } from '../code-actions';
import type { FeatureContext } from '../shared/feature-context';
import { addChangeLogRow } from './add-change-log-row';
import { convertForm } from './convert-form';
import { deprecateEntry } from './deprecate-entry';
import { extractSteps } from './extract-steps';
import { linkId } from './link-id';
import { moveEntry } from './move-entry';
import { navigationList } from './navigation-list';
import { renumberPhases } from './renumber-phases';
import { renumberSteps } from './renumber-steps';
import type { RefactoringSource } from './refactoring';
import { setLastTested } from './set-last-tested';
import { sortEntries } from './sort-entries';
import { toggleCheckbox } from './toggle-checkbox';

/** In the order in which they are offered: nearest to the cursor first. */
const refactorings: readonly RefactoringSource[] = [
  toggleCheckbox,
  linkId,
  renumberSteps,
  renumberPhases,
  extractSteps,
  setLastTested,
  addChangeLogRow,
  deprecateEntry,
  convertForm,
  sortEntries,
  navigationList,
  moveEntry,
];

/** What can be done at a range of a document that is ours. `only` are the kinds that the client wants. */
export function offerRefactorings(
  context: FeatureContext,
  uri: string,
  range: Range,
  only: readonly string[] | undefined,
): CodeAction[] {
  const runbook = context.runbook(uri);
  if (runbook === undefined || !isOurs(runbook)) return [];
  if (only !== undefined && only.length > 0 && !only.some((kind) => kind === '' || /^refactor\b/.test(kind)))
    return [];
  const selection = { start: runbook.lines.offsetAt(range.start), end: runbook.lines.offsetAt(range.end) };
  const entry = entryFinder(runbook)(selection);
  const place = { context, uri, runbook, selection, entry };
  const actions: CodeAction[] = [];
  for (const offer of refactorings) {
    for (const { title, kind, edits } of offer(place)) {
      if (!wants(only, kind) || [...edits].some(([target, own]) => goesIntoOpenBlock(context, target, own)))
        continue;
      const documentChanges = [...edits].map(([target, own]) => documentEdit(context, target, own));
      actions.push({ title, kind, edit: { documentChanges } });
    }
  }
  return actions;
}

/** Whether lines would be part of a fence or a comment that never ends. */
function goesIntoOpenBlock(context: FeatureContext, uri: string, edits: readonly Edit[]): boolean {
  const runbook = context.runbook(uri);
  return runbook !== undefined && edits.some((edit) => openBlockAround(runbook, edit) !== undefined);
}
