/** Hands the rules that stand in a folder on disk to `WorkspaceRules`. Knows where they stand, not what they mean. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { configurationFileName } from '../config/configuration';
import { describeError, errorCode } from './describe-error';
import { ignoreFileName } from './ignore-rules';
import { readDocument } from './read-document';
import type { WorkspaceRules } from './workspace-rules';

/** A configuration file with its text; `path` is POSIX style and relative to the workspace folder. */
export interface ConfigurationFile {
  readonly path: string;
  readonly text: string;
}

interface LoadedRules {
  readonly configurationFiles: readonly ConfigurationFile[];
  readonly problems: readonly { readonly path: string; readonly message: string }[];
}

/**
 * Loads the rules that stand in `folder` (relative path), found at `absolute`. With `names`, the names of everything
 * in the folder, files that are not there are not looked for. A rule file that cannot be read is a problem and says
 * nothing.
 */
export async function loadRules(
  rules: WorkspaceRules,
  folder: string,
  absolute: string,
  names?: ReadonlySet<string>,
): Promise<LoadedRules> {
  const prefix = folder === '' ? '' : `${folder}/`;
  const problems: { path: string; message: string }[] = [];
  const isThere = (name: string): boolean => names?.has(name) ?? true;

  let ignoreText: string | null = null;
  if (isThere(ignoreFileName)) {
    try {
      // Not strict as documents are: Git takes the rules as bytes.
      ignoreText = await readFile(join(absolute, ignoreFileName), 'utf8');
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') {
        problems.push({ path: prefix + ignoreFileName, message: describeError(error) });
      }
    }
  }

  const configurationFiles: ConfigurationFile[] = [];
  if (rules.hasConfigurationFiles && isThere(configurationFileName)) {
    const path = prefix + configurationFileName;
    const result = await readDocument(join(absolute, configurationFileName));
    if ('text' in result) configurationFiles.push({ path, text: result.text });
    else if (result.problem.reason !== 'vanished') problems.push({ path, message: result.problem.message });
  }

  rules.learn(folder, ignoreText, configurationFiles[0]?.text ?? null);
  return { configurationFiles, problems };
}
