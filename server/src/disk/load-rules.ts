/** Hands the rules that stand in a folder on disk to `WorkspaceRules`. Knows where they stand, not what they mean. */
import { join } from 'node:path';
import { configurationFileName } from '../config/configuration';
import type { Boundary } from './boundary';
import { decodeText } from './decode-text';
import type { NoticedFile } from './file-notice';
import { ignoreFileName } from './ignore-rules';
import { readFile, type SizeLimit } from './read-file';
import type { WorkspaceRules } from './workspace-rules';

/** A configuration file with its text; `path` is POSIX style and relative to the workspace folder. */
export interface ConfigurationFile {
  readonly path: string;
  readonly text: string;
}

/** Nobody writes more rules than this by hand, and each is held against the name of each file. */
const ruleFiles: SizeLimit = { size: 256 * 1024, noun: 'such files', advice: 'Shorten it.' };

export interface RuleFolder {
  /** POSIX style, relative to the workspace folder. */
  readonly path: string;
  /** Where it was found. */
  readonly absolute: string;
  /** The names of everything in it, so that files that are not there are not looked for. */
  readonly names?: ReadonlySet<string>;
}

interface LoadedRules {
  readonly configurationFiles: readonly ConfigurationFile[];
  readonly problems: readonly (NoticedFile & { readonly path: string })[];
}

/**
 * Loads the rules that stand in a folder, as far as they lie inside of `boundary`. A rule file that cannot be read is a
 * problem and says nothing.
 */
export function loadRules(
  rules: WorkspaceRules,
  { path: folder, absolute, names }: RuleFolder,
  boundary: Boundary | null,
): LoadedRules {
  const problems: (NoticedFile & { readonly path: string })[] = [];
  const read = (name: string): { readonly path: string; readonly bytes: Uint8Array } | null => {
    if (names?.has(name) === false) return null;
    const path = folder === '' ? name : `${folder}/${name}`;
    const content = readFile(join(absolute, name), ruleFiles, boundary);
    if ('bytes' in content) return { path, bytes: content.bytes };
    if (content.problem.reason !== 'vanished') problems.push({ path, message: content.problem.message });
    return null;
  };

  const ignored = read(ignoreFileName);
  const configured = rules.hasConfigurationFiles ? read(configurationFileName) : null;
  const configurationFiles: ConfigurationFile[] = [];
  if (configured !== null) {
    const decoded = decodeText(configured.bytes);
    if ('text' in decoded) configurationFiles.push({ path: configured.path, text: decoded.text });
    else problems.push({ path: configured.path, message: decoded.message });
  }
  // not strict as documents are: Git takes the rules as bytes
  const ignoreText = ignored === null ? null : Buffer.from(ignored.bytes).toString();
  const beyond = rules.learn(folder, ignoreText, configurationFiles[0]?.text ?? null);
  if (ignored !== null && beyond !== null)
    problems.push({ path: ignored.path, message: beyond, partly: true });
  return { configurationFiles, problems };
}
