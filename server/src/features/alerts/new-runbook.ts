/**
 * What a new runbook for an alert would be: an entry in the file that owns its prefix, else a page of the kind that the
 * workspace has for it. Everything is filled in that the rule says. Knows nothing of YAML.
 */
import { documentMeant } from '../../index/alert-target';
import type { Definition } from '../../index/summary';
import type { HouseKind } from '../../model/house-style';
import type { Runbook } from '../../model/runbook';
import { toPlainText } from '../../templates/expand-template';
import { applyEdits, type Edit } from '../../text/edit';
import { newEntry, ownersOf } from '../new-entry';
import { placeForDocument, placeForOwn } from '../new-document/document-place';
import { newDocument } from '../new-document/new-document';
import { ownDocument } from '../new-document/own-document';
import { documentsOf, ownKindsAt } from '../new-document/own-kinds';
import type { FeatureContext } from '../shared/feature-context';
import type { AlertFacts } from './alert-facts';
import { fillGaps } from './fill-from-alert';
import { entryIn, fragmentOf, plainEdits } from './written-entry';

export interface NewRunbook {
  readonly uri: string;
  readonly path: string;
  /** Edits of a document that is there; null for a new one. */
  readonly edits: readonly Edit[] | null;
  /** All of a new document; empty for one that is there. */
  readonly text: string;
  /** The id of the entry, or empty. */
  readonly id: string;
  /** The fragment of the entry, empty for all of the document. */
  readonly fragment: string;
}

/** A new entry of a prefix, which names `other`; null where no file of the workspace owns the prefix. */
export function newEntryFor(
  context: FeatureContext,
  prefix: 'RUN' | 'MON',
  facts: AlertFacts,
  other: Definition | null,
): NewRunbook | null {
  const uri = ownerOf(context, prefix);
  const owner = uri === null ? undefined : context.runbook(uri);
  const named =
    other === null
      ? {}
      : prefix === 'MON'
        ? { answeredBy: other.id.text }
        : { related: { id: other.id.text, title: other.title } };
  const made = uri === null ? null : newEntry(context, uri, prefix, facts.name, null, named);
  if (uri === null || owner === undefined || made === null) return null;
  return {
    uri,
    path: context.placeOf(uri).path,
    text: '',
    id: made.id,
    ...filledIn(context, uri, owner, plainEdits(owner, made.edits), made.id, facts),
  };
}

/** The file that an entry of a prefix goes into. */
function ownerOf(context: FeatureContext, prefix: string): string | null {
  const [declared] = ownersOf(context, prefix);
  if (declared !== undefined) return declared;
  return context.workspace.owners(prefix).find(({ kind }) => kind === 'sot')?.uri ?? null;
}

/** The edits with the gaps of the entry filled that the last of them inserts, and the fragment of its heading. */
function filledIn(
  context: FeatureContext,
  uri: string,
  owner: Runbook,
  edits: readonly Edit[],
  id: string,
  facts: AlertFacts,
): Pick<NewRunbook, 'edits' | 'fragment'> {
  const written = edits.at(-1);
  if (written === undefined) return { edits, fragment: '' };
  const read = readAlone(context, uri, owner, written, id) ?? {
    after: context.read(uri, applyEdits(owner.text, [written])),
    start: written.span.start,
  };
  const { after, start } = read;
  const entry = entryIn(after, id);
  if (entry === undefined) return { edits, fragment: '' };
  const within = {
    start: Math.max(entry.span.start, start),
    end: Math.min(entry.span.end, start + written.newText.length),
  };
  const own = fillGaps(after, within, facts).map(({ span, newText }) => ({
    span: { start: span.start - start, end: span.end - start },
    newText,
  }));
  return {
    edits: [...edits.slice(0, -1), { ...written, newText: applyEdits(written.newText, own) }],
    fragment: fragmentOf(after, entry),
  };
}

/**
 * The model of a text in which the new entry stands alone below the title of the document, and where its text begins there: among
 * hundreds of entries, neither the others nor their navigation need be read again. Null where that would be another document than the owner is.
 */
function readAlone(
  context: FeatureContext,
  uri: string,
  { text, headings, kind }: Runbook,
  { span, newText }: Edit,
  id: string,
): { readonly after: Runbook; readonly start: number } | null {
  const top = headings.find(({ depth }) => depth > 1)?.span.start ?? 0;
  if (top === 0 || span.start < top || span.end > span.start) return null;
  const after = context.read(uri, text.slice(0, top) + newText);
  const isAlike = after.kind.kind === kind.kind && after.kind.house === kind.house;
  return isAlike && entryIn(after, id) !== undefined ? { after, start: top } : null;
}

/** A new page of the kind that runbooks of alerts have; null where the workspace has none. */
export function newPageFor(context: FeatureContext, home: string, facts: AlertFacts): NewRunbook | null {
  const page = pageOfKind(context, home, facts.name) ?? entryFile(context, home, facts.name);
  if (page === null) return null;
  const { path } = page;
  const uri = uriAt(home, path);
  const plain = toPlainText(page.text);
  const read = context.read(uri, plain);
  const text = applyEdits(plain, fillGaps(read, { start: 0, end: plain.length }, facts));
  const id = read.entries.find((entry) => entry.id.prefix === 'RUN')?.id.text ?? '';
  return { uri, path, edits: null, text, id, fragment: '' };
}

/** The path and the text of a document, as a snippet. */
interface Page {
  readonly path: string;
  readonly text: string;
}

function pageOfKind(context: FeatureContext, home: string, name: string): Page | null {
  const kind = kindOfPages(context, home);
  if (kind === null) return null;
  const alike = documentsOf(context, kind);
  const path = placeForOwn([...context.workspace.documents()], kind, alike, wordsOf(name), null);
  const own = namedLike(path, name);
  return { path: own, text: ownDocument(context, { kind, uri: uriAt(home, own), home, title: name }) };
}

/** A RUN entry in a file of its own, where others are such. */
function entryFile(context: FeatureContext, home: string, name: string): Page | null {
  const documents = [...context.workspace.documents()];
  if (!documents.some(({ kind, quiet }) => kind === 'entry' && !quiet)) return null;
  const answers = { title: name, category: '' };
  const { document } = newDocument(context, { home, folder: null }, 'run', answers);
  const id = context.workspace.nextId('RUN', '');
  const placed = { kind: 'run', title: wordsOf(name), id, version: '', today: context.today() } as const;
  return document === null
    ? null
    : { path: namedLike(placeForDocument(documents, placed, null), name), text: document.text };
}

/** `Kube API Down` of `KubeAPIDown`. */
function wordsOf(name: string): string {
  return name.replace(/([\p{Ll}\d])(?=\p{Lu})|(\p{Lu})(?=\p{Lu}\p{Ll})/gu, '$1$2 ');
}

/** A file that has the name of the alert has it in its spelling. */
function namedLike(path: string, name: string): string {
  const at = path.toLowerCase().lastIndexOf(name.toLowerCase());
  const isCamel = /\p{Lu}/u.test(path.slice(Math.max(0, at)));
  return at < 0 || !isCamel ? path : path.slice(0, at) + name + path.slice(at + name.length);
}

function uriAt(home: string, path: string): string {
  return `${home}/${path.split('/').map(encodeURIComponent).join('/')}`;
}

/** Documents that are looked at for their kind. */
const mostLooked = 50;

/** The kind of most pages that alerts lead to, else the one that is made for them by its name. */
function kindOfPages(context: FeatureContext, home: string): HouseKind | null {
  const kinds = ownKindsAt(context, home);
  if (kinds.length === 0) return null;
  const counts = new Map<string, number>();
  let looked = 0;
  for (const { alerts } of context.workspace.alerts.files())
    for (const { targets } of alerts)
      for (const target of targets) {
        const summary = documentMeant(target, home, context.workspace);
        if (summary === undefined || looked++ > mostLooked) continue;
        const name = context.runbook(summary.uri)?.kind.house?.name;
        if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
      }
  const [usual] = [...counts].sort((a, b) => b[1] - a[1]);
  const named = kinds.find(({ name }) => name === usual?.[0]);
  const meant = (words: RegExp): HouseKind | undefined =>
    kinds.find(({ name, files }) => words.test(name) || files.some((glob) => words.test(glob)));
  return (
    named ??
    meant(/alert/i) ??
    meant(/runbook|playbook|incident|sop/i) ??
    (kinds.length === 1 ? (kinds[0] ?? null) : null)
  );
}
