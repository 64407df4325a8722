/**
 * The questions that "Insert RUN- entry" asks, behind an interface, so that arguments can answer them
 * instead of a person.
 */
import { window, type QuickPickItem } from 'vscode';
import type { EntryTarget } from '../../../protocol/src/messages.js';
import { titleProblem } from './entry-title.js';
import type { InsertEntryArguments } from './insert-entry-arguments.js';

/** Every answer may be undefined: the person backed out. */
export interface EntryQuestions {
  title(): Promise<string | undefined>;
  /** Null leaves the category to be filled in later. */
  category(categories: readonly string[]): Promise<string | null | undefined>;
  /** Asked only when there is more than one target. */
  target(targets: readonly EntryTarget[]): Promise<EntryTarget | undefined>;
}

const dialogTitle = 'Insert RUN- entry';

/** Asks the person in front of the editor whatever the arguments do not answer. */
export function askFor(known: InsertEntryArguments): EntryQuestions {
  return {
    title: async () => {
      if (known.title !== undefined && titleProblem(known.title) === undefined) return known.title.trim();
      const title = await window.showInputBox({
        title: dialogTitle,
        prompt: 'Title of the runbook: the situation it covers or the task it performs',
        placeHolder: 'Connection pool exhausted',
        value: known.title ?? '',
        ignoreFocusOut: true,
        validateInput: titleProblem,
      });
      return title?.trim();
    },
    category: async (categories) => {
      if (known.category !== undefined) return known.category;
      const later: QuickPickItem = { label: 'Decide later', description: 'inserts a choice to fill in' };
      const items: QuickPickItem[] = [...categories.map((label) => ({ label })), later];
      const picked = await window.showQuickPick(items, {
        title: dialogTitle,
        placeHolder: 'Category of the runbook',
        ignoreFocusOut: true,
      });
      return picked === later ? null : picked?.label;
    },
    target: async (targets) => {
      const wanted = targets.find(({ uri }) => uri === known.uri);
      if (wanted !== undefined) return wanted;
      const items = targets.map((target) => ({
        label: target.label,
        description: target.nextId,
        detail: target.description,
        target,
      }));
      const picked = await window.showQuickPick(items, {
        title: dialogTitle,
        placeHolder: 'File to add the entry to',
        ignoreFocusOut: true,
      });
      return picked?.target;
    },
  };
}
