/** `runbook outline FILE`: what the checker sees in one document. */
import { basename } from 'node:path';
import { readDocument } from '../../disk/read-document';
import { toUri } from '../../disk/paths';
import { resolve } from 'node:path';
import { createRunbookService, outlineText } from '../../service';
import { printableLines } from '../printable';
import { today } from '../../files/today';
import { exitCodes, type Terminal } from '../terminal';
import { UsageError } from '../usage-error';

/** Prints the outline of a file. @throws UsageError when the file cannot be read as text. */
export function outline(file: string, terminal: Terminal): number {
  const read = readDocument(file);
  if ('problem' in read) throw new UsageError(`cannot read "${file}": ${read.problem.message}`);
  const service = createRunbookService({ today });
  const uri = toUri(resolve(file));
  service.openDocument(uri, 0, read.text);
  const runbook = service.runbook(uri);
  if (runbook === undefined) throw new UsageError(`cannot read "${basename(file)}"`);
  terminal.out(printableLines(outlineText(runbook)));
  return exitCodes.ok;
}
