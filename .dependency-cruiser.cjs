/**
 * Who may import whom: the table of docs/architecture.md as rules. test/repository/dependency-rules.test.ts
 * seeds a violation of each and sees it caught, so a rule that stops working does not go unnoticed.
 */

/** What each part of the server may import of the server and the protocol, besides itself. */
const serverParts = {
  text: [],
  model: ['text'],
  config: ['model', 'text'],
  templates: ['model', 'text'],
  parsing: ['config', 'model', 'text'],
  alerts: ['config', 'model', 'text'],
  document: ['config', 'model', 'text'],
  index: ['workspace', 'document', 'model', 'text'],
  authoring: ['document', 'index', 'templates', 'config', 'model', 'text'],
  lint: ['alerts', 'authoring', 'document', 'index', 'workspace', 'templates', 'config', 'model', 'text'],
  init: ['lint', 'document', 'config', 'model', 'text'],
  run: ['authoring', 'document', 'index', 'workspace', 'config', 'model', 'text', 'protocol'],
  report: ['lint', 'document', 'index', 'workspace', 'config', 'model', 'text'],
  features: [
    'alerts',
    'run',
    'report',
    'lint',
    'authoring',
    'document',
    'index',
    'workspace',
    'templates',
    'config',
    'model',
    'text',
    'protocol',
  ],
  cache: ['lint', 'index', 'workspace', 'config', 'model', 'text'],
  files: ['alerts', 'service', 'config', 'workspace', 'model', 'text'],
  disk: ['alerts', 'run', 'files', 'service', 'config', 'workspace', 'model', 'text'],
  cli: ['run', 'service', 'files', 'disk', 'config', 'workspace', 'model', 'text', 'protocol'],
  lsp: ['alerts', 'run', 'service', 'files', 'disk', 'config', 'workspace', 'model', 'text', 'protocol'],
};

/** The paths of the names above that are no folder of the server. */
const places = {
  protocol: '^protocol/src/',
  service: '^server/src/service\\.ts$',
  workspace: '^server/src/workspace\\.ts$',
};

/** A pattern for packages by name, whether imported by their code or by their types. */
const packages = (...names) => `(^|/)node_modules/(@types/)?(${names.join('|')})(/|$)`;

const markdownLibraries = packages('remark.*', 'mdast.*', 'micromark.*', 'unified', 'unist.*');
const connectionLibraries = packages(
  'vscode-languageserver',
  'vscode-languageserver-protocol',
  'vscode-jsonrpc',
);
const product = '^(client|protocol|server)/src/';
/** What runs in a webview. */
const pages = '^client/src/(report-page|run-page|page-parts)/';

/** The modules that touch files: one reads them, the others look at folders and links, or write. */
const fileRoom =
  '^server/src/disk/(read-file|boundary|find-files|role-in-workspace|look-at|file-system|entry-store|journal-room|work-log)\\.ts$';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'A cycle has no inside and no outside: take the shared part out.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolved',
      comment: 'What cannot be found is held by no other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^vscode$' },
    },
    ...Object.entries(serverParts).map(([part, allowed]) => ({
      name: `server-${part}`,
      comment: `server/src/${part} may import ${[...allowed, 'itself'].join(', ')} and nothing else of the project.`,
      severity: 'error',
      from: { path: `^server/src/${part}/` },
      to: {
        path: '^(client|protocol|server)/',
        pathNot: [part, ...allowed].map((name) => places[name] ?? `^server/src/${name}/`),
      },
    })),
    {
      name: 'server-workspace',
      comment: 'The ports know text and nothing else.',
      severity: 'error',
      from: { path: places.workspace },
      to: { path: '^(client|protocol|server)/', pathNot: '^server/src/text/' },
    },
    {
      name: 'server-service',
      comment: 'The composition root and its parts are below the adapters and know neither them nor disks.',
      severity: 'error',
      from: { path: '^server/src/[^/]+\\.ts$' },
      to: { path: '^(client/|server/src/(lsp|cli|disk|files)/)' },
    },
    {
      name: 'rules-stand-alone',
      comment: 'A rule that needs another one needs a question in document/, or precedence, instead.',
      severity: 'error',
      from: { path: '^server/src/lint/rules/' },
      to: { path: '^server/src/lint/rules/' },
    },
    {
      name: 'registry-lists-rules',
      comment: 'The generated list names all rules; nobody else reaches for a single one.',
      severity: 'error',
      from: { path: product, pathNot: '^server/src/lint/(all-rules\\.ts$|rules/)' },
      to: { path: '^server/src/lint/rules/' },
    },
    {
      name: 'markdown-libraries',
      comment: 'Only parsing knows which Markdown parser there is.',
      severity: 'error',
      from: { path: product, pathNot: '^server/src/parsing/' },
      to: { path: markdownLibraries },
    },
    {
      name: 'slug-library',
      comment: 'Anchors are read from headings by parsing and written into new entries by templates.',
      severity: 'error',
      from: { path: product, pathNot: '^server/src/(parsing|templates)/' },
      to: { path: packages('github-slugger') },
    },
    {
      name: 'yaml-library',
      comment: 'Front matter, the configuration file and alert rules are YAML, nothing else.',
      severity: 'error',
      from: { path: product, pathNot: '^server/src/(parsing|config|alerts)/' },
      to: { path: packages('yaml') },
    },
    {
      name: 'connection-libraries',
      comment: 'The core answers plain data; only the lsp adapter has a connection.',
      severity: 'error',
      from: { path: product, pathNot: '^(server/src/lsp|client/src)/' },
      to: { path: connectionLibraries },
    },
    {
      name: 'lsp-types',
      comment: 'LSP types are for features and what is above them.',
      severity: 'error',
      from: {
        path: product,
        pathNot: '^(server/src/(features/|lsp/|service\\.ts$|editor-features\\.ts$)|client/src/)',
      },
      to: { path: packages('vscode-languageserver-types', 'vscode-languageserver-textdocument') },
    },
    {
      name: 'node-built-ins',
      comment: 'Everything else also runs in a web worker.',
      severity: 'error',
      from: { path: product, pathNot: '^(server/src/(cli|disk|lsp/node)|client/src/node)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'file-room',
      comment:
        'Files are read by read-file.ts alone, which knows kind and size before it reads; few others look or write.',
      severity: 'error',
      from: { path: product, pathNot: fileRoom },
      to: { path: '^(node:)?fs(/promises)?$' },
    },
    {
      name: 'no-network',
      comment: 'Documents stay on the machine: nothing is sent, nothing is fetched.',
      severity: 'error',
      from: { path: product },
      to: { path: '^(node:)?(net|tls|dgram|dns|dns/promises|http|https|http2|inspector)$' },
    },
    {
      name: 'one-process',
      comment:
        'Git is the only program that is started, in one place that lets no repository choose what runs.',
      severity: 'error',
      from: { path: product, pathNot: '^server/src/cli/git\\.ts$' },
      to: { path: '^(node:)?(child_process|cluster)$' },
    },
    {
      name: 'disk-has-node',
      comment: 'The disk workspace needs Node, so only the entries that have Node may use it.',
      severity: 'error',
      from: { path: product, pathNot: '^server/src/(cli|disk|lsp/node)/' },
      to: { path: '^server/src/disk/' },
    },
    {
      name: 'client-knows-protocol',
      comment: 'The client speaks to the server through the protocol only.',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: '^server/' },
    },
    {
      name: 'client-libraries',
      comment: 'The client is thin: VS Code and the language client are all it needs.',
      severity: 'error',
      from: { path: '^client/src/', pathNot: pages },
      to: {
        path: '(^|/)node_modules/',
        pathNot: packages('vscode', 'vscode-languageclient', 'node', 'markdown-it'),
      },
    },
    {
      name: 'markdown-it-types',
      comment: 'The preview of the editor brings markdown-it: we know its types and ship none.',
      severity: 'error',
      from: { path: product },
      to: { path: packages('markdown-it'), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'first-stage',
      comment: 'What is loaded with any Markdown document stays small: it imports types of the rest only.',
      severity: 'error',
      from: { path: '^client/src/wake/' },
      to: { path: product, pathNot: '^client/src/wake/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'pages-stand-alone',
      comment:
        'A page of a webview has no editor: the protocol, what it says to the extension, and a layout library.',
      severity: 'error',
      from: { path: pages },
      to: {
        pathNot: [
          '^protocol/src/',
          pages,
          '^client/src/(report|run)/page-messages\\.ts$',
          packages('@dagrejs'),
        ],
      },
    },
    {
      name: 'pages-know-no-other-page',
      comment: 'Each page is a bundle: what several need is in page-parts.',
      severity: 'error',
      from: { path: '^client/src/(report|run)-page/' },
      to: { path: '^client/src/(report|run)(-page)?/', pathNot: '^client/src/$1(-page)?/' },
    },
    {
      name: 'pages-are-bundles-of-their-own',
      comment: 'What runs in a webview is built apart, with the types of a page.',
      severity: 'error',
      from: { path: product, pathNot: pages },
      to: { path: pages },
    },
    {
      name: 'layout-library',
      comment: 'One file knows what lays the graph of the report out.',
      severity: 'error',
      from: { path: product, pathNot: '^client/src/report-page/graph-layout\\.ts$' },
      to: { path: packages('@dagrejs') },
    },
    {
      name: 'protocol-is-plain',
      comment: 'The protocol is data types and names without dependencies.',
      severity: 'error',
      from: { path: '^protocol/src/' },
      to: { pathNot: '^protocol/src/' },
    },
    {
      name: 'product-knows-no-tools',
      comment: 'What ships does not depend on what checks and builds it.',
      severity: 'error',
      from: { path: product },
      to: { path: '^(test|bench|scripts)/' },
    },
  ],
  options: {
    // Types are knowledge too: an `import type` counts.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^test/(workspaces|fixtures)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
