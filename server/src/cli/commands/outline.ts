/** `runbook outline FILE`: what the checker sees in one document. */
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { ConfigurationTree } from '../../config/configuration-tree';
import { parseConfiguration } from '../../config/parse-configuration';
import { readDocument } from '../../disk/read-document';
import { toUri } from '../../disk/paths';
import { createRunbookService, outlineText, rules } from '../../service';
import { printableLines } from '../../text/printable';
import { today } from '../../files/today';
import { exitCodes, type Terminal } from '../terminal';
import { UsageError } from '../usage-error';

/**
 * Prints the outline of a file, as the `.runbook.yaml` files of the current folder and of those down to the file have it;
 * of a file elsewhere as that of its own folder has it. @throws UsageError when the file cannot be read as text.
 */
export function outline(file: string, terminal: Terminal): number {
  const read = readDocument(file);
  if ('problem' in read) throw new UsageError(`cannot read "${file}": ${read.problem.message}`);
  const service = createRunbookService({ today });
  const path = resolve(file);
  const root = rootOf(path);
  service.setFolders([{ uri: toUri(root), name: basename(root) }]);
  service.configure(toUri(root), configurationsFor(path, root));
  const uri = toUri(path);
  service.openDocument(uri, 0, read.text);
  const runbook = service.runbook(uri);
  if (runbook === undefined) throw new UsageError(`cannot read "${basename(file)}"`);
  terminal.out(printableLines(outlineText(runbook)));
  return exitCodes.ok;
}

function rootOf(path: string): string {
  const current = resolve('.');
  return path.startsWith(current.endsWith(sep) ? current : current + sep) ? current : dirname(path);
}

/** What the configuration files from a folder down to that of a file say. */
function configurationsFor(path: string, root: string): ConfigurationTree {
  const known = new Set(rules.map(({ meta }) => meta.name));
  const configurations = new ConfigurationTree();
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const read = readDocument(join(folder, '.runbook.yaml'));
    if ('text' in read)
      configurations.set(
        relative(root, folder).split(sep).join('/'),
        parseConfiguration(read.text, known).configuration,
      );
    if (folder === root || folder === dirname(folder)) return configurations;
  }
}
