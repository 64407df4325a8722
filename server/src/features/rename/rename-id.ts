/** Renames an identifier everywhere: definition, ID field, links and their anchors, navigation, change log, file names. */
import { formatIdentifier, keyOf, parseIdentifier, type Identifier } from '../../model/identifier';
import type { Mention, Runbook } from '../../model/runbook';
import { spelledLike } from '../../authoring/renumber';
import { encloses } from '../../text/span';
import type { FeatureContext } from '../shared/feature-context';
import { addressEdits, alertFilesLeadingTo } from '../shared/moved-addresses';
import { destinationEdits } from '../shared/moved-destinations';
import { linkersOf } from '../shared/moved-fragments';
import { words } from '../../text/say';
import {
  ChangeBuilder,
  ChangeRefused,
  type PlacedEdit,
  type PlannedRename,
  type WorkspaceChange,
} from '../shared/workspace-change';

/**
 * The change that renames `from`. `typed` is the new id (`RUN-007`, `run-7` or just `7`), or with `swap` in front
 * (`swap RUN-007`) the id to change places with.
 * @throws ChangeRefused when `typed` is no id of the same prefix, or is taken.
 */
export function renameId(
  context: FeatureContext,
  from: Identifier,
  typed: string,
  renameFiles: boolean,
): WorkspaceChange {
  const swap = /^\s*(?:swap(?:\s+with)?|<->|↔)\s+((?:\S.*)?)$/i.exec(typed);
  const to = readId(swap?.[1] ?? typed, from);
  const builder = new ChangeBuilder();
  const renames: PlannedRename[] = [];
  const label =
    swap === null ? words`Rename ${from.text} to ${to.text}` : words`Swap ${from.text} with ${to.text}`;
  if (keyOf(to) === keyOf(from) && to.text === from.text) return builder.build(label);
  refuseOthers(context, from);
  if (swap !== null) refuseOthers(context, to);
  const taken = context.workspace
    .definitions(keyOf(to))
    .filter(({ form, key }) => form !== 'fence' && key !== keyOf(from));
  const [holder] = taken;
  if (holder !== undefined && swap === null) {
    const { path } = context.placeOf(holder.uri);
    const free = context.workspace.nextId(from.prefix, holder.uri);
    throw new ChangeRefused(
      holder.title === ''
        ? words`${to.text} is already defined in ${path}. Use a free number such as ${free}, or type "swap ${to.text}" to swap the two.`
        : words`${to.text} is already defined (${holder.title}) in ${path}. Use a free number such as ${free}, or type "swap ${to.text}" to swap the two.`,
    );
  }
  collect(context, from, to, renameFiles, builder, renames);
  let unread = renameDestinations(context, from, to, builder);
  if (swap !== null) {
    collect(context, to, from, renameFiles, builder, renames);
    unread = Math.max(unread, renameDestinations(context, to, from, builder));
  }
  return builder.build(
    unread === 0
      ? label
      : words`${label} (HTML and unused definitions in ${unread} more documents stay unchanged)`,
    renames,
  );
}

/** An id is renamed in the folder that defines it: documents of joined folders are read and never changed. */
function refuseOthers({ workspace, placeOf }: FeatureContext, id: Identifier): void {
  const definition = workspace.definition(keyOf(id));
  if (definition === undefined || workspace.holds(definition.uri)) return;
  throw new ChangeRefused(
    words`${id.text} is defined in ${placeOf(definition.uri).path}, which belongs to another workspace folder. Rename it there.`,
  );
}

function readId(typed: string, from: Identifier): Identifier {
  const text = typed.trim().toUpperCase();
  const digits = /^\d{1,4}$/.test(text) ? text : null;
  const found = parseIdentifier(
    digits === null
      ? from.prefix === 'EPIC'
        ? typed.trim()
        : text
      : formatIdentifier(from.prefix, Number(digits)),
  );
  if (found === null)
    throw new ChangeRefused(
      words`Invalid ID "${typed.trim()}". Use ${from.prefix}- and a number, such as ${formatIdentifier(from.prefix, 7)}.`,
    );
  if (found.prefix !== from.prefix) {
    throw new ChangeRefused(
      words`The prefix of an ID cannot change: use ${from.prefix}- and a number instead of ${found.text}, or create a new entry.`,
    );
  }
  return { ...found, text: formatIdentifier(found.prefix, found.number, found.suffix) };
}

function collect(
  context: FeatureContext,
  from: Identifier,
  to: Identifier,
  renameFiles: boolean,
  builder: ChangeBuilder,
  renames: PlannedRename[],
): void {
  const key = keyOf(from);
  const files = renameFiles ? filesToRename(context, from, to) : [];
  renames.push(...files);
  for (const file of files) renameInAddresses(context, file, builder);
  const renamed = new Set(files.map(({ from: uri }) => context.placeOf(uri).path));
  const uris = new Set([
    ...context.workspace.documentsNaming(key),
    ...context.workspace.definitions(key).map(({ uri }) => uri),
  ]);
  for (const uri of uris) {
    const placed = placedEdits(context, uri, from, to);
    if (placed !== null) {
      builder.addPlaced(uri, placed);
      continue;
    }
    const runbook = context.runbook(uri);
    if (runbook === undefined) continue;
    for (const mention of runbook.mentions) {
      if (mention.id === null || keyOf(mention.id) !== key || !isRenamed(runbook, mention, renamed)) continue;
      const unsure =
        mention.excluded === 'fence' ||
        mention.excluded === 'comment' ||
        (mention.excluded === 'range-end' && !isInChain(runbook, mention));
      builder.add(uri, {
        span: mention.span,
        newText: spelledLike(runbook, mention, to.text),
        ...(unsure ? { needsConfirmation: true } : {}),
      });
    }
    for (const { id, span } of runbook.anchors) {
      if (id.toLowerCase() === from.text.toLowerCase())
        builder.add(uri, { span, newText: id === id.toLowerCase() ? to.text.toLowerCase() : to.text });
    }
  }
}

/** Addresses in alert rules follow a file to its new name. */
function renameInAddresses(
  context: FeatureContext,
  { from, to }: PlannedRename,
  builder: ChangeBuilder,
): void {
  const { path } = context.placeOf(to);
  for (const uri of new Set(alertFilesLeadingTo(context, from))) {
    const runbook = context.runbook(uri);
    if (runbook === undefined) continue;
    const goalOf = (document: string): { path: string } | null => (document === from ? { path } : null);
    for (const edit of addressEdits(context, uri, runbook, goalOf)) builder.add(uri, edit);
  }
}

/** Documents that are read for what they say in HTML and in definitions that no link uses. */
const mostRead = 200;

/**
 * Where HTML, and definitions that no link uses, lead to an entry by its id: `<a href="SoT.md#«run-001»-drain">`. Returns
 * how many documents that link to its file are not read for that.
 */
function renameDestinations(
  context: FeatureContext,
  from: Identifier,
  to: Identifier,
  builder: ChangeBuilder,
): number {
  const owners = new Set(context.workspace.definitions(keyOf(from)).map(({ uri }) => uri));
  const linkers = linkersOf(context, owners);
  const name = new RegExp(`^${from.prefix}-0{0,3}${from.number}${from.suffix}(?![a-z0-9])`, 'i');
  const goalOf = (uri: string, fragment: string): { uri: string; fragment: string } | null => {
    const old = name.exec(fragment)?.[0];
    if (old === undefined) return null;
    const id = old === old.toLowerCase() ? to.text.toLowerCase() : to.text;
    return { uri, fragment: id + fragment.slice(old.length) };
  };
  for (const uri of [...linkers].slice(0, mostRead)) {
    const runbook = context.runbook(uri);
    if (runbook === undefined) continue;
    for (const { span, newText } of destinationEdits(context, uri, runbook, owners, goalOf)) {
      // where the same words are an identifier of the document, they are renamed as one
      const known = runbook.mentions.some((mention) => encloses(span, mention.span));
      if (!known) builder.add(uri, { span, newText });
    }
  }
  return Math.max(0, linkers.size - mostRead);
}

/**
 * The edits of a document that names an id in words and anchors only, known from the index; null when it has to be read,
 * because it defines the id or has an anchor of that name, lists it behind a slash, or names it in a path or a comment. So
 * an id that a thousand documents name is renamed without reading them.
 */
function placedEdits(
  { workspace }: FeatureContext,
  uri: string,
  id: Identifier,
  to: Identifier,
): PlacedEdit[] | null {
  const key = keyOf(id);
  const document = workspace.document(uri);
  if (document === undefined || workspace.definitions(key).some((definition) => definition.uri === uri))
    return null;
  if (document.fragments.includes(id.text.toLowerCase())) return null;
  const named = [...document.references.to(key)];
  if (named.some(({ excluded, spelling }) => excluded !== null || spelling === 'other')) return null;
  // all links of one definition name the id in the same place
  const places = new Map(
    named.map((one) => [`${String(one.range.start.line)}:${String(one.range.start.character)}`, one]),
  );
  return Array.from(places.values(), ({ range, spelling }) => ({
    range,
    newText: spelling === 'fragment' ? to.text.toLowerCase() : to.text,
  }));
}

/** Whether what looks like an id is one of this workspace: `SHA-256` is none. */
export function isNameOfEntry({ workspace }: FeatureContext, runbook: Runbook, mention: Mention): boolean {
  const { id, prefix } = mention;
  if (id === null || !(workspace.owns(prefix) || workspace.definitions(keyOf(id)).length > 0)) return false;
  return canChange(runbook, mention);
}

/** The bands of a navigation declare numbers, and addresses are other people's. */
function canChange({ bands }: Runbook, { excluded, span }: Mention): boolean {
  return excluded !== 'url' && !(excluded === 'range-end' && bands.some((band) => encloses(band.span, span)));
}

/** Whether an id that could end a range stands in a chain, where each is meant: `RUN-001 → RUN-002`. */
function isInChain({ text }: Runbook, { span }: Mention): boolean {
  return (
    /^[^\S\r\n]*(?:→|->)/.test(text.slice(span.end, span.end + 8)) ||
    /(?:→|->)[^\S\r\n]*$/.test(text.slice(Math.max(0, span.start - 8), span.start))
  );
}

/** A path changes only with its file. */
function isRenamed(runbook: Runbook, mention: Mention, files: ReadonlySet<string>): boolean {
  if (!canChange(runbook, mention)) return false;
  const { link, span } = mention;
  const target = link === null ? undefined : runbook.links[link];
  if (target === undefined || span.start < target.pathSpan.start || span.end > target.pathSpan.end)
    return true;
  const name = target.path.slice(target.path.lastIndexOf('/') + 1);
  return [...files].some((path) => path.endsWith(`/${name}`) || path === name);
}

/** Files whose name starts with the id and which define it. */
function filesToRename(context: FeatureContext, from: Identifier, to: Identifier): PlannedRename[] {
  const renames: PlannedRename[] = [];
  for (const document of context.workspace.documents()) {
    const name = document.path.slice(document.path.lastIndexOf('/') + 1);
    if (!name.startsWith(from.text) || /^[\w]/.test(name.slice(from.text.length))) continue;
    if (!document.definitions.some(({ key }) => key === keyOf(from))) continue;
    const at = document.uri.lastIndexOf('/') + 1;
    renames.push({
      from: document.uri,
      to: document.uri.slice(0, at) + to.text + document.uri.slice(at + from.text.length),
    });
  }
  return renames;
}
