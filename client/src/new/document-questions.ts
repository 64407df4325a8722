/** Asks the person in front of the editor about a new document: which kind, what the server wants to know, which path. */
import { QuickPickItemKind, Uri, l10n, window, type QuickPickItem } from 'vscode';
import type {
  DocumentQuestion,
  NewDocumentKind,
  OwnDocumentKind,
} from '../../../protocol/src/new-document.js';
import { exists } from './exists.js';
import { freePath, pathProblem, toMarkdownPath, type PathProblem } from './file-path.js';

/** A kind that is built in, or the name of one of the workspace's own. */
export type ChosenKind = NewDocumentKind | { readonly own: string };

/** What a kind is called in titles: `New Playbook`. */
function titleOf(kind: ChosenKind): string {
  if (typeof kind !== 'string') return l10n.t('New {0}', kind.own);
  switch (kind) {
    case 'playbook':
      return l10n.t('New Playbook');
    case 'feature':
      return l10n.t('New Feature Runbook');
    case 'run':
      return l10n.t('New Runbook');
    case 'sot':
      return l10n.t('New Source-of-Truth File');
    case 'release':
      return l10n.t('New Release Runbook');
  }
}

interface KindItem extends QuickPickItem {
  readonly document?: ChosenKind;
}

/** Undefined when someone backed out. `own`: the kinds of the workspace, which come first. */
export async function askKind(own: Promise<readonly OwnDocumentKind[]>): Promise<ChosenKind | undefined> {
  const item = (document: NewDocumentKind, icon: string, label: string, detail: string): KindItem => ({
    document,
    label: `$(${icon}) ${label}`,
    detail,
  });
  const items = [
    item(
      'playbook',
      'milestone',
      l10n.t('Playbook'),
      l10n.t('A change in phases, each with its gate and its way back'),
    ),
    item(
      'run',
      'book',
      l10n.t('Runbook'),
      l10n.t('One situation, a RUN- entry in a file of its own: trigger, steps, escalation'),
    ),
    item(
      'sot',
      'list-tree',
      l10n.t('Source-of-Truth File'),
      l10n.t('The file that gives out IDs such as RUN-001 and MON-001, with its entries'),
    ),
    item(
      'feature',
      'rocket',
      l10n.t('Feature Runbook'),
      l10n.t('Everything about one feature in operation, in fifteen sections'),
    ),
    item(
      'release',
      'tag',
      l10n.t('Release Runbook'),
      l10n.t('One version: checklist, build, deployment, smoke tests, rollback'),
    ),
  ];
  return pickKind(items, own);
}

/** The built-in kinds at once, with those of the workspace in front of them as soon as they are known. */
async function pickKind(
  builtIn: readonly KindItem[],
  own: Promise<readonly OwnDocumentKind[]>,
): Promise<ChosenKind | undefined> {
  const pick = window.createQuickPick<KindItem>();
  pick.title = l10n.t('New Document');
  pick.placeholder = l10n.t('What do you want to write?');
  pick.matchOnDetail = true;
  pick.ignoreFocusOut = true;
  pick.keepScrollPosition = true;
  pick.items = builtIn;
  pick.busy = true;
  void own.then((kinds) => {
    const [active] = pick.activeItems;
    const isMoved = active !== undefined && active !== builtIn[0];
    pick.items = [...ownItems(kinds), ...builtIn];
    if (isMoved) pick.activeItems = [active];
    pick.busy = false;
  });
  const picked = await new Promise<KindItem | undefined>((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]);
    });
    pick.onDidHide(() => {
      resolve(undefined);
    });
    pick.show();
  });
  pick.dispose();
  return picked?.document;
}

/** The kinds of the workspace, divided from those that are built in. */
function ownItems(kinds: readonly OwnDocumentKind[]): readonly KindItem[] {
  if (kinds.length === 0) return [];
  return [
    { label: l10n.t('Kinds of this workspace'), kind: QuickPickItemKind.Separator },
    ...kinds.map(({ name, detail }) => ({ label: `$(file) ${name}`, detail, document: { own: name } })),
    { label: l10n.t('Built-in kinds'), kind: QuickPickItemKind.Separator },
  ];
}

/** The answer as the server wants it; undefined when someone backed out. */
export async function askDocumentQuestion(
  kind: ChosenKind,
  question: DocumentQuestion,
): Promise<string | undefined> {
  const title = titleOf(kind);
  if (question.form === 'choice') return choose(title, question);
  if (question.form === 'prefixes') return choosePrefixes(title, question);
  return type(title, question);
}

async function type(title: string, question: DocumentQuestion): Promise<string | undefined> {
  const { prompt, value, example, optional, form } = question;
  const answer = await window.showInputBox({
    title,
    prompt: optional ? l10n.t('{0} (may stay empty)', prompt) : prompt,
    placeHolder: example,
    value,
    ignoreFocusOut: true,
    validateInput: (typed) => {
      if (typed.trim() === '')
        return optional ? undefined : l10n.t('Enter a few words, such as "{0}".', example);
      if (form === 'version' && !/^v?\d{1,9}\.\d\S*$/.test(typed.trim()))
        return l10n.t('Enter a version number, such as {0}.', example);
      return undefined;
    },
  });
  return answer?.trim();
}

async function choose(
  title: string,
  { prompt, options, optional }: DocumentQuestion,
): Promise<string | undefined> {
  const items = options.map(({ value, label, description }) => ({
    label,
    answer: value,
    ...(description === undefined ? {} : { description }),
  }));
  const later = { label: l10n.t('Decide later'), answer: '', description: l10n.t('is left to be filled in') };
  const picked = await window.showQuickPick(optional ? [...items, later] : items, {
    title,
    placeHolder: prompt,
    ignoreFocusOut: true,
  });
  return picked?.answer;
}

/** Several of the options at once; others are typed. */
async function choosePrefixes(
  title: string,
  { prompt, options, example }: DocumentQuestion,
): Promise<string | undefined> {
  const other = { label: l10n.t('Another prefix…'), prefix: '' };
  const items = [
    ...options.map(({ value, label, description }) => ({
      label,
      prefix: value,
      description: description ?? '',
    })),
    other,
  ];
  const picked = await window.showQuickPick<QuickPickItem & { readonly prefix: string }>(items, {
    title,
    placeHolder: prompt,
    canPickMany: true,
    ignoreFocusOut: true,
  });
  if (picked === undefined) return undefined;
  const chosen = picked.filter(({ prefix }) => prefix !== '').map(({ prefix }) => prefix);
  if (chosen.length > 0 && chosen.length === picked.length) return chosen.join(', ');
  const start = chosen.map((prefix) => `${prefix}, `).join('');
  const typed = await window.showInputBox({
    title,
    prompt: l10n.t('Prefixes of the entries, with commas between them'),
    placeHolder: example,
    value: start,
    valueSelection: [start.length, start.length],
    ignoreFocusOut: true,
    validateInput: (words) =>
      /[A-Za-z][A-Za-z0-9]/.test(words) && /^[A-Za-z0-9\s,-]+$/.test(words)
        ? undefined
        : l10n.t('Enter prefixes of letters, such as "{0}".', example),
  });
  return typed?.trim();
}

/**
 * The path of the new file below `root`, where nothing is yet; undefined when someone backed out.
 * @param proposed Changed to the next free name where something is there.
 */
export async function askPath(kind: ChosenKind, root: Uri, proposed: string): Promise<string | undefined> {
  const isTaken = (path: string): Promise<boolean> => exists(Uri.joinPath(root, path));
  const value = await freePath(proposed, isTaken);
  const typed = await window.showInputBox({
    title: titleOf(kind),
    prompt: l10n.t(
      'File to create in {0}',
      root.path.split('/').findLast((name) => name !== '') ?? root.path,
    ),
    value,
    valueSelection: [value.lastIndexOf('/') + 1, value.lastIndexOf('.')],
    ignoreFocusOut: true,
    validateInput: async (words) => {
      const problem = pathProblem(words);
      if (problem !== undefined) return wordsOf(problem);
      const path = toMarkdownPath(words);
      return (await isTaken(path))
        ? l10n.t('{0} exists already. {1} is free.', path, await freePath(path, isTaken))
        : undefined;
    },
  });
  return typed === undefined ? undefined : toMarkdownPath(typed);
}

function wordsOf(problem: PathProblem): string {
  switch (problem) {
    case 'empty':
      return l10n.t('Enter the name of a file.');
    case 'outside':
      return l10n.t('Enter a path below the folder, without "." and "..".');
    case 'characters':
      return l10n.t('Not every system takes these characters in the name of a file.');
  }
}
