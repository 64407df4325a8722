/**
 * The pages about rules as a file system that nobody can write to, so that they open offline, in the editor's own Markdown
 * preview, and lead to each other: `runbook-pages:/rules/dangling-id.md`. They are in the package, in `dist/rules`.
 *
 * Links of findings cannot run commands, and a path of the package would open as a text that looks like one to edit; that
 * pages of this scheme open in the preview is a default of the manifest.
 */
import {
  Disposable,
  EventEmitter,
  FilePermission,
  FileSystemError,
  FileType,
  Uri,
  workspace,
  type ExtensionContext,
  type FileChangeEvent,
  type FileStat,
  type FileSystemProvider,
} from 'vscode';
import { withPlainLinks } from './plain-links.js';

export const pagesScheme = 'runbook-pages';

/** Where the server is told that the pages are. */
export const rulePages = `${pagesScheme}:/rules`;

/** Serves the pages until it is disposed of. */
export function serveRulePages({ extension, extensionUri }: ExtensionContext): Disposable {
  const manifest: unknown = extension.packageJSON;
  const pages = new RulePages(Uri.joinPath(extensionUri, 'dist'), webDocs(manifest));
  return workspace.registerFileSystemProvider(pagesScheme, pages, { isReadonly: true });
}

class RulePages implements FileSystemProvider {
  readonly #root: Uri;
  readonly #web: string;
  /** Pages never change. */
  readonly onDidChangeFile = new EventEmitter<FileChangeEvent[]>().event;

  constructor(root: Uri, web: string) {
    this.#root = root;
    this.#web = web;
  }

  async readFile({ path }: Uri): Promise<Uint8Array> {
    if (/^\/rules\/[\w-]+\.md$/.test(path)) {
      const page = await workspace.fs.readFile(Uri.joinPath(this.#root, path));
      return new TextEncoder().encode(withPlainLinks(new TextDecoder().decode(page)));
    }
    const name = /^\/((?:[\w-]+\/)*[\w-]+\.md)$/.exec(path)?.[1];
    if (name === undefined) throw FileSystemError.FileNotFound(path);
    return new TextEncoder().encode(`# ${name}\n\n${this.#web}${name}\n`);
  }

  async stat(uri: Uri): Promise<FileStat> {
    if (!uri.path.endsWith('.md')) return { type: FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    const { length } = await this.readFile(uri);
    return { type: FileType.File, ctime: 0, mtime: 0, size: length, permissions: FilePermission.Readonly };
  }

  watch(): Disposable {
    return new Disposable(() => undefined);
  }

  readDirectory(): [string, FileType][] {
    return [];
  }

  createDirectory = refuse;
  writeFile = refuse;
  delete = refuse;
  rename = refuse;
}

function refuse(uri: Uri): never {
  throw FileSystemError.NoPermissions(uri);
}

/** The documentation on the web, for pages that are not in the package. */
function webDocs(manifest: unknown): string {
  const repository: unknown = member(manifest, 'repository');
  return `${String(member(repository, 'url')).replace(/\.git$/, '')}/blob/main/docs/`;
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
