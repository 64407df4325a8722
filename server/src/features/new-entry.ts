/** Where a new entry goes and what it looks like: the engine behind "Insert Entry". */
import { hasBody } from '../model/entry';
import type {
  EntryEdit,
  EntryPrefixesResult,
  EntryTarget,
  EntryTargetsResult,
  NamedEntry,
} from '../../../protocol/src/messages';
import type { Definition } from '../index/summary';
import { entryInsertion, isWrittenPlain } from '../authoring/entry-insertion';
import { lineEndingOf } from '../text/edit';
import { builtInCategories, categoriesOf } from './shared/entry-categories';
import { linkToEntry } from './shared/entry-bullet';
import { toRange, type FeatureContext } from './shared/feature-context';
import { prefixesOf, prefixWords } from './shared/prefixes';
import { changeLogRow, navigationBullet, type Addition } from '../authoring/entry-registers';

/**
 * The files that may receive an entry of the prefix: its owners, then the current document where it holds such entries or is
 * a SoT file. Any other document is named apart: nothing is written there unasked.
 */
export function entryTargets(
  context: FeatureContext,
  prefix: string,
  uri: string | undefined,
): EntryTargetsResult {
  const targets: EntryTarget[] = [];
  const targetOf = (target: string, description: string): EntryTarget => {
    const { path } = context.placeOf(target);
    const label = path.slice(path.lastIndexOf('/') + 1);
    return { uri: target, label, description, nextId: context.workspace.nextId(prefix, target) };
  };
  for (const owner of ownersOf(context, prefix))
    targets.push(targetOf(owner, context.say`owns ${prefix} (id_prefix)`));
  const current = uri === undefined ? undefined : context.runbook(uri);
  const here =
    uri === undefined || current === undefined || targets.some((target) => target.uri === uri)
      ? null
      : targetOf(uri, context.say`current file`);
  const fits =
    current !== undefined &&
    (current.kind.kind === 'sot' ||
      current.entries.some((entry) => entry.id.prefix === prefix && hasBody(entry)));
  return {
    targets: here !== null && fits ? [...targets, here] : targets,
    // no entry is written into a file of alert rules
    here: fits || current?.unread === true || current?.alerts != null ? null : here,
    runbooks: prefix === 'MON' ? runbooksToName(context) : [],
    categories: categoriesOf(context, prefix, uri),
  };
}

/** The files that declare to own the prefix, best first. */
export function* ownersOf({ workspace }: FeatureContext, prefix: string): Iterable<string> {
  for (const { uri, prefixes } of workspace.owners(prefix)) if (prefixes.includes(prefix)) yield uri;
}

/** The owners of the prefix in several folders; the categories are those that all of them know. */
export function allTargets(contexts: readonly FeatureContext[], prefix: string): EntryTargetsResult {
  const found = contexts.map((context) => entryTargets(context, prefix, undefined));
  return {
    targets: found.flatMap(({ targets }) => targets),
    here: null,
    runbooks: found.flatMap(({ runbooks }) => runbooks),
    categories: builtInCategories(prefix),
  };
}

/** The runbooks in force: first those that no alert names, then the others, each by number from the last. */
function runbooksToName({ workspace }: FeatureContext): NamedEntry[] {
  const found = new Map<string, Definition>();
  for (const { key, form, deprecated } of workspace.definitionsOf('RUN'))
    if (form !== 'fence' && !deprecated && !found.has(key)) {
      const best = workspace.definition(key);
      if (best !== undefined) found.set(key, best);
    }
  const answers = ({ key }: Definition): boolean =>
    workspace.someReference(key, ({ within }) => within.startsWith('MON-'));
  return [...found.values()]
    .map((definition) => ({ definition, answers: answers(definition) }))
    .sort((a, b) => Number(a.answers) - Number(b.answers) || b.definition.id.number - a.definition.id.number)
    .map(({ definition: { id, title } }) => ({ id: id.text, title }));
}

/** The prefixes that an entry can have, those of the workspace first. */
export function entryPrefixes(context: FeatureContext): EntryPrefixesResult {
  return {
    prefixes: prefixesOf(context).map(({ prefix, owners }) => ({
      prefix,
      meaning: context.say(prefixWords(prefix)),
      owners: owners.map((path) => path.slice(path.lastIndexOf('/') + 1)),
    })),
  };
}

export interface NewEntry {
  readonly id: string;
  readonly edits: readonly EntryEdit[];
}

/**
 * The edits that add an entry with the next free id of the prefix to a document; null when there is no such document.
 * `answeredBy`: the id of the runbook that a MON entry leads to.
 */
export function newEntry(
  context: FeatureContext,
  uri: string,
  prefix: string,
  title: string,
  category: string | null,
  { answeredBy, related }: { readonly answeredBy?: string; readonly related?: NamedEntry } = {},
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
  const named = answeredBy === undefined ? null : linkToEntry(context, uri, answeredBy);
  const values = {
    id,
    title,
    today,
    ...(category === null ? {} : { category }),
    ...(named === null ? {} : { runbook: named }),
  };
  const entry = entryInsertion(runbook, {
    ...{ prefix, number, values },
    ...(related === undefined ? {} : { related }),
  });
  const eol = lineEndingOf(runbook.text);
  // what a list or a log ends with goes on before the entry, where both are at one place
  const edits = [
    ...additions.map((addition) => ({ ...addition, snippet: false })),
    { offset: entry.span.start, newText: entry.newText, snippet: true },
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
