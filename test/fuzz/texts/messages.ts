/** Streams of bytes for a server: messages that are right, nearly right or none, in frames that are or are not. */
import fc from 'fast-check';
import { texts } from '../../server/lsp/every-feature';

const methods = [
  ...[
    'definition',
    'references',
    'documentHighlight',
    'hover',
    'completion',
    'documentSymbol',
    'foldingRange',
  ],
  ...[
    'selectionRange',
    'prepareCallHierarchy',
    'linkedEditingRange',
    'inlayHint',
    'semanticTokens/full',
    'codeAction',
  ],
  ...[
    'codeLens',
    'formatting',
    'rangeFormatting',
    'onTypeFormatting',
    'prepareRename',
    'rename',
    'diagnostic',
  ],
].map((name) => `textDocument/${name}`);
const others = [
  'workspace/symbol',
  'workspace/diagnostic',
  'workspace/willRenameFiles',
  'workspace/executeCommand',
  'runbook/outline',
  'runbook/preview',
  'runbook/entryTargets',
  'runbook/newEntry',
  'runbook/report',
  'callHierarchy/incomingCalls',
  'completionItem/resolve',
  'initialize',
  'shutdown',
  '$/unheardOf',
  '__proto__',
];
const notifications = [
  'textDocument/didOpen',
  'textDocument/didChange',
  'textDocument/didClose',
  'textDocument/didSave',
  'workspace/didChangeWatchedFiles',
  'workspace/didChangeWorkspaceFolders',
  'workspace/didChangeConfiguration',
  '$/cancelRequest',
  '$/setTrace',
  'initialized',
  'exit',
];

const uri = fc.constantFrom(
  ...Object.keys(texts).map((name) => `file:///@/${name}`),
  'file:///@/new.md',
  'untitled:Untitled-1',
  'file:///%',
  'no uri',
  '',
);
const number = fc.oneof(fc.integer({ min: 0, max: 60 }), fc.constantFrom(-1, 1.5, 1e21, 2 ** 31, 0));
const position = fc.record({ line: number, character: number });
const range = fc.record({ start: position, end: position });
const document = fc.record({ uri });
const change = fc.oneof(
  fc.record({ text: fc.constantFrom('', ...Object.values(texts)) }),
  fc.record({ range, text: fc.constantFrom('', '\n', '# x\n', '\ud83d', 'RUN-001') }),
);
/** What messages of all kinds ask for, in one object: each takes what it knows. */
const sound = fc.record({
  textDocument: fc.oneof(
    document,
    fc.record({
      uri,
      version: number,
      languageId: fc.constant('markdown'),
      text: fc.constantFrom(...Object.values(texts)),
    }),
  ),
  position,
  range,
  context: fc.constant({ diagnostics: [], includeDeclaration: true, triggerKind: 1 }),
  positions: fc.array(position, { maxLength: 3 }),
  newName: fc.constantFrom('RUN-007', '', '\n', 'x'.repeat(3000)),
  ch: fc.constant('\n'),
  options: fc.constant({ tabSize: 2, insertSpaces: true }),
  query: fc.constantFrom('', 'RUN', '(((('),
  prefix: fc.constantFrom('RUN', '', '__proto__'),
  title: fc.constantFrom('New', '', '\n# x'),
  uri,
  contentChanges: fc.array(change, { maxLength: 3 }),
  changes: fc.array(fc.record({ uri, type: fc.integer({ min: 0, max: 4 }) }), { maxLength: 3 }),
  files: fc.array(fc.record({ oldUri: uri, newUri: uri }), { maxLength: 2 }),
  event: fc.constantFrom(
    { added: [], removed: [] },
    { added: [{ uri: 'file:///@/', name: 'a' }], removed: [] },
  ),
  settings: fc.constantFrom(null, {}, { runbook: { trace: 7 } }),
  previousResultIds: fc.constant([]),
  id: fc.constantFrom<unknown[]>(1, 'f1', null, {}),
});
const params = fc.oneof(
  { weight: 6, arbitrary: sound },
  {
    weight: 2,
    arbitrary: fc.dictionary(
      fc.constantFrom('textDocument', 'position', 'uri', 'query', 'range'),
      fc.jsonValue(),
    ),
  },
  { weight: 1, arbitrary: fc.jsonValue() },
);
const message = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      jsonrpc: fc.constant('2.0'),
      id: fc.constantFrom('f1', 'f2', 'f3'),
      method: fc.constantFrom(...methods, ...others),
      params,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ jsonrpc: fc.constant('2.0'), method: fc.constantFrom(...notifications), params }),
  },
  { weight: 1, arbitrary: fc.record({ id: fc.jsonValue(), method: fc.jsonValue(), params: fc.jsonValue() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      jsonrpc: fc.constant('2.0'),
      id: fc.constantFrom('f9', 'f1'),
      result: fc.jsonValue(),
    }),
  },
);
const body = fc.oneof(
  { weight: 8, arbitrary: message.map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: fc.constantFrom('', '{', '[]', 'null', '"\\ud83d"', '['.repeat(3000), '\0') },
);

const frame = fc
  .tuple(
    body,
    fc.constantFrom('right', 'right', 'right', 'right', 'short', 'long', 'none', 'twice', 'case', 'type'),
  )
  .map(([words, how]) => {
    const bytes = Buffer.from(words).toString('latin1');
    const length = `Content-Length: ${bytes.length}\r\n`;
    if (how === 'short') return `Content-Length: ${Math.max(0, bytes.length - 3)}\r\n\r\n${bytes}`;
    if (how === 'long') return `Content-Length: ${bytes.length + 9}\r\n\r\n${bytes}`;
    if (how === 'none') return `\r\n${bytes}`;
    if (how === 'twice') return `${length}${length}\r\n${bytes}`;
    if (how === 'case') return `content-length:${bytes.length}\n\n${bytes}`;
    if (how === 'type') return `Content-Type: application/json; charset=utf-16\r\n${length}\r\n${bytes}`;
    return `${length}\r\n${bytes}`;
  });
const noise = fc.oneof(
  fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
  fc.constantFrom(
    '\r\n',
    '\r\n\r\n',
    'Content-Length: ',
    'Content-Length: 99999999\r\n\r\n',
    'Content-Length: -1\r\n\r\n',
    'GET / HTTP/1.1\r\n\r\n',
  ),
);

/** Characters from 0 to 255, each a byte. `@` in a URI stands for the folder of the workspace. */
export const messageStream: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 6, arbitrary: frame }, { weight: 1, arbitrary: noise }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((parts) => parts.join(''));
