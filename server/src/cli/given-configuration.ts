/**
 * A configuration file that is named on the command line and counts instead of those in the folder: its text, and the styles
 * that it extends. Those are looked for from where the file is; everything else in it is as if it stood in the folder.
 */
import { dirname, join, relative, resolve, sep } from 'node:path';
import { parseConfiguration, type KnownRules } from '../config/parse-configuration';
import { Boundary } from '../disk/boundary';
import { fromRelativePath, toRelativePath, toUri } from '../disk/paths';
import { readContent, readDocument } from '../disk/read-document';
import { lostTemplates, type ReadConfiguration } from '../files/configuration-files';
import { extendedStyles, isOfPackage, type StyleSource } from '../files/extended-styles';
import type { ExtendedStyles } from '../files/found-styles';
import { folderOf } from '../text/paths';
import { words } from '../text/say';
import { shorten } from '../text/shorten';
import { UsageError } from './usage-error';

/** A configuration that counts instead of the `.runbook.yaml` files. */
export interface GivenConfiguration {
  /** As it was given. */
  readonly path: string;
  readonly text: string;
  readonly extended: ExtendedStyles;
}

/** A configuration file, as it is shown. */
export type ShownConfiguration = ReadConfiguration & { readonly file: string };

/**
 * Reads a configuration file for a folder, an absolute path. Which rules there are does not matter yet.
 * @throws UsageError when it cannot be read
 */
export async function readGiven(path: string, root: string): Promise<GivenConfiguration> {
  const read = readDocument(path);
  if ('problem' in read)
    throw new UsageError(`cannot read the configuration "${path}": ${read.problem.message}`);
  const { text } = read;
  return { path, text, extended: await extendedBy(path, text, root, new Set()) };
}

/** What it says, given the rules that it may set, and the styles of it with what is wrong in each. */
export async function understandGiven(
  { path, text }: GivenConfiguration,
  root: string,
  knownRules: KnownRules,
): Promise<{
  readonly parsed: ShownConfiguration;
  readonly extended: ExtendedStyles;
  /** All files as they are to be shown; `has`: whether there is a document at a path in the folder. */
  readonly shown: (has: (path: string) => boolean) => readonly ShownConfiguration[];
}> {
  const extended = await extendedBy(path, text, root, knownRules);
  const home = homeOf(path, root);
  const show = (absolute: string, content: string, file: string): ShownConfiguration => ({
    uri: toUri(absolute),
    text: content,
    file: file.split(sep).join('/'),
    ...parseConfiguration(content, knownRules),
  });
  const own = show(resolve(path), text, path);
  const styles = extended.files.flatMap(({ path: style, text: content }) => {
    if (content === null || isOfPackage(style)) return [];
    const absolute = fromRelativePath(home, style);
    const beside = relative(dirname(resolve(path)), absolute);
    return [{ folder: folderOf(style), ...show(absolute, content, join(dirname(path), beside)) }];
  });
  return {
    parsed: own,
    extended,
    shown: (has) => [
      withProblems(own, [...extended.problems, ...lostTemplates(own, '', has)]),
      ...styles.map(({ folder, ...style }) => {
        const inFolder = (template: string): boolean => {
          const within = toRelativePath(root, fromRelativePath(home, template));
          return within !== null && has(within);
        };
        return withProblems(style, lostTemplates(style, folder, inFolder));
      }),
    ],
  };
}

function withProblems(
  configuration: ShownConfiguration,
  more: ShownConfiguration['problems'],
): ShownConfiguration {
  const problems = [...configuration.problems, ...more].sort((a, b) => a.span.start - b.span.start);
  return { ...configuration, problems };
}

function extendedBy(
  path: string,
  text: string,
  root: string,
  knownRules: KnownRules,
): Promise<ExtendedStyles> {
  const settings = parseConfiguration(text, knownRules).configuration.extends ?? [];
  return extendedStyles(sourceFor(path, root), settings, knownRules);
}

function sourceFor(path: string, root: string): StyleSource {
  const home = homeOf(path, root);
  const boundary = Boundary.of(home);
  return {
    read: (paths) => paths.map((one) => readContent(fromRelativePath(home, one), boundary)),
    folder: toRelativePath(home, dirname(resolve(path))) ?? '',
    templateAt: (template) =>
      toRelativePath(root, fromRelativePath(home, template ?? '')) ?? `../${template ?? ''}`,
    wordOutside: (name) => words`"${shorten(name)}" is outside of the folder "${shorten(home)}".`,
  };
}

/** The folder in which styles may be: the one that is checked, the current one, or that of the file, whichever holds the file. */
function homeOf(path: string, root: string): string {
  const file = resolve(path);
  return [root, resolve('.')].find((folder) => toRelativePath(folder, file) !== null) ?? dirname(file);
}
