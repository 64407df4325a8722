/**
 * The rules that hold for single documents of a folder that has not been searched yet: what is asked of an open document
 * alone need not wait until all folders are looked through. Knows rules and where they stand; nothing of documents.
 */
import type { KnownRules } from '../config/parse-configuration';
import type { CoreService } from '../service';
import { learnStyles } from './extended-styles';
import type { FileHost, HostFolder } from './host';
import { learnLists } from './imported-lists';
import type { WorkspaceRules } from './workspace-rules';

export interface EarlyRulesContext {
  readonly host: FileHost;
  readonly service: Pick<CoreService, 'placeOf' | 'configure'>;
  readonly knownRules: KnownRules;
  readonly newRules: () => WorkspaceRules;
}

export class EarlyRules {
  readonly #context: EarlyRulesContext;
  /** Folders of which all rules are known, by URI. */
  readonly #searched = new Set<string>();
  /** Paths of the documents whose rules were asked for, by the URI of their folder. */
  readonly #paths = new Map<string, Set<string>>();
  /** One reading comes after the other, so that what is known of a folder never gets less. */
  #reading: Promise<void> = Promise.resolve();

  constructor(context: EarlyRulesContext) {
    this.#context = context;
  }

  /** A folder was searched: the service has all of its rules. */
  searched(folderUri: string): void {
    this.#searched.add(folderUri);
    this.#paths.delete(folderUri);
  }

  /** A folder is no longer part of the workspace. */
  forget(folderUri: string): void {
    this.#searched.delete(folderUri);
    this.#paths.delete(folderUri);
  }

  /** Settles when the service has the rules that hold for a document. */
  async read(uri: string): Promise<void> {
    const { folder, path } = this.#context.service.placeOf(uri);
    if (folder === '' || this.#searched.has(folder)) return;
    const known = this.#paths.get(folder) ?? new Set();
    if (!known.has(path)) {
      this.#paths.set(folder, known.add(path));
      this.#reading = this.#reading.catch(() => undefined).then(() => this.#read(folder));
    }
    await this.#reading;
  }

  async #read(folder: string): Promise<void> {
    const { host, service, knownRules, newRules } = this.#context;
    const files = host.openFolder(folder);
    if (files === null) return;
    const rules = newRules();
    for (const path of this.#paths.get(folder) ?? []) await files.roleOf(path, rules);
    await learnNamed(files, rules, knownRules);
    const remotes = await files.remotes();
    if (this.#searched.has(folder)) return;
    service.configure(folder, rules.configurations, {
      leavesOut: (path) => rules.leavesOut(path),
      excludes: (path) => rules.roleOf(path) !== 'alerts' && rules.leavesOut(path),
      remotes,
      imported: rules.imported.flatMap(({ ids }) => ids),
    });
  }
}

/** Hands over to `rules` the styles and lists that the configuration files name. */
export async function learnNamed(
  files: HostFolder,
  rules: WorkspaceRules,
  knownRules: KnownRules,
): Promise<void> {
  await learnStyles((paths) => files.read(paths), rules, knownRules);
  await learnLists((paths) => files.read(paths), rules);
}
