/** Applies automatic fixes to the files of an opened workspace, or shows what they would change. */
import { Boundary } from '../disk/boundary';
import { DocumentWriteError, writeDocument } from '../disk/write-document';
import type { FileSystem } from '../disk/file-system';
import { toPath } from '../disk/paths';
import { printOf, type Baseline, type FixedWorkspace } from '../service';
import type { OpenedWorkspace } from './open-workspace';
import { selects, type Selection } from './selection';
import { differenceOf } from './difference';

/** A file with what was fixed in it. */
export interface FixedFile {
  readonly file: string;
  /** Numbers of fixes by rule. */
  readonly fixes: ReadonlyMap<string, number>;
  /** What it becomes as a unified diff. */
  readonly difference: string;
}

export interface FixOutcome {
  /** Sorted by path. In a dry run, those that would be fixed. */
  readonly fixed: readonly FixedFile[];
  /** Files that could not be written, in words; they are as they were. */
  readonly failures: readonly string[];
  /** How many fixes were tried and taken back. */
  readonly dropped: number;
}

export interface FixOptions {
  /** Whether no file is written; the service takes the new texts all the same. */
  readonly dryRun: boolean;
  /** Put before the names of files. */
  readonly lead: string;
  /** Findings that are left as they are; null for none. */
  readonly accepted?: Baseline | null;
  /** Only tests bring their own. */
  readonly fileSystem?: FileSystem;
}

/**
 * Fixes what `selection` takes. The service holds the new text of each file that was written, so that it finds what
 * is left; a file that cannot be written does not keep the others from it.
 */
export async function fixWorkspace(
  { service, root }: OpenedWorkspace,
  selection: Selection,
  { dryRun, lead, accepted = null, fileSystem }: FixOptions,
): Promise<FixOutcome> {
  const isGone = service.isGoneFrom(service.layout.folders[0]?.uri ?? '');
  const result = service.fixAll((uri, finding) => {
    const { path } = service.placeOf(uri);
    const runbook = service.runbook(uri);
    if (!selects(selection, path, finding.rule.name)) return false;
    if (accepted === null || runbook === undefined) return true;
    const printed = { rule: finding.rule.name, print: printOf(finding, runbook) };
    return accepted.acceptedIn(path, [printed], isGone)[0] === null;
  });
  const boundary = Boundary.of(root);
  const fixed: FixedFile[] = [];
  const failures: string[] = [];
  const pathOf = (uri: string): string => lead + service.placeOf(uri).path;
  const uris = [...result.texts.keys()].sort((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1));
  for (const uri of uris) {
    const from = service.runbook(uri)?.text ?? '';
    const to = result.texts.get(uri) ?? from;
    const file = pathOf(uri);
    try {
      if (!dryRun) await writeDocument(toPath(uri) ?? uri, { from, to }, boundary, fileSystem);
    } catch (error) {
      if (!(error instanceof DocumentWriteError)) throw error;
      failures.push(`${file} was not fixed: ${error.message}`);
      continue;
    }
    service.putFile(uri, to);
    fixed.push({ file, fixes: fixesIn(result, uri), difference: differenceOf(file, from, to) });
  }
  return { fixed, failures, dropped: result.dropped.length };
}

function fixesIn({ applied }: FixedWorkspace, uri: string): Map<string, number> {
  const fixes = new Map<string, number>();
  for (const fix of applied) {
    if (fix.uri === uri) fixes.set(fix.rule, (fixes.get(fix.rule) ?? 0) + 1);
  }
  return fixes;
}
