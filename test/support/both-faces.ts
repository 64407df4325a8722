/** The findings of a folder as the command line and the language server, both as processes, tell them. */
import { readFileSync } from 'node:fs';
import type { Diagnostic, WorkspaceDiagnosticReport } from 'vscode-languageserver/node';
import { runCli, startServer, type BuiltProduct } from './built-product';
import { today } from './workspace';

/** A row of `runbook-md check --format json`. */
export interface Row {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly message: string;
  readonly fixable: boolean;
}

const severities = ['error', 'warning', 'information', 'hint'];

export interface CheckedByCli {
  readonly rows: readonly Row[];
  readonly code: number | null;
  /** What stood on standard error. */
  readonly error: string;
}

export async function checkByCli(product: BuiltProduct, folder: string): Promise<CheckedByCli> {
  const { code, out, error } = await runCli(product, 'check', folder, '--format', 'json', '--today', today);
  return { rows: JSON.parse(out) as Row[], code, error };
}

/** A row in one line, by what the editor knows too. */
export function describeRow({
  file,
  line,
  column,
  endLine,
  endColumn,
  rule,
  severity,
  message,
}: Row): string {
  return `${file} ${line}:${column}-${endLine}:${endColumn} ${severity} ${rule}: ${message}`;
}

/**
 * The same lines from the language server: asked for the whole workspace, and again for each of `open` with its
 * text sent by the editor.
 */
export async function checkByServer(
  product: BuiltProduct,
  folder: string,
  open: readonly string[],
): Promise<{ readonly workspace: readonly string[]; readonly opened: readonly string[] }> {
  const { connection, end, uri } = await startServer(product, folder);
  const root = uri('').replace(/\/$/, '');
  const pathOf = (one: string): string => decodeURIComponent(one.slice(root.length + 1));
  const { items } = await connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', {
    previousResultIds: [],
  });
  const workspace = items.flatMap((report) =>
    report.kind === 'full' ? report.items.map((item) => describe(pathOf(report.uri), item)) : [],
  );
  const opened: string[] = [];
  for (const path of open) {
    // editors keep a byte order mark out of the text
    const text = readFileSync(`${folder}/${path}`, 'utf8').replace(/^\ufeff/, '');
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: uri(path), languageId: 'markdown', version: 1, text },
    });
    const report = await connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri: uri(path) },
    });
    opened.push(...report.items.map((item) => describe(path, item)));
  }
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  await end;
  return { workspace: workspace.sort(), opened: opened.sort() };
}

function describe(file: string, { range: { start, end }, severity, code, message }: Diagnostic): string {
  const place = `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`;
  return `${file} ${place} ${severities[(severity ?? 1) - 1] ?? ''} ${String(code)}: ${typeof message === 'string' ? message : message.value}`;
}
