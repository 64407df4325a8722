/** What every edit of the product owes: it keeps the author's words, brings no finding, and once is enough. */
import { applyEdits } from '../../server/src/text/edit';
import { broughtBy } from './brought';
import type { Texts } from './changed-workspace';
import { damageOf } from './edit-statement';
import { offsetAfter, textsAfter } from './edited-texts';
import { editsAgain, editsAt } from './every-edit';
import type { ProductEdit } from './product-edit';
import { editsInTree } from './tree-edits';

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

/** The same edit at the same place once more has nothing to do. */
function undecided(change: ProductEdit, after: Texts, { path, offset }: Place): string[] {
  const own = change.edits.get(path) ?? [];
  const at = Math.min(offsetAfter(own, offset, 'after'), after.get(path)?.length ?? 0);
  const changesMore = editsAgain(change, after, path, at).some(({ edits }) =>
    [...edits].some(([of, more]) => applyEdits(after.get(of) ?? '', more) !== after.get(of)),
  );
  return changesMore ? ['changes more when it is done twice'] : [];
}
