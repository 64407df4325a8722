/** Asks the built language server for every feature in hostile text, one after the other, and measures what each takes. */
import { fork } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { inProject } from '../support/project.mjs';
import { isJudged, layOut, patience } from './measure.mjs';

/** @typedef {import('./measure.mjs').Outcome} Outcome */
/** @typedef {{ line: number, character: number }} Place */
/** @typedef {{ name: string, method: string, params: Readonly<Record<string, unknown>> }} Question */

/** Answers with the processor time of the process that it is loaded in. */
const timer = fileURLToPath(new URL('asked-time.cjs', import.meta.url));

/**
 * Opens the largest file of a folder in a server of its own and asks for every feature.
 * @param {string} folder is made, and removed again
 * @param {Readonly<Record<string, string>>} files by path
 * @returns {Promise<ReadonlyMap<string, Outcome>>} by feature; those behind one that ended the process are left out
 */
export async function measureFeatures(folder, files) {
  const work = layOut(folder, files);
  const server = new Server(work);
  try {
    return await askAll(server, work, files);
  } finally {
    server.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {Server} server
 * @param {string} work
 * @param {Readonly<Record<string, string>>} files
 * @returns {Promise<Map<string, Outcome>>}
 */
async function askAll(server, work, files) {
  const [[name, text] = ['', '']] = Object.entries(files)
    .filter(([file]) => file.endsWith('.md'))
    .sort(([, a], [, b]) => b.length - a.length);
  const uri = pathToFileURL(path.join(work, name)).href;
  const root = pathToFileURL(work).href;
  /** @type {Map<string, Outcome>} */
  const outcomes = new Map();
  const take = async (/** @type {string} */ feature, /** @type {() => Promise<unknown>} */ ask) => {
    const outcome = await server.timed(ask);
    outcomes.set(feature, outcome);
    return outcome.failure === '';
  };
  const textDocument = { uri };
  const opened = await take('open', async () => {
    await server.start(root);
    await server.tell('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: 1, text },
    });
    return server.ask('textDocument/diagnostic', { textDocument });
  });
  if (!opened) return outcomes;
  for (const { name: feature, method, params } of questionsOf(uri, text))
    if (!(await take(feature, () => server.ask(method, params)))) return outcomes;
  await take('keystroke', async () => {
    const at = placeAt(text, Math.floor(text.length / 2));
    await server.tell('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range: { start: at, end: at }, text: 'x' }],
    });
    return server.ask('textDocument/diagnostic', { textDocument });
  });
  return outcomes;
}

/**
 * Questions about the whole text, and about its middle, its end and the last id in it.
 * @param {string} uri
 * @param {string} text
 * @returns {Question[]}
 */
function questionsOf(uri, text) {
  const textDocument = { uri };
  const end = placeAt(text, text.length);
  const range = { start: { line: 0, character: 0 }, end };
  const options = { tabSize: 2, insertSpaces: true };
  const id = Math.max(text.lastIndexOf('RUN-'), text.lastIndexOf('MON-'), 0);
  const places = { middle: Math.floor(text.length / 2), end: Math.floor(text.length * 0.97), id: id + 2 };
  const positions = Object.values(places).map((offset) => placeAt(text, offset));
  const actions = (/** @type {string | undefined} */ only) => ({
    textDocument,
    range,
    context: { diagnostics: [], ...(only === undefined ? {} : { only: [only] }) },
  });
  const whole = [
    question('documentSymbol', { textDocument }),
    question('foldingRange', { textDocument }),
    question('semanticTokens/full', { textDocument }),
    question('inlayHint', { textDocument, range }),
    question('codeLens', { textDocument }),
    question('selectionRange', { textDocument, positions }),
    question('formatting', { textDocument, options }),
    question('rangeFormatting', { textDocument, range, options }),
    question('codeAction', actions(undefined)),
    question('codeAction', actions('refactor')),
    question('codeAction', actions('source.fixAll')),
  ];
  const asked = Object.entries(places).flatMap(([where, offset]) => {
    const position = placeAt(text, offset);
    const at = { textDocument, position };
    return [
      question('hover', at, where),
      question('completion', { ...at, context: { triggerKind: 1 } }, where),
      question('definition', at, where),
      question('references', { ...at, context: { includeDeclaration: true } }, where),
      question('documentHighlight', at, where),
      question('linkedEditingRange', at, where),
      question('prepareRename', at, where),
      question('rename', { ...at, newName: where === 'id' ? 'RUN-987' : 'Other words' }, where),
      question('onTypeFormatting', { ...at, ch: '\n', options }, where),
      question('prepareCallHierarchy', at, where),
      question('codeAction', { ...actions(undefined), range: { start: position, end: position } }, where),
    ];
  });
  const moved = { name: 'willRenameFiles', method: 'workspace/willRenameFiles' };
  return [
    ...whole,
    ...asked,
    { ...moved, params: { files: [{ oldUri: uri, newUri: uri.replace(/[^/]*$/, 'deep/$&') }] } },
    { name: 'workspace/symbol', method: 'workspace/symbol', params: { query: 'run' } },
  ];
}

/**
 * @param {string} feature
 * @param {Readonly<Record<string, unknown>>} params
 * @param {string} [where]
 * @returns {Question}
 */
function question(feature, params, where = '') {
  const only = /** @type {{ only?: string[] } | undefined} */ (params['context'])?.only;
  const name = [feature, ...(only ?? []), ...(where === '' ? [] : [`at ${where}`])].join(' ');
  return { name, method: `textDocument/${feature}`, params };
}

/**
 * @param {string} text
 * @param {number} offset
 * @returns {Place}
 */
function placeAt(text, offset) {
  let line = 0;
  let start = 0;
  for (const { 0: ending, index } of text.matchAll(/\r\n|\r|\n/g)) {
    if (index + ending.length > offset) break;
    line++;
    start = index + ending.length;
  }
  return { line, character: offset - start };
}

/** The built server as a process of its own, without cache. */
class Server {
  #child;
  #connection;
  #errors = '';
  /** @type {Promise<string>} */
  #ended;

  /** @param {string} cwd */
  constructor(cwd) {
    this.#child = fork(inProject('dist/server.js'), ['--stdio', '--no-cache'], {
      cwd,
      execArgv: ['--require', timer],
      stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
    });
    const { stdin, stdout, stderr } = this.#child;
    if (stdin === null || stdout === null) throw new Error('the server has no streams');
    stderr?.setEncoding('utf8').on('data', (/** @type {string} */ some) => {
      if (this.#errors.length < 2_000) this.#errors += some;
    });
    this.#ended = new Promise((resolve) => {
      this.#child.once('exit', (code, signal) => {
        resolve(`ended with ${signal ?? `code ${code}`} ${this.#errors.trim().slice(0, 300)}`);
      });
    });
    // a server that ends is told of in words, not by what is written to it
    stdin.on('error', () => undefined);
    this.#connection = createProtocolConnection(
      new StreamMessageReader(stdout),
      new StreamMessageWriter(stdin),
    );
    this.#connection.onError(() => undefined);
    this.#connection.onUnhandledNotification(() => undefined);
    this.#connection.listen();
  }

  /** @param {string} root */
  async start(root) {
    await this.ask('initialize', {
      processId: process.pid,
      rootUri: root,
      workspaceFolders: [{ uri: root, name: 'work' }],
      capabilities: {
        workspace: { workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } },
        textDocument: {
          diagnostic: {},
          rename: { prepareSupport: true },
          documentSymbol: { hierarchicalDocumentSymbolSupport: true },
        },
      },
    });
    await this.tell('initialized', {});
  }

  /** @type {(method: string, params: Readonly<Record<string, unknown>>) => Promise<void>} */
  tell(method, params) {
    return this.#connection.sendNotification(method, params);
  }

  /** @type {(method: string, params: Readonly<Record<string, unknown>>) => Promise<unknown>} */
  ask(method, params) {
    return this.#connection.sendRequest(method, params);
  }

  /**
   * What becomes of a question. An error as the answer is one: some names are refused.
   * @param {() => Promise<unknown>} ask
   * @returns {Promise<Outcome>}
   */
  async timed(ask) {
    const before = await this.#time();
    /** @type {{ failure: string, answer: unknown }} */
    const { failure, answer } = await this.#within(
      ask().then(
        (given) => ({ failure: '', answer: given }),
        () => ({ failure: '', answer: null }),
      ),
    );
    const after = failure === '' ? await this.#time() : null;
    return {
      time: before === null || after === null ? null : after - before,
      judged: isJudged(JSON.stringify(answer ?? null)),
      findings: sizeOf(answer),
      failure: failure !== '' ? failure : after === null ? 'no answer about its time' : '',
    };
  }

  end() {
    this.#connection.dispose();
    this.#child.kill('SIGKILL');
  }

  /**
   * @param {Promise<{ failure: string, answer: unknown }>} asked
   * @returns {Promise<{ failure: string, answer: unknown }>}
   */
  async #within(asked) {
    /** @type {NodeJS.Timeout | undefined} */
    let stop;
    const late = new Promise((resolve) => {
      stop = setTimeout(resolve, patience, `no answer within ${patience / 1_000} s`);
    });
    const failed = Promise.race([this.#ended, late]).then((failure) => ({
      failure: String(failure),
      answer: null,
    }));
    const first = await Promise.race([asked, failed]);
    clearTimeout(stop);
    return first;
  }

  /** @returns {Promise<number | null>} processor time so far, in ms; null when the process does not tell */
  async #time() {
    if (!this.#child.connected) return null;
    const told = new Promise((resolve) => this.#child.once('message', resolve));
    this.#child.send('time');
    const { answer, failure } = await this.#within(told.then((time) => ({ failure: '', answer: time })));
    return failure === '' ? Number(answer) : null;
  }
}

/**
 * How many things an answer has.
 * @param {unknown} answer
 */
function sizeOf(answer) {
  if (Array.isArray(answer)) return answer.length;
  return typeof answer === 'object' && answer !== null ? Object.keys(answer).length : 0;
}
