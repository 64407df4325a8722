/** `runbook-md export ids`: the identifiers that a folder defines, as a list for other repositories. */
import { readDay } from '../check-request';
import { openWorkspace } from '../open-workspace';
import { readFolder } from '../read-folder';
import { exitCodes, type Terminal } from '../terminal';

export interface ExportOptions {
  readonly config?: string;
  readonly today?: string;
}

/** Prints the list of a folder as JSON; returns the exit code. @throws UsageError when there is no folder. */
export async function exportIds(
  path: string,
  { config, today }: ExportOptions,
  terminal: Terminal,
): Promise<number> {
  const folder = await readFolder(path, { config: config ?? null, allowOutside: false }, terminal);
  const { service } = await openWorkspace(folder, { today: readDay(today), snapshots: null }, terminal);
  terminal.out(service.exportIds());
  return exitCodes.ok;
}
