/** What every edit of the product owes: it keeps the author's words, brings no finding, and once is enough. */
import type { Finding } from '../../server/src/lint/rule';
import type { RunbookService } from '../../server/src/service';
import { applyEdits } from '../../server/src/text/edit';
import { newFindings, serve, served, spelledUri, type Texts } from './changed-workspace';
import { damageOf } from './edit-statement';
import { offsetAfter, textsAfter } from './edited-texts';
import { editsAgain, editsAt } from './every-edit';
import type { ProductEdit } from './product-edit';
import { isRevealed } from './revealed';
import { editsInTree } from './tree-edits';

/** What slots that an edit inserts may bring: they are for the author to fill in. */
const ofSlots = ['placeholder', 'stub-entry', 'unfilled-template'];

interface Place {
  readonly path: string;
  readonly offset: number;
  readonly number: number;
}

/** What is wrong with all edits that are offered at a place, in words. `number` decides about new names and paths. */
export function faultsOfEdits(files: Texts, path: string, offset: number, number: number): string[] {
  return faultsOf(editsAt(files, path, offset, number), { path, offset, number });
}

/** The same of what can be done at a node of the tree, which `number` chooses. */
export function faultsOfTree(files: Texts, path: string, number: number): string[] {
  return faultsOf(editsInTree(files, path, number), { path, offset: 0, number });
}

function faultsOf(edits: readonly ProductEdit[], place: Place): string[] {
  return edits.flatMap((edit) => faultsOfEdit(edit, place).map((fault) => `${edit.title}: ${fault}`));
}

/** What is wrong with one of them. */
function faultsOfEdit(change: ProductEdit, place: Place): string[] {
  const damage = damageOf(change);
  if (damage.length > 0) return damage;
  const after = textsAfter(change);
  return [...broughtBy(change, after), ...(change.settles ? undecided(change, after, place) : [])];
}

/** New findings, where the documents are judged as before: they may have become of another kind. */
function broughtBy(change: ProductEdit, after: Texts): string[] {
  const { files, asked, renames, corrections = [] } = change;
  if (asked.includes('*') || partsComment(change)) return [];
  const [old, current] = [served(files), serve(after)];
  const isJudgedAlike = [...files.keys()].every((path) => {
    const is = judgedAs(current, renames.get(path) ?? path);
    const startsAnEntry = stubsIn(current, renames.get(path) ?? path) < stubsIn(old, path);
    return is === judgedAs(old, path) && !is.startsWith('none') && !startsAnEntry;
  });
  const paths = new Map([...after.keys()].map((path) => [spelledUri(path), path]));
  const isHeld = (uri: string, finding: Finding): boolean => {
    const [path, runbook] = [paths.get(uri), current.runbook(uri)];
    if (path === undefined || runbook === undefined) return true;
    return !corrections.some((correction) => isRevealed(correction, { path, runbook, finding }));
  };
  return isJudgedAlike
    ? newFindings(old, current, [...asked, ...ofSlots], isHeld)
        .filter((finding) => !finding.startsWith('empty-'))
        .map((finding) => `brings ${finding}`)
    : [];
}

/** Whether something is inserted behind words that a comment about the line below follows, and so cannot move. */
function partsComment({ files, edits }: ProductEdit): boolean {
  return [...edits].some(([path, own]) =>
    own.some(({ span }) =>
      /[^\s>][^\r\n]*<!--[^\r\n]*disable-next-line[^\r\n]*-->\s*$/.test(
        (files.get(path) ?? '').slice(0, span.start),
      ),
    ),
  );
}

/** The kind of a document, and of which prefixes it has entries: these decide what is found in it. */
function judgedAs(service: RunbookService, path: string): string {
  const runbook = service.runbook(spelledUri(path));
  if (runbook === undefined) return 'none';
  if (runbook.alerts !== null) return 'alerts';
  const prefixes = new Set(runbook.entries.map(({ id }) => id.prefix));
  return [runbook.kind.kind, ...[...prefixes].sort()].join(' ');
}

/** How many entries are templates to be filled in, about which little is said until somebody begins. */
function stubsIn(service: RunbookService, path: string): number {
  return service.runbook(spelledUri(path))?.entries.filter(({ stub }) => stub).length ?? 0;
}

/** The same edit at the same place once more has nothing to do. */
function undecided(change: ProductEdit, after: Texts, { path, offset }: Place): string[] {
  const own = change.edits.get(path) ?? [];
  const at = Math.min(offsetAfter(own, offset, 'after'), after.get(path)?.length ?? 0);
  const changesMore = editsAgain(change, after, path, at).some(({ edits }) =>
    [...edits].some(([of, more]) => applyEdits(after.get(of) ?? '', more) !== after.get(of)),
  );
  return changesMore ? ['changes more when it is done twice'] : [];
}
