/** An editor without windows behind the module `vscode` of a declared version: documents, commands, configuration, findings. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { URI } from 'vscode-uri';
import { LineIndex } from '../../../server/src/text/line-index';
import { Disposable, EventEmitter, Position, Range, workingClasses } from './classes';
import { declaredIn, type DeclaredApi } from './declared';
import { StrictApi } from './strict-api';

type Command = (...passed: readonly unknown[]) => unknown;

export interface Manifest {
  readonly contributes: {
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default?: unknown }>> };
  };
}

/** A collection of findings, by documents. */
type Found = Map<string, readonly { readonly code?: unknown }[]>;

export class OldEditor {
  readonly api: StrictApi;
  readonly module: object;
  /** What providers were registered for, as `registerHoverProvider`, with the providers. */
  readonly providers = new Map<string, object[]>();
  readonly commands = new Map<string, Command>();
  readonly output: string[] = [];
  readonly errors: string[] = [];
  readonly panels: string[] = [];
  /** What the views show, by their ids. */
  readonly trees = new Map<string, object>();
  readonly #documents: object[] = [];
  readonly #opened = new EventEmitter<object>();
  readonly #found: Found = new Map();
  readonly #foundMore = new EventEmitter<void>();
  readonly #folder: string;
  readonly #manifest: Manifest;

  /**
   * `declarations`: the `vscode.d.ts` of the version, whose number is `version`. `folder`: the only one of the workspace.
   * `manifest`: of the extension.
   */
  constructor(declarations: string, version: string, folder: string, manifest: Manifest) {
    this.#folder = folder;
    this.#manifest = manifest;
    const declared = declaredIn(declarations);
    this.api = new StrictApi(declared, workingClasses);
    this.module = this.api.module({
      version,
      l10n: { t: said, bundle: undefined, uri: undefined },
      env: { language: 'en', appName: 'VS Code', uriScheme: 'vscode', clipboard: this.api.make('Clipboard') },
      commands: {
        registerCommand: (id: string, command: Command) => {
          if (this.commands.has(id)) throw new Error(`command '${id}' already exists`);
          this.commands.set(id, command);
          return new Disposable(() => this.commands.delete(id));
        },
        executeCommand: (id: string, ...passed: unknown[]) =>
          Promise.resolve().then(() => this.commands.get(id)?.(...passed)),
        getCommands: () => Promise.resolve([...this.commands.keys()]),
      },
      extensions: { getExtension: () => undefined },
      languages: {
        ...Object.fromEntries(this.#registrations(declared)),
        match: (selector: unknown, document: object) => (matches(selector, document) ? 10 : 0),
        createDiagnosticCollection: () => this.#collection(),
      },
      window: this.#window(),
      workspace: this.#workspace(),
    });
  }

  /** Opens a document, as a click on it does. */
  open(file: string, text: string): object {
    const document = this.#document(URI.file(file), text);
    this.#documents.push(document);
    this.#opened.fire(document);
    return document;
  }

  /** Waits until a document has a finding of a rule. Rejects when people are told of an error. */
  async finding(document: object, rule: string): Promise<void> {
    const uri = String(Reflect.get(document, 'uri'));
    const isThere = (): boolean =>
      (this.#found.get(uri) ?? []).some(
        ({ code }) => code !== undefined && JSON.stringify(code).includes(rule),
      );
    while (!isThere()) {
      if (this.errors.length > 0) throw new Error(this.errors.join('\n'));
      await new Promise<void>((resolve) => {
        this.#foundMore.event(() => {
          resolve();
        });
      });
    }
  }

  *#registrations(declared: DeclaredApi): Iterable<[string, Command]> {
    const languages = declared.values.get('languages');
    if (languages?.kind !== 'namespace') return;
    for (const name of languages.members.keys())
      if (/^register.*Provider$/.test(name))
        yield [
          name,
          (...passed) => {
            const provider = passed.find((one) => typeof one === 'object' && one !== null && isProvider(one));
            const all = this.providers.get(name) ?? [];
            if (typeof provider === 'object' && provider !== null)
              this.providers.set(name, [...all, provider]);
            return new Disposable(() => undefined);
          },
        ];
  }

  #window(): Readonly<Record<string, unknown>> {
    const tell = (words: unknown): Promise<undefined> => {
      this.errors.push(String(words));
      this.#foundMore.fire();
      return Promise.resolve(undefined);
    };
    const write = (...words: readonly unknown[]): void => {
      this.output.push(words.map(String).join(' '));
    };
    return {
      activeTextEditor: undefined,
      visibleTextEditors: [],
      state: this.api.make('WindowState', { focused: true, active: true }),
      showErrorMessage: tell,
      createOutputChannel: () =>
        this.api.make('LogOutputChannel', {
          ...Object.fromEntries(
            ['append', 'appendLine', 'trace', 'debug', 'info', 'warn', 'error'].map((name) => [name, write]),
          ),
          logLevel: 3,
        }),
      createWebviewPanel: (type: string) => {
        this.panels.push(type);
        const webview = this.api.make('Webview', {
          asWebviewUri: (uri: URI) => uri,
          cspSource: 'self',
          postMessage: () => Promise.resolve(true),
          options: {},
          html: '',
        });
        return this.api.make('WebviewPanel', { webview, visible: true, viewType: type });
      },
      createTreeView: (id: string, { treeDataProvider }: { readonly treeDataProvider: object }) => {
        this.trees.set(id, treeDataProvider);
        return this.api.make('TreeView');
      },
      withProgress: (_options: unknown, work: Command) => work(this.api.make('Progress'), undefined),
    };
  }

  #workspace(): Readonly<Record<string, unknown>> {
    const folder = this.api.make('WorkspaceFolder', { uri: URI.file(this.#folder), name: 'shop', index: 0 });
    const contains = (uri: URI): boolean => uri.fsPath.startsWith(this.#folder);
    return {
      workspaceFolders: [folder],
      name: 'shop',
      isTrusted: true,
      textDocuments: this.#documents,
      notebookDocuments: [],
      onDidOpenTextDocument: this.#opened.event,
      getWorkspaceFolder: (uri: URI) => (contains(uri) ? folder : undefined),
      asRelativePath: (uri: URI) => uri.fsPath.slice(this.#folder.length + 1),
      getConfiguration: (section?: string) => this.#configuration(section),
      findFiles: () => Promise.resolve([]),
      openTextDocument: async (uri: URI) => this.#document(uri, await readFile(uri.fsPath, 'utf8')),
      fs: this.api.make('FileSystem', {
        readFile: (uri: URI) => readFile(uri.fsPath),
        stat: (uri: URI) =>
          existsSync(uri.fsPath)
            ? Promise.resolve(this.api.make('FileStat'))
            : Promise.reject(new Error(`there is no ${uri.fsPath}`)),
      }),
    };
  }

  #configuration(section: string | undefined): object {
    const full = (name: string): string =>
      section === undefined || section === '' ? name : `${section}.${name}`;
    const { properties } = this.#manifest.contributes.configuration;
    return this.api.make('WorkspaceConfiguration', {
      get: (name: string, otherwise?: unknown) => properties[full(name)]?.default ?? otherwise,
      has: (name: string) => full(name) in properties,
      inspect: () => undefined,
    });
  }

  #collection(): object {
    const set = (uri: unknown, findings?: readonly object[]): void => {
      const pairs = Array.isArray(uri)
        ? (uri as [unknown, readonly object[] | undefined][])
        : [[uri, findings] as const];
      for (const [of, own] of pairs) this.#found.set(String(of), own ?? []);
      this.#foundMore.fire();
    };
    return this.api.make('DiagnosticCollection', {
      set,
      get: (uri: URI) => this.#found.get(String(uri)) ?? [],
      delete: (uri: URI) => {
        set(uri);
      },
    });
  }

  #document(uri: URI, text: string): object {
    const lines = new LineIndex(text);
    const at = (offset: number): Position => {
      const { line, character } = lines.positionAt(offset);
      return new Position(line, character);
    };
    return this.api.make('TextDocument', {
      uri,
      fileName: uri.fsPath,
      languageId: uri.path.endsWith('.md') ? 'markdown' : 'yaml',
      version: 1,
      lineCount: text.split('\n').length,
      eol: 1,
      getText: (range?: Range) =>
        range === undefined ? text : text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end)),
      positionAt: at,
      offsetAt: (position: Position) => lines.offsetAt(position),
      validateRange: (range: Range) => range,
      validatePosition: (position: Position) => position,
      lineAt: (line: number | Position) => {
        const number = typeof line === 'number' ? line : line.line;
        const words = text.split('\n')[number] ?? '';
        const range = new Range(number, 0, number, words.length);
        return this.api.make('TextLine', { lineNumber: number, text: words, range });
      },
    });
  }
}

/** Words of `vscode.l10n.t`, in English. */
function said(message: string | { readonly message: string }, ...slots: readonly unknown[]): string {
  const [first] = slots;
  const named = typeof first === 'object' && first !== null ? { ...first } : slots;
  const words = typeof message === 'string' ? message : message.message;
  return words.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(Reflect.get(named, name)));
}

function isProvider(one: object): boolean {
  return Object.keys(one).some((name) => /^(?:provide|prepare)/.test(name));
}

/** Whether one of some filters is about a document. Patterns are left out: those of the product are of other files. */
function matches(selector: unknown, document: object): boolean {
  const filters: unknown[] = Array.isArray(selector) ? selector : [selector];
  return filters.some((filter) => {
    if (typeof filter === 'string') return filter === '*' || filter === Reflect.get(document, 'languageId');
    if (typeof filter !== 'object' || filter === null) return false;
    const { language, scheme, pattern }: { language?: unknown; scheme?: unknown; pattern?: unknown } = filter;
    const uri = Reflect.get(document, 'uri') as URI;
    return (
      pattern === undefined &&
      (language === undefined || language === Reflect.get(document, 'languageId')) &&
      (scheme === undefined || scheme === uri.scheme)
    );
  });
}
