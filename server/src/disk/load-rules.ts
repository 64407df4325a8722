/** Loads the rules of a folder on disk. Knows where they are, not what they mean. */
import { join } from 'node:path';
import { configurationFileName } from '../config/configuration';
import type { FileProblem } from '../files/host';
import { ignoreFileName } from '../files/ignore-rules';
import { learnRules, ruleFileLimit, type LearnedRules, type RuleFile } from '../files/learn-rules';
import type { WorkspaceRules } from '../files/workspace-rules';
import type { Boundary } from './boundary';
import { readFile } from './read-file';

export interface RuleFolder {
  /** POSIX style, relative to the workspace folder. */
  readonly path: string;
  /** Where it was found. */
  readonly absolute: string;
  /** The names of everything in it, so that files that are not there are not looked for. */
  readonly names?: ReadonlySet<string>;
}

/**
 * Loads the rules in a folder, as far as they lie inside of `boundary`. A rule file that cannot be read is a
 * problem, and no rule.
 */
export function loadRules(
  rules: WorkspaceRules,
  { path: folder, absolute, names }: RuleFolder,
  boundary: Boundary | null,
): LearnedRules {
  const problems: FileProblem[] = [];
  const read = (name: string): RuleFile | null => {
    if (names?.has(name) === false) return null;
    const path = folder === '' ? name : `${folder}/${name}`;
    const content = readFile(join(absolute, name), ruleFileLimit, boundary);
    if ('bytes' in content) return { path, bytes: content.bytes };
    if (content.problem.reason !== 'vanished') problems.push({ path, message: content.problem.message });
    return null;
  };

  const learned = learnRules(rules, folder, {
    ignored: read(ignoreFileName),
    configured: rules.hasConfigurationFiles ? read(configurationFileName) : null,
  });
  return { ...learned, problems: [...problems, ...learned.problems] };
}
