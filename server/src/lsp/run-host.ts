/** The world of runs in a language server: documents as the client has them, edits and records through the client. */
import type { Connection, TextDocumentEdit } from 'vscode-languageserver';
import { runsChangedNotification, type RunsChangedParams } from '../../../protocol/src/run';
import type { RunHost, SavedText } from '../run/run-host';
import type { RunbookService } from '../service';
import type { Edit } from '../text/edit';
import type { ClientSupport } from './capabilities';
import { pathBetween } from '../run/run-paths';
import type { RunNotes } from './run-notes';
import { spellEdit } from './spell-edit';
import type { UriSpelling } from './uri-spelling';

export interface RunHostParts {
  readonly connection: Connection;
  readonly service: RunbookService;
  readonly uris: UriSpelling;
  readonly notes: RunNotes;
  readonly savedText: (uri: string) => SavedText | null;
  readonly support: () => ClientSupport;
  /** Whether the client wants to know when runs look otherwise. */
  readonly wantsChanges: () => boolean;
}

/** How long a client may take to tell of an edit that it has made, in milliseconds. */
const longestEcho = 1000;
const mostNames = 50;

export function createRunHost({
  connection,
  service,
  uris,
  notes,
  savedText,
  support,
  wantsChanges,
}: RunHostParts): RunHost {
  const apply = async (
    label: string,
    changes: TextDocumentEdit[],
    created: string | null,
  ): Promise<boolean> => {
    const create =
      created === null ? [] : [{ kind: 'create' as const, uri: created, options: { overwrite: true } }];
    const edit = spellEdit({ documentChanges: [...create, ...changes] }, uris, support().edits);
    const { applied } = await connection.workspace.applyEdit({ label, edit });
    return applied;
  };
  return {
    say: service.say,
    now: () => `${new Date().toISOString().slice(0, 19)}Z`,
    newName: (at) => `${at.replace(/[^0-9T]/g, '')}-${Math.random().toString(36).slice(2, 8)}`,
    runbook: (uri) => service.runbook(uri),
    onDisk: savedText,
    pathOf: (uri) => service.placeOf(uri).path,
    isOurs: (uri) => service.placeOf(uri).folder !== '' || service.textOf(uri) !== undefined,
    documents: () => service.runnable(),
    async edit(uri, text, edits) {
      if (service.textOf(uri) !== text) return 'failed';
      const runbook = service.runbook(uri);
      if (runbook === undefined) return 'failed';
      const told = notes.nextChange(uri, longestEcho);
      const textDocument = { uri, version: service.versionOf(uri) };
      const own = edits.map(({ span, newText }: Edit) => ({ range: runbook.lines.rangeOf(span), newText }));
      const applied = await apply(service.say`Run`, [{ textDocument, edits: own }], null).catch(() => false);
      if (!applied) return 'failed';
      await told;
      return 'edited';
    },
    recordPlace(uri, stem) {
      const { folder, path } = service.placeOf(uri);
      if (folder === '') return Promise.resolve(null);
      const base = `${service.runSettings(uri).record ?? 'runs'}/${stem}`;
      for (let count = 1; count <= mostNames; count++) {
        const record = `${base}${count === 1 ? '' : `-${String(count)}`}.md`;
        const place = `${folder}/${record.split('/').map(encodeURIComponent).join('/')}`;
        if (!record.startsWith('..') && service.textOf(place) === undefined)
          return Promise.resolve({ uri: place, link: pathBetween(record, path) });
      }
      return Promise.resolve(null);
    },
    async writeRecord(uri, text) {
      const start = { line: 0, character: 0 };
      const change = {
        textDocument: { uri, version: null },
        edits: [{ range: { start, end: start }, newText: text }],
      };
      if (!support().edits.documentChanges) return 'failed';
      const applied = await apply(service.say`Run file`, [change], uri).catch(() => false);
      return applied ? 'edited' : 'failed';
    },
    linkBetween: (record, uri) => pathBetween(service.placeOf(record).path, service.placeOf(uri).path),
    mayUseTerminal: (uri) => service.runSettings(uri).terminal !== false,
    recordsOf: (uri, entry) => service.runsOf(uri, entry),
    changed(runs) {
      if (!wantsChanges()) return;
      const params: RunsChangedParams = { runs };
      void connection.sendNotification(runsChangedNotification.method, params).catch(() => undefined);
    },
  };
}
