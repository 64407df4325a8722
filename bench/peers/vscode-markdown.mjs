/**
 * The Markdown language server of VS Code. It leaves files and parsing to its client, so this is also what VS Code does
 * for it: markdown-it over a text, and the disk.
 */
import { readFile, readdir, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { node } from './command-lines.mjs';
import { inPeers } from './packages.mjs';

/** @typedef {import('../lsp/client.mjs').ProtocolConnection} ProtocolConnection */
/** @typedef {{ uri: string }} UriParams */

const validate = {
  enabled: true,
  referenceLinks: { enabled: 'warning' },
  fragmentLinks: { enabled: 'warning' },
  fileLinks: { enabled: 'warning', markdownFragmentLinks: 'inherit' },
  ignoredLinks: [],
  unusedLinkDefinitions: { enabled: 'hint' },
  duplicateLinkDefinitions: { enabled: 'warning' },
};
const markdown = {
  validate,
  suggest: { paths: { enabled: true, includeWorkspaceHeaderCompletions: 'onDoubleHash' } },
  occurrencesHighlight: { enabled: true },
};

/** @returns {import('../lsp/client.mjs').ServerKind} */
export function vscodeMarkdownServer() {
  return {
    tool: 'vscode-markdown',
    call: node(inPeers('vscode-markdown-languageserver', 'dist', 'node', 'workerMain.js'), '--stdio'),
    initializationOptions: { markdownFileExtensions: ['md'] },
    settings: { markdown },
    slow: true,
    probed: false,
    serve,
  };
}

/**
 * @param {ProtocolConnection} connection
 * @param {import('../lsp/client.mjs').EditorSide} editor
 */
function serve(connection, { folder, textOf }) {
  const parser = createParser();
  connection.onRequest('markdown/parse', async (/** @type {UriParams & { text?: string }} */ { uri, text }) =>
    parser.parse(text ?? textOf(uri) ?? (await readFile(fileURLToPath(uri), 'utf8')), {}),
  );
  connection.onRequest('markdown/fs/readFile', async (/** @type {UriParams} */ { uri }) => [
    ...(await readFile(fileURLToPath(uri))),
  ]);
  connection.onRequest('markdown/fs/readDirectory', async (/** @type {UriParams} */ { uri }) => {
    const entries = await readdir(fileURLToPath(uri), { withFileTypes: true });
    return entries.map((entry) => [entry.name, { isDirectory: entry.isDirectory() }]);
  });
  connection.onRequest('markdown/fs/stat', async (/** @type {UriParams} */ { uri }) => {
    const found = await stat(fileURLToPath(uri)).catch(() => null);
    return found === null ? null : { isDirectory: found.isDirectory() };
  });
  connection.onRequest('markdown/fs/watcher/create', () => null);
  connection.onRequest('markdown/fs/watcher/delete', () => null);
  connection.onRequest('markdown/findMarkdownFilesInWorkspace', async () => {
    const entries = await readdir(folder, { withFileTypes: true, recursive: true });
    return entries
      .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
      .map((entry) => pathToFileURL(path.join(entry.parentPath, entry.name)).href);
  });
}

/**
 * @returns {{ parse: (text: string, environment: object) => unknown }} markdown-it as VS Code sets it up
 */
function createParser() {
  /** @type {new (options: object) => { parse: (text: string, environment: object) => unknown }} */
  const MarkdownIt = createRequire(inPeers('markdown-it', 'package.json'))('markdown-it');
  return new MarkdownIt({ html: true, linkify: true });
}
