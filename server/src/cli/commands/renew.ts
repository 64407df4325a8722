/** `runbook-md renew`: sets review dates to today and changes nothing else, or tells whether a change did no more than that. */
import { resolve } from 'node:path';
import { Boundary } from '../../disk/boundary';
import { toPath, toUri } from '../../disk/paths';
import { DocumentWriteError, writeDocument } from '../../disk/write-document';
import type { CoreService } from '../../service';
import { counted } from '../../text/counted';
import { applyEdits } from '../../text/edit';
import { printable } from '../../text/printable';
import { changedFiles, textBefore } from '../changed-files';
import { readDay } from '../check-request';
import { differenceOf } from '../difference';
import { openWorkspace } from '../open-workspace';
import { readFolder } from '../read-folder';
import { houseStylesPage } from '../reporters/project';
import { exitCodes, type Terminal } from '../terminal';
import { UsageError } from '../usage-error';

export interface RenewOptions {
  readonly stale?: true;
  readonly verify?: string;
  readonly dryRun?: true;
  /** The workspace of the files. */
  readonly folder: string;
  readonly today?: string;
}

/**
 * Renews the review dates of files in a folder; returns the exit code.
 * @throws UsageError for options that do not fit together, and a revision that git does not know
 */
export async function renew(
  files: readonly string[],
  { stale, verify, dryRun, folder: path, today }: RenewOptions,
  terminal: Terminal,
): Promise<number> {
  const ways = [files.length > 0, stale === true, verify !== undefined].filter(Boolean).length;
  if (ways !== 1)
    throw new UsageError(
      'give the files that were reviewed, or --stale for all whose date has passed, or --verify.',
    );
  const day = readDay(today);
  const folder = await readFolder(path, { config: null, allowOutside: false }, terminal);
  const { service, root } = await openWorkspace(folder, { today: day, snapshots: null }, terminal);
  if (verify !== undefined) return tellOthers(service, root, verify, day, terminal);
  const uris = stale ? staleIn(service) : files.map((file) => toUri(resolve(file)));
  const outcome = { renewed: [] as string[], failures: [] as string[] };
  for (const uri of uris) {
    const file = service.placeOf(uri).path;
    const from = service.textOf(uri);
    const date = service.reviewDate(uri);
    if (from === undefined) outcome.failures.push(`${file} is no document of this folder.`);
    else if (date === null)
      outcome.failures.push(
        `${file} has no review date. Say which field holds it: ${houseStylesPage}#fields`,
      );
    else if (date.renewal !== null) {
      const to = applyEdits(from, [date.renewal]);
      try {
        if (dryRun) terminal.out(differenceOf(file, from, to));
        else await writeDocument(toPath(uri) ?? uri, { from, to }, Boundary.of(root));
        outcome.renewed.push(file);
      } catch (error) {
        if (!(error instanceof DocumentWriteError)) throw error;
        outcome.failures.push(`${file} was not renewed: ${error.message}`);
      }
    }
  }
  for (const failure of outcome.failures) terminal.error(`runbook-md: ${printable(failure)}\n`);
  if (dryRun) {
    if (outcome.renewed.length + outcome.failures.length === 0)
      terminal.error('runbook-md: no review date to renew.\n');
  } else {
    for (const path of outcome.renewed) terminal.out(`  ${printable(path)}\n`);
    terminal.out(`${counted(outcome.renewed.length, 'review date')} renewed.\n`);
  }
  return outcome.failures.length > 0 ? exitCodes.usage : exitCodes.ok;
}

/** The documents whose last review is longer ago than it holds, in the order of their paths. */
function staleIn(service: CoreService): readonly string[] {
  return [...service.uris()]
    .filter((uri) => service.plainFindings(uri).some(({ rule }) => rule === 'stale-review'))
    .sort((a, b) => (service.placeOf(a).path < service.placeOf(b).path ? -1 : 1));
}

const byVerify = {
  option: '--verify',
  otherwise: 'It compares the documents with those of a revision.',
};

/** Tells what else was changed since a revision besides review dates; the exit code says whether that is something. */
async function tellOthers(
  service: CoreService,
  root: string,
  revision: string,
  today: string,
  { out }: Terminal,
): Promise<number> {
  const changed = [...(await changedFiles(root, revision, byVerify))].sort();
  const others: string[] = [];
  for (const file of changed) {
    const before = await textBefore(root, revision, file);
    if (before === null || !isRenewal(service, toUri(resolve(root, ...file.split('/'))), before, today))
      others.push(file);
  }
  for (const file of others) out(`  ${printable(file)}\n`);
  out(
    others.length === 0
      ? `Nothing but review dates changed in ${counted(changed.length, 'file')}.\n`
      : `${counted(others.length, 'file')} of ${String(changed.length)} changed in more than the review date.\n`,
  );
  return others.length === 0 ? exitCodes.ok : exitCodes.findings;
}

/** Whether a document differs from an earlier text in nothing but its review date, which is later now and not ahead. */
function isRenewal(service: CoreService, uri: string, before: string, today: string): boolean {
  const now = service.textOf(uri);
  const date = service.reviewDate(uri);
  if (now === undefined || date === null) return false;
  service.openDocument(uri, 0, before);
  const old = service.reviewDate(uri);
  service.closeDocument(uri);
  if (old === null || old.iso > date.iso || date.iso > today) return false;
  const without = (text: string, { start, end }: { readonly start: number; readonly end: number }): string =>
    `${text.slice(0, start)}\0${text.slice(end)}`;
  return without(now, date.span) === without(before, old.span);
}
