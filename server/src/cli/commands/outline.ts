/** `runbook-md outline FILE`: what the checker sees in one document. */
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { ConfigurationTree } from '../../config/configuration-tree';
import { parseConfiguration } from '../../config/parse-configuration';
import { Boundary } from '../../disk/boundary';
import { readContent, readDocument } from '../../disk/read-document';
import { fromRelativePath, toUri } from '../../disk/paths';
import { extendedStyles, styleSource } from '../../files/extended-styles';
import type { FileContent } from '../../files/host';
import { createRunbookService, outlineText, rules } from '../../service';
import { printableLines } from '../../text/printable';
import { today } from '../../files/today';
import { exitCodes, type Terminal } from '../terminal';
import { UsageError } from '../usage-error';

/**
 * Prints the outline of a file, as the `.runbook.yaml` files of the current folder and of those down to the file have it;
 * of a file elsewhere as that of its own folder has it. @throws UsageError when the file cannot be read as text.
 */
export async function outline(file: string, terminal: Terminal): Promise<number> {
  const read = readDocument(file);
  if ('problem' in read) throw new UsageError(`cannot read "${file}": ${read.problem.message}`);
  const service = createRunbookService({ today });
  const path = resolve(file);
  const root = rootOf(path);
  service.setFolders([{ uri: toUri(root), name: basename(root) }]);
  service.configure(toUri(root), await configurationsFor(path, root));
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

/** What the configuration files from a folder down to that of a file say, with the styles that they go on from. */
async function configurationsFor(path: string, root: string): Promise<ConfigurationTree> {
  const known = new Set(rules.map(({ meta }) => meta.name));
  const boundary = Boundary.of(root);
  const readIn = (paths: readonly string[]): readonly FileContent[] =>
    paths.map((one) => readContent(fromRelativePath(root, one), boundary));
  const configurations = new ConfigurationTree();
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const read = readDocument(join(folder, '.runbook.yaml'));
    if ('text' in read) {
      const within = relative(root, folder).split(sep).join('/');
      const layer = parseConfiguration(read.text, known).configuration;
      configurations.set(within, layer);
      const { styles } = await extendedStyles(styleSource(readIn, within), layer.extends ?? [], known);
      configurations.extend(within, styles);
    }
    if (folder === root || folder === dirname(folder)) return configurations;
  }
}
