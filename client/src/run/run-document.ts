/**
 * How the document of a run stands in this window, as far as whoever carries the run out has to know it: with changes that are
 * not saved, never saved at all, or gone from where it was. What that means for the run, the server knows.
 */
import { Disposable, EventEmitter, RelativePattern, Uri, l10n, workspace } from 'vscode';

/** Milliseconds after which changes count as not saved: a tick is saved at once. */
const saveTime = 1500;

type Standing = 'saved' | 'unsaved' | 'untitled' | 'gone';

export class RunDocument implements Disposable {
  readonly #uri: Uri;
  readonly #changed = new EventEmitter<undefined>();
  /** Fires when {@link notice} has changed. */
  readonly onDidChange = this.#changed.event;
  readonly #subscriptions: Disposable;
  #standing: Standing = 'saved';
  #renamedTo: Uri | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param uri of the document, as the server names it */
  constructor(uri: string) {
    this.#uri = Uri.parse(uri, true);
    const own = (other: Uri): boolean => other.toString() === this.#uri.toString();
    const path = this.#uri.path;
    const folder = Uri.joinPath(this.#uri, '..');
    const watcher = workspace.createFileSystemWatcher(
      new RelativePattern(folder, globbed(path.slice(path.lastIndexOf('/') + 1))),
    );
    const look = (): void => {
      void this.#look();
    };
    const lookLater = (): void => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(look, saveTime);
    };
    this.#subscriptions = Disposable.from(
      this.#changed,
      watcher,
      watcher.onDidCreate(look),
      watcher.onDidDelete(look),
      workspace.onDidRenameFiles(({ files }) => {
        for (const { oldUri, newUri } of files)
          if (own(oldUri)) this.#renamedTo = newUri;
          else if (own(newUri)) this.#renamedTo = undefined;
        look();
      }),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (own(document.uri)) lookLater();
      }),
      workspace.onDidSaveTextDocument((document) => {
        if (own(document.uri)) look();
      }),
      workspace.onDidCloseTextDocument((document) => {
        if (own(document.uri)) look();
      }),
    );
    look();
  }

  /** One sentence or two; undefined where all is as usual. */
  get notice(): string | undefined {
    const name = workspace.asRelativePath(this.#uri);
    switch (this.#standing) {
      case 'saved':
        return undefined;
      case 'unsaved':
        return l10n.t(
          '{0} has unsaved changes. Ticks go into the editor, and to the disk when you save it.',
          name,
        );
      case 'untitled':
        return l10n.t('This document has never been saved. Save it first to keep ticks and a record.');
      case 'gone':
        return this.#renamedTo === undefined
          ? l10n.t(
              '{0} is no longer there. The record keeps what you do. Put the file back to have it ticked again.',
              name,
            )
          : l10n.t(
              '{0} is now {1}. The record keeps what you do. Rename it back to have it ticked again.',
              name,
              workspace.asRelativePath(this.#renamedTo),
            );
    }
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscriptions.dispose();
  }

  async #look(): Promise<void> {
    const standing = await this.#find();
    if (standing === this.#standing) return;
    this.#standing = standing;
    this.#changed.fire(undefined);
  }

  async #find(): Promise<Standing> {
    const open = workspace.textDocuments.find(({ uri }) => uri.toString() === this.#uri.toString());
    if (this.#uri.scheme === 'untitled') return 'untitled';
    const isThere = await workspace.fs.stat(this.#uri).then(
      () => true,
      () => false,
    );
    if (!isThere) return 'gone';
    return open?.isDirty === true ? 'unsaved' : 'saved';
  }
}

/** A name as a pattern that means just that. */
function globbed(name: string): string {
  return name.replace(/[[\]{}*?]/g, (character) => `[${character}]`);
}
