/** Writes the first baseline of a folder: all that is found in it today. */
import { noWorkLog } from '../workspace';
import { openBaseline, renewed, saveBaseline } from './baseline';
import { checkAfresh } from './check-afresh';
import { readFolder } from './read-folder';
import type { Terminal } from './terminal';

/** Returns how many findings are accepted. @throws UsageError when the file cannot be written. */
export async function acceptAll(root: string, today: string, terminal: Terminal): Promise<number> {
  const folder = await readFolder(root, { config: null, allowOutside: false }, terminal);
  const file = openBaseline(folder, { baseline: null, writesBaseline: true });
  const { check } = await checkAfresh(
    folder,
    {
      today,
      selection: { rules: null, files: null },
      detailed: false,
      fix: null,
      lead: '',
      unsaved: null,
      snapshots: null,
      workLog: noWorkLog,
      accepted: null,
      profile: null,
    },
    terminal,
  );
  if (file === null) return 0;
  const baseline = renewed(file.baseline, check, null);
  await saveBaseline(file, baseline);
  return baseline.findings.reduce((sum, { count }) => sum + count, 0);
}
