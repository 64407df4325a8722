/** Where a new entry goes and what it looks like: the engine behind "Insert RUN- entry". */
import { hasBody } from '../model/entry';
import type { EntryEdit, EntryTarget, EntryTargetsResult } from '../../../protocol/src/messages';
import { entryInsertion, isWrittenPlain } from '../authoring/entry-insertion';
import type { NamedEntry } from '../authoring/name-entry';
import { lineEndingOf } from '../text/edit';
import { builtInCategories, categoriesOf } from './shared/entry-categories';
import { toRange, type FeatureContext } from './shared/feature-context';
import { changeLogRow, navigationBullet, type Addition } from '../authoring/entry-registers';

/** The files that may receive an entry of the prefix: its owners, then the current document where entries fit in. */
export function entryTargets(
  context: FeatureContext,
  prefix: string,
  uri: string | undefined,
): EntryTargetsResult {
  const targets: EntryTarget[] = [];
  const add = (target: string, description: string): void => {
    if (targets.some((known) => known.uri === target)) return;
    const { path } = context.placeOf(target);
    targets.push({
      uri: target,
      label: path.slice(path.lastIndexOf('/') + 1),
      description,
      nextId: context.workspace.nextId(prefix, target),
    });
  };
  const owners = context.workspace.owners(prefix);
  for (const owner of owners)
    if (owner.prefixes.includes(prefix)) add(owner.uri, `owns ${prefix} (id_prefix)`);
  const current = uri === undefined ? undefined : context.runbook(uri);
  if (uri !== undefined && current !== undefined) {
    const holds = current.entries.some((entry) => entry.id.prefix === prefix && hasBody(entry));
    if (holds || current.kind.kind === 'sot') add(uri, 'current file');
    else if (targets.length === 0 && current.kind.kind !== 'skill') add(uri, 'current file');
  }
  return { targets, categories: categoriesOf(context, prefix, uri) };
}

/** The owners of the prefix in several folders; the categories are those that all of them know. */
export function allTargets(contexts: readonly FeatureContext[], prefix: string): EntryTargetsResult {
  return {
    targets: contexts.flatMap((context) => entryTargets(context, prefix, undefined).targets),
    categories: builtInCategories(prefix),
  };
}

export interface NewEntry {
  readonly id: string;
  readonly edits: readonly EntryEdit[];
}

/** The edits that add an entry with the next free id of the prefix to a document; null when there is no such document. */
export function newEntry(
  context: FeatureContext,
  uri: string,
  prefix: string,
  title: string,
  category: string | null,
  related?: NamedEntry,
): NewEntry | null {
  const runbook = context.runbook(uri);
  if (runbook === undefined || runbook.unread) return null;
  const id = context.workspace.nextId(prefix, uri);
  const number = Number(id.slice(prefix.length + 1));
  const today = context.today();
  const additions = [
    navigationBullet(runbook, { prefix, number, id, title, isPlain: isWrittenPlain(runbook, prefix) }),
    changeLogRow(runbook, { id, today, change: `Added ${title}` }),
  ].filter((addition): addition is Addition => addition !== null);
  const values = { id, title, today, ...(category === null ? {} : { category }) };
  const entry = entryInsertion(runbook, {
    ...{ prefix, number, values },
    ...(related === undefined ? {} : { related }),
  });
  const eol = lineEndingOf(runbook.text);
  const edits = [
    { offset: entry.span.start, newText: entry.newText, snippet: true },
    ...additions.map((addition) => ({ ...addition, snippet: false })),
  ];
  return {
    id,
    edits: edits.map(({ offset, newText, snippet }) => ({
      range: toRange(runbook, { start: offset, end: offset }),
      newText: newText.replace(/\r?\n/g, eol),
      snippet,
    })),
  };
}
