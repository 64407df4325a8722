/** Reads a folder of the disk for what one should say of it, and tells how far that is. */
import { basename } from 'node:path';
import { DiskHost } from '../disk/disk-host';
import { toPath, toRelativePath, toUri } from '../disk/paths';
import { fileNotice } from '../files/file-notice';
import { readForSetup, type ReadForSetup } from '../files/read-for-setup';
import { today } from '../files/today';
import { printable } from '../text/printable';
import { modelBudget } from './open-workspace';
import type { Terminal } from './terminal';

/** The looks of all documents of a folder (an absolute path). */
export async function setupSourceOf(root: string, terminal: Terminal): Promise<ReadForSetup['source']> {
  const folder = { uri: toUri(root).replace(/\/$/, ''), name: basename(root) };
  const { source, problems } = await readForSetup(new DiskHost(), folder, {
    today,
    folders: [folder],
    texts: new Map(),
    modelBudget,
    onRead: (read, all) => terminal.progress?.(`Reading ${String(read)} of ${String(all)} documents`),
    onLook: (looked) => terminal.progress?.(`Looking at ${String(looked)} documents`),
  });
  terminal.progress?.('');
  for (const { uri, ...notice } of problems) {
    const file = toRelativePath(root, toPath(uri) ?? uri) ?? uri;
    terminal.error(`runbook-md: ${printable(fileNotice(file, notice))}\n`);
  }
  return source;
}
