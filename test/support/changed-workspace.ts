/** A workspace in memory before and after changes that an editor would make: texts by path, and what the rules say. */
import type { CodeAction } from 'vscode-languageserver-types';
import { createRunbookService, type RunbookService } from '../../server/src/service';
import { editsIn, type WorkspaceChange } from '../../server/src/features/shared/workspace-change';
import type { Finding } from '../../server/src/lint/rule';
import { applyEdits } from '../../server/src/text/edit';
import { LineIndex } from '../../server/src/text/line-index';
import { toCanonicalUri } from '../../server/src/files/canonical-uri';
import { folder, today } from './workspace';

export type Texts = ReadonlyMap<string, string>;

/** The URI of a path as the language server spells it. */
export function spelledUri(path: string): string {
  return toCanonicalUri(`${folder}/${path.split('/').map(encodeURIComponent).join('/')}`);
}

/** A service over these texts. */
export function serve(texts: Texts): RunbookService {
  const service = createRunbookService({ today: () => today });
  service.setFolders([{ uri: folder, name: 'workspace' }]);
  for (const [path, text] of texts) service.putFile(spelledUri(path), text);
  return service;
}

const services = new WeakMap<Texts, RunbookService>();

/** A service over texts that are asked about often. Nothing may be told to it, as others ask it, too. */
export function served(texts: Texts): RunbookService {
  const service = services.get(texts) ?? serve(texts);
  services.set(texts, service);
  return service;
}

/** The texts after a change; files that it renames are under their new paths. Without `unsure` edits nobody confirms those. */
export function textsAfter(texts: Texts, change: WorkspaceChange, unsure = true): Texts {
  const { edits, placed, renames } = change;
  const names = new Map(renames.map(({ from, to }) => [from, to]));
  const known = new Set([...texts.keys()].map(spelledUri));
  for (const uri of [...edits.keys(), ...placed.keys(), ...names.keys()])
    if (!known.has(uri)) throw new Error(`the change edits ${uri}, which is no file of the workspace`);
  return new Map(
    [...texts].map(([path, text]) => {
      const uri = spelledUri(path);
      const own = editsIn(change, uri, new LineIndex(text)).filter(
        ({ needsConfirmation }) => unsure || needsConfirmation !== true,
      );
      return [pathOf(names.get(uri) ?? uri), applyEdits(text, own)];
    }),
  );
}

/** The texts after a code action that edits files of the workspace. */
export function afterAction(texts: Texts, { edit }: CodeAction): Texts {
  const after = new Map(texts);
  for (const change of edit?.documentChanges ?? []) {
    if (!('textDocument' in change)) throw new Error('a code action renames no files');
    const path = [...texts.keys()].find((one) => spelledUri(one) === change.textDocument.uri);
    if (path === undefined) throw new Error(`the action edits ${change.textDocument.uri}, which is no file`);
    const before = texts.get(path) ?? '';
    const lines = new LineIndex(before);
    const edits = change.edits.map((one) => {
      if (!('newText' in one)) throw new Error('a code action inserts plain text');
      const { range, newText } = one;
      return { span: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) }, newText };
    });
    after.set(path, applyEdits(before, edits));
  }
  return after;
}

/** The texts in an order of their own, so that two workspaces with the same files are equal. */
export function plain(texts: Texts): Record<string, string> {
  return Object.fromEntries([...texts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** How often each rule speaks in the workspace, of what is looked at. */
function findingCounts(
  service: RunbookService,
  isLookedAt: (uri: string, finding: Finding) => boolean = () => true,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const uri of service.uris())
    for (const finding of service.findings(uri))
      if (isLookedAt(uri, finding)) counts.set(finding.rule.name, (counts.get(finding.rule.name) ?? 0) + 1);
  return counts;
}

/**
 * Rules that speak more often than before, but for those of `asked`: what a change was asked to do is no surprise.
 * `isHeld`: which findings after the change count.
 */
export function newFindings(
  before: RunbookService,
  after: RunbookService,
  asked: readonly string[] = [],
  isHeld: (uri: string, finding: Finding) => boolean = () => true,
): string[] {
  const counts = findingCounts(before);
  return [...findingCounts(after, isHeld)]
    .filter(([rule, count]) => count > (counts.get(rule) ?? 0) && !asked.includes(rule))
    .map(([rule]) => {
      const messages = [...after.uris()].flatMap((uri) =>
        after.findings(uri).flatMap((one) => (one.rule.name === rule ? [one.message] : [])),
      );
      return `${rule}: ${messages.join(' | ')}`;
    });
}

function pathOf(uri: string): string {
  return decodeURIComponent(uri.slice(folder.length + 1));
}
