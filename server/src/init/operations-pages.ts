/**
 * Pages of operations in free form, where nothing else says that they are runbooks: they are called after what is done
 * (`gke-upgrade.md`, `rollback.md`, `restore-database.md`) and stand in a workspace or a folder of operations. A product documents
 * its own upgrade with such names too, so that they are never certain. Knows titles and paths.
 */
import { folderOf } from '../text/paths';
import type { DocumentLook } from './document-look';
import { isProcedural, stemOf } from './evidence';
import type { WorkspaceNames } from './workspace-shape';

/**
 * Those of `left` that somebody could carry out and that are called after it; none where few are. Where they are few in a
 * workspace of operations, its folder of operations is looked at alone.
 */
export function operationsPages(
  left: readonly DocumentLook[],
  { folder, readme }: WorkspaceNames,
): readonly DocumentLook[] {
  const isOfOperations = [folder, readme].some((name) => operations.test(name));
  const procedural = left.filter(isProcedural);
  const all = isOfOperations ? calledAfterWork(procedural) : [];
  return all.length > 0
    ? all
    : calledAfterWork(procedural.filter(({ path }) => operationsFolder.test(`/${folderOf(path)}/`)));
}

function calledAfterWork(own: readonly DocumentLook[]): readonly DocumentLook[] {
  const named = own.filter(({ path, title }) => isAction(stemOf(path)) || isAction(title));
  return named.length >= fewest && named.length * 2 >= own.length ? named : [];
}

/** Fewer pages of this sort may be anything. */
const fewest = 3;

const operations = /(?:^|[^\p{L}])(?:ops|operations|on-?call|sre|infra|infrastructure)(?![\p{L}])/iu;
const operationsFolder =
  /\/(?:ops|operations?|on-?call|sre)(?:[-_](?:guides?|manual|handbook|docs|procedures))?\//i;

/** `gke-upgrade`, `Restoring the database`: names that begin or end with what is done to something that runs. */
function isAction(name: string): boolean {
  const words = name
    .toLowerCase()
    .replace(/roll[-_ ]back/, 'rollback')
    .replace(/fail[-_ ]over/, 'failover');
  const all = words.match(/\p{L}+/gu) ?? [];
  return action.test(all[0] ?? '') || action.test(all.at(-1) ?? '');
}

const action =
  /^(?:upgrad(?:e|es|ing)|restor(?:e|es|ing)|rollbacks?|rotat(?:e|es|ing|ion)|failovers?|switchovers?|failbacks?|drain(?:ing)?|recover(?:y|ing)?|renew(?:al|ing)?|replac(?:e|ing|ement)|resiz(?:e|ing)|reset(?:ting)?|scal(?:e|ing)|reboot(?:ing)?|restart(?:ing)?|evacuat(?:e|ing|ion)|promot(?:e|ing)|decommission(?:ing)?|revok(?:e|ing)|unlock(?:ing)?|purg(?:e|ing)|reindex(?:ing)?|resync|rebuild(?:ing)?|shutdown|patch(?:ing)?)$/;
