/** Hands the rules in the files of a folder to `WorkspaceRules`. Knows bytes, not how they are read. */
import { decodeText } from './decode-text';
import type { ConfigurationFile, FileProblem } from './host';
import type { SizeLimit } from './size-limit';
import type { WorkspaceRules } from './workspace-rules';

/** Rule files are written by hand, and each rule is held against the name of each file. */
export const ruleFileLimit: SizeLimit = { size: 256 * 1024, noun: 'such files', advice: 'Shorten it.' };

export interface RuleFile {
  /** Path of the file, relative to the workspace folder. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface LearnedRules {
  readonly configurationFiles: readonly ConfigurationFile[];
  readonly problems: readonly FileProblem[];
}

/** Hands over the rules of `folder`; null for a file that it does not have. One that is no text is a problem, and no rule. */
export function learnRules(
  rules: WorkspaceRules,
  folder: string,
  { ignored, configured }: { readonly ignored: RuleFile | null; readonly configured: RuleFile | null },
): LearnedRules {
  const problems: FileProblem[] = [];
  const configurationFiles: ConfigurationFile[] = [];
  if (configured !== null) {
    const decoded = decodeText(configured.bytes);
    if ('text' in decoded) configurationFiles.push({ path: configured.path, text: decoded.text });
    else problems.push({ path: configured.path, message: decoded.message });
  }
  // not strict as documents are: Git takes the rules as bytes
  const ignoreText = ignored === null ? null : new TextDecoder().decode(ignored.bytes);
  const beyond = rules.learn(folder, ignoreText, configurationFiles[0]?.text ?? null);
  if (ignored !== null && beyond !== null)
    problems.push({ path: ignored.path, message: beyond, partly: true });
  return { configurationFiles, problems };
}
