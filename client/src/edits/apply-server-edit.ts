/** Applies edits of several documents that the server answers as one workspace edit. */
import { Uri } from 'vscode';
import type { RunbookServer } from '../language-client.js';
import { applyVersioned } from './apply-edits.js';

/** A workspace edit as it comes over the wire. */
export type ServerEdit = Parameters<
  Awaited<ReturnType<RunbookServer['whenRunning']>>['protocol2CodeConverter']['asWorkspaceEdit']
>[0];

/** @returns Whether there was something to edit. Throws as {@link applyVersioned}. */
export async function applyServerEdit(server: RunbookServer, edit: ServerEdit): Promise<boolean> {
  const client = await server.whenRunning();
  const converted = await client.protocol2CodeConverter.asWorkspaceEdit(edit);
  if (converted === undefined) return false;
  const documents = (edit?.documentChanges ?? []).flatMap((one) =>
    'textDocument' in one
      ? [{ uri: Uri.parse(one.textDocument.uri, true), version: one.textDocument.version }]
      : [],
  );
  await applyVersioned(converted, documents);
  return true;
}
