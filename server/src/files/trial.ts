/**
 * A workspace folder under another configuration than it has, read into a service of its own: what would be, beside what is.
 * Knows files and rules; what the trial is for is up to the caller.
 */
import { createRunbookService, ruleOptions, type CoreService } from '../service';
import type { WorkspaceFolder } from '../workspace';
import type { FileHost } from './host';
import type { Pace } from './pace';
import type { WorkspaceChange } from './workspace-change';
import { WorkspaceFiles } from './workspace-files';
import type { GivenRules } from './workspace-rules';

export interface TrialOptions {
  /** Today as `YYYY-MM-DD`. */
  readonly today: () => string;
  /** Counts instead of all configuration files, or as the text of the one at the top of the folder, beside the others. */
  readonly configuration: { readonly given: GivenRules } | { readonly top: string };
  /** All workspace folders: what is in one inside of the folder is none of its own. */
  readonly folders: readonly WorkspaceFolder[];
  /** Texts that lie over their files, by URI. */
  readonly texts: ReadonlyMap<string, string>;
  /** As `ServiceOptions.modelBudget`. */
  readonly modelBudget?: number;
  readonly onRead?: (read: number, all: number) => void;
  readonly pace?: Pace;
  readonly signal?: AbortSignal;
}

export interface Trial extends Pick<WorkspaceChange, 'problems'> {
  readonly service: CoreService;
}

/** Reads the folder; baselines do not count. Rejects only when the signal is aborted, with its reason. */
export async function openTrial(
  host: FileHost,
  folder: WorkspaceFolder,
  { today, configuration, folders, texts, modelBudget, onRead, pace, signal }: TrialOptions,
): Promise<Trial> {
  const service = createRunbookService({ today }, modelBudget === undefined ? {} : { modelBudget });
  service.setFolders(folders);
  const files = new WorkspaceFiles(host, service, ruleOptions, {
    ignoresBaselines: true,
    ...('given' in configuration ? { configuration: configuration.given } : { top: configuration.top }),
    ...(onRead === undefined ? {} : { onRead }),
    ...(pace === undefined ? {} : { pace }),
  });
  const { problems } = await files.load(folder, signal === undefined ? {} : { signal });
  const known = new Set(service.urisIn(folder.uri));
  for (const [uri, text] of texts) if (known.has(uri)) service.putFile(uri, text);
  return { service, problems };
}
