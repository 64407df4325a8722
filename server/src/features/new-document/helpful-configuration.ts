/** The configuration file that a new document is better off with, where the defaults do not take it for what it is. */
import type { ProposedConfiguration } from '../../../../protocol/src/new-document';
import { type Words, words } from '../../text/say';
import { knownPrefixes } from '../../model/identifier';

export interface ConfiguredDocument {
  /** Path in the workspace folder. */
  readonly path: string;
  /** Whether its path says template, example or archive. */
  readonly isQuiet: boolean;
  /** The prefixes that it gives out. */
  readonly prefixes: readonly string[];
}

/** What the file says, and why. */
interface HelpfulConfiguration extends Pick<ProposedConfiguration, 'text'> {
  readonly reason: Words;
}

/** Hidden folders that are read without being named. */
const readAnyway = /^\.(?:github|gitlab|gitea|forgejo|azuredevops)$/;

/** What `.runbook.yaml` would say, and why; null where nothing is to be said. */
export function helpfulConfiguration({
  path,
  isQuiet,
  prefixes,
}: ConfiguredDocument): HelpfulConfiguration | null {
  const hidden = path
    .split('/')
    .slice(0, -1)
    .find((name) => name.startsWith('.') && !readAnyway.test(name));
  if (hidden !== undefined) {
    const folder = path.slice(0, path.indexOf(hidden) + hidden.length);
    return {
      text: `# Which documents to read: all, and those in this hidden folder.\ninclude:\n  - '**'\n  - ${quoted(`${folder}/**`)}\n`,
      reason: words`Files in "${folder}" are not read by default, because the folder is hidden.`,
    };
  }
  if (isQuiet)
    return {
      text: `# Files in which undefined identifiers are not reported, besides the built-in ones.\ntemplates:\n  - ${quoted(`!${path}`)}\n`,
      reason: words`"${path}" is taken for a template or an example, whose identifiers do not count.`,
    };
  const own = prefixes.filter((prefix) => !knownPrefixes.has(prefix));
  if (own.length === 0) return null;
  const lines = own.map((prefix) => `  ${prefix}: ${quoted(path)}`).join('\n');
  return {
    text: `# The prefixes of this workspace, and the file that holds their entries.\nprefixes:\n${lines}\n`,
    reason:
      own.length === 1
        ? words`With the prefix ${own.join(', ')} in .runbook.yaml, references are checked even before there are entries.`
        : words`With the prefixes ${own.join(', ')} in .runbook.yaml, references are checked even before there are entries.`,
  };
}

function quoted(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
