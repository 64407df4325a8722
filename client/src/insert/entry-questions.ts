/**
 * The questions that "Insert Entry" asks, behind an interface, so that arguments can answer them instead of a person.
 */
import { l10n, window, type QuickPickItem } from 'vscode';
import type { EntryPrefixesResult, EntryTarget, NamedEntry } from '../../../protocol/src/messages.js';
import { titleProblem } from './entry-title.js';
import type { InsertEntryArguments } from './insert-entry-arguments.js';

/** Where an entry goes: into a file, or into a new one of this kind. */
export type EntryPlace = EntryTarget | 'run' | 'sot';

/** Every answer may be undefined: the person backed out. */
export interface EntryQuestions {
  prefix(offered: () => Promise<EntryPrefixesResult>): Promise<string | undefined>;
  title(prefix: string): Promise<string | undefined>;
  /** Null leaves the category to be filled in later. */
  category(prefix: string, categories: readonly string[]): Promise<string | null | undefined>;
  /** The id of the runbook that an alert leads to; null leaves it to be filled in later. */
  runbook(prefix: string, runbooks: readonly NamedEntry[]): Promise<string | null | undefined>;
  /** Asks only where there is not exactly one target. `here`: a document that is picked explicitly or not at all. */
  place(
    prefix: string,
    targets: readonly EntryTarget[],
    here: EntryTarget | null,
  ): Promise<EntryPlace | undefined>;
}

/** Asks the person in front of the editor whatever the arguments do not answer. */
export function askFor(known: InsertEntryArguments): EntryQuestions {
  return {
    prefix: async (offered) => known.prefix ?? askPrefix((await offered()).prefixes),
    title: async (prefix) => {
      if (known.title !== undefined && titleProblem(known.title) === undefined) return known.title.trim();
      const isRunbook = prefix === 'RUN';
      const title = await window.showInputBox({
        title: dialogTitle(prefix),
        prompt: isRunbook
          ? l10n.t('Title of the runbook: the situation it covers or the task it performs')
          : l10n.t('Title of the entry'),
        placeHolder: isRunbook ? l10n.t('Connection pool exhausted') : '',
        value: known.title ?? '',
        ignoreFocusOut: true,
        validateInput: titleProblemIn,
      });
      return title?.trim();
    },
    category: async (prefix, categories) => {
      if (known.category !== undefined) return known.category;
      const items: QuickPickItem[] = categories.map((label) => ({ label }));
      return askOrLater(prefix, l10n.t('Category of the entry'), items);
    },
    runbook: (prefix, runbooks) => {
      const items = runbooks.map(({ id, title }) => ({ label: id, description: title }));
      return askOrLater(prefix, l10n.t('Runbook for when it fires'), items);
    },
    place: async (prefix, targets, here) => {
      const offered = here === null ? targets : [...targets, here];
      const wanted = offered.find(({ uri }) => uri === known.uri);
      const [best, ...others] = targets;
      if (wanted !== undefined) return wanted;
      return best !== undefined && others.length === 0 ? best : askPlace(prefix, targets, here);
    },
  };
}

function dialogTitle(prefix: string): string {
  return l10n.t('Insert {0}- entry', prefix);
}

/** Says what is wrong with a title that is typed, or nothing. */
export function titleProblemIn(typed: string): string | undefined {
  switch (titleProblem(typed)) {
    case undefined:
      return undefined;
    case 'empty':
      return l10n.t('Enter a title, such as the situation that the runbook covers.');
    case 'lines':
      return l10n.t('The title must be on one line, because it becomes a heading.');
  }
}

async function askPrefix(prefixes: EntryPrefixesResult['prefixes']): Promise<string | undefined> {
  const items = prefixes.map(({ prefix, meaning, owners }) => ({
    label: prefix,
    description: meaning,
    detail: owners.length === 0 ? l10n.t('no file yet') : owners.join(', '),
  }));
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Insert Entry'),
    placeHolder: l10n.t('Prefix of the entry'),
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  return picked?.label;
}

/** The label of an item; null where that is put off. */
async function askOrLater(
  prefix: string,
  placeHolder: string,
  items: readonly QuickPickItem[],
): Promise<string | null | undefined> {
  const later: QuickPickItem = {
    label: l10n.t('Decide later'),
    description: l10n.t('is left to be filled in'),
  };
  const picked = await window.showQuickPick([...items, later], {
    title: dialogTitle(prefix),
    placeHolder,
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  return picked === later ? null : picked?.label;
}

async function askPlace(
  prefix: string,
  targets: readonly EntryTarget[],
  here: EntryTarget | null,
): Promise<EntryPlace | undefined> {
  interface PlaceItem extends QuickPickItem {
    readonly place: EntryPlace;
  }
  const items: PlaceItem[] = targets.map((place) => ({
    label: place.label,
    description: place.nextId,
    detail: place.description,
    place,
  }));
  const sot: PlaceItem = {
    label: `$(new-file) ${l10n.t('New Source-of-Truth file…')}`,
    detail: l10n.t('For this entry and others of its prefix'),
    place: 'sot',
  };
  const own: PlaceItem = {
    label: `$(new-file) ${l10n.t('New file for this runbook…')}`,
    detail: l10n.t('One runbook in a file of its own'),
    place: 'run',
  };
  items.push(...(prefix === 'RUN' ? [own, sot] : [sot]));
  if (here !== null)
    items.push({
      label: `$(file) ${l10n.t('This document, {0}', here.label)}`,
      description: here.nextId,
      detail: l10n.t('It holds no such entries so far'),
      place: here,
    });
  const picked = await window.showQuickPick(items, {
    title: dialogTitle(prefix),
    placeHolder: l10n.t('File to add the entry to'),
    ignoreFocusOut: true,
  });
  return picked?.place;
}
