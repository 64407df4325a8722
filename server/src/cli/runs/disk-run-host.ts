/** The world of runs on the command line: documents and records are files, and what is written is saved. */
import { dirname } from 'node:path';
import { Boundary } from '../../disk/boundary';
import { makeFolders } from '../../disk/file-system';
import { savedText } from '../../disk/read-document';
import { fromRelativePath, toPath, toUri } from '../../disk/paths';
import { DocumentWriteError, writeDocument } from '../../disk/write-document';
import type { RunHost, SavedText } from '../../run/run-host';
import { pathBetween } from '../../run/run-paths';
import type { CoreService } from '../../service';
import { applyEdits } from '../../text/edit';
import { isThere, writeNewFile } from '../write-new-file';
import { isUsageError } from '../usage-error';

const mostNames = 50;

/** `root`: the folder of the workspace, as an absolute path. */
export function diskRunHost(service: CoreService, root: string): RunHost {
  const onDisk = (uri: string): SavedText | null => savedText(toPath(uri) ?? uri, Boundary.of(root));
  const write = async (uri: string, from: string, to: string): Promise<boolean> => {
    try {
      await writeDocument(toPath(uri) ?? uri, { from, to }, Boundary.of(root));
      service.putFile(uri, to);
      return true;
    } catch (error) {
      if (error instanceof DocumentWriteError) return false;
      throw error;
    }
  };
  return {
    say: service.say,
    now: () => `${new Date().toISOString().slice(0, 19)}Z`,
    newName: (at) => `${at.replace(/[^0-9T]/g, '')}-${Math.random().toString(36).slice(2, 8)}`,
    runbook(uri) {
      // somebody may edit it beside the terminal
      const saved = onDisk(uri);
      if (saved === null) return undefined;
      if (saved.text !== service.textOf(uri)) service.putFile(uri, saved.text);
      return service.runbook(uri);
    },
    onDisk,
    pathOf: (uri) => service.placeOf(uri).path,
    isOurs: (uri) => service.textOf(uri) !== undefined,
    documents: () => service.runnable(),
    edit: async (uri, text, edits) =>
      (await write(uri, text, applyEdits(text, edits))) ? 'saved' : 'failed',
    recordPlace(uri, stem) {
      const base = `${service.runSettings(uri).record ?? 'runs'}/${stem}`;
      for (let count = 1; count <= mostNames; count++) {
        const record = `${base}${count === 1 ? '' : `-${String(count)}`}.md`;
        if (record.startsWith('..')) break;
        if (!isThere(root, record))
          return Promise.resolve({ uri: toUri(fromRelativePath(root, record)), link: '' });
      }
      return Promise.resolve(null);
    },
    async writeRecord(uri, text) {
      const before = service.textOf(uri);
      if (before !== undefined) return (await write(uri, before, text)) ? 'saved' : 'failed';
      try {
        await makeFolders(dirname(toPath(uri) ?? uri));
        await writeNewFile(root, { path: service.placeOf(uri).path, text });
        service.putFile(uri, text);
        return 'saved';
      } catch (error) {
        if (isUsageError(error)) return 'failed';
        throw error;
      }
    },
    linkBetween: (record, uri) => pathBetween(service.placeOf(record).path, service.placeOf(uri).path),
    mayUseTerminal: (uri) => service.runSettings(uri).terminal !== false,
    recordsOf: (uri, entry) => service.runsOf(uri, entry),
    changed: () => undefined,
  };
}
