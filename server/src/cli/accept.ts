/** Which findings of a check are accepted, and what is told and written of that. */
import { counted } from '../text/counted';
import { printable } from '../text/printable';
import type { BaselineFile } from './baseline';
import type { CheckRequest } from './check-request';
import type { FolderCheck, JudgedFinding } from './folder-check';
import type { ReadFolder } from './read-folder';
import type { Selection } from './selection';
import type { Terminal } from './terminal';
import { UsageError } from './usage-error';

/**
 * The baseline of a folder; null where none counts. What knows of baselines takes a while to load.
 * @throws UsageError for one that cannot be read
 */
export async function baselineFor(folder: ReadFolder, request: CheckRequest): Promise<BaselineFile | null> {
  const { baseline, writesBaseline, prunes } = request;
  const isAsked = typeof baseline === 'string' || folder.contents.configuration.baseline !== null;
  if (prunes && !isAsked)
    throw new UsageError('--prune needs a baseline: give --baseline FILE, or name it in .runbook.yaml.');
  if (baseline === false || !(isAsked || writesBaseline)) return null;
  return (await import('./afresh')).openBaseline(folder, request);
}

interface AcceptTask {
  readonly baseline: BaselineFile | null;
  readonly selection: Selection;
  /** Put before the names of files. */
  readonly lead: string;
  readonly request: CheckRequest;
}

/** The findings of a check with whether the baseline accepts them; the baseline is written where that is asked for. */
export async function byBaseline(
  check: FolderCheck,
  { baseline: file, selection, lead, request }: AcceptTask,
  { out, error }: Terminal,
): Promise<readonly JudgedFinding[]> {
  if (file === null) return check.findings.map((finding) => ({ ...finding, accepted: false }));
  const { countGone, judgeBy, pruned, renewed, saveBaseline } = await import('./afresh');
  const name = printable(lead + file.name);
  if (request.writesBaseline) {
    const next = renewed(file.baseline, check, request.rules);
    await saveBaseline(file, next);
    const count = next.findings.reduce((sum, one) => sum + one.count, 0);
    out(`${counted(count, 'finding')} accepted in ${name}.\n`);
  }
  const judged = judgeBy(file.baseline, check);
  // of other documents it is not known whether their findings are still there
  const gone = selection.files === null ? countGone(file.baseline, judged) : 0;
  if (request.prunes) await saveBaseline(file, pruned(judged));
  else if (gone > 0 && !request.writesBaseline)
    error(
      `runbook-md: ${gone === 1 ? '1 accepted finding is' : `${String(gone)} accepted findings are`} gone; --prune removes ${gone === 1 ? 'it' : 'them'} from ${name}.\n`,
    );
  return judged;
}
