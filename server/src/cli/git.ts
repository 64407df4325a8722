/**
 * Runs git in a repository that is not trusted: what its configuration names is not run, and git itself is never
 * one that lies in the repository. Knows nothing of what is asked.
 */
import { delimiter, isAbsolute, join } from 'node:path';
import { promisify } from 'node:util';
import { Boundary } from '../disk/boundary';
import { programAt } from '../disk/look-at';

/** Bytes of file names that git may answer with. */
const longestAnswer = 256 * 1024 * 1024;

/** Milliseconds after which git is ended: a configuration can make it wait for ever. */
const longestRun = 120_000;

/** There is no git outside of the folder that git is asked about. */
export class GitMissingError extends Error {
  override readonly name = 'GitMissingError';
}

/**
 * What git prints when it is run with these arguments in a folder (an absolute path). Arguments are those of a command
 * that reads only. Rejects when git fails.
 * @throws GitMissingError when there is no git
 */
export async function git(folder: string, args: readonly string[]): Promise<string> {
  const program = await findGit(folder);
  const filters = await filtersOf(program, folder);
  return runGit(program, [...filters, '-C', folder, ...args]);
}

async function runGit(program: string, args: readonly string[]): Promise<string> {
  // takes a while to load, and few checks ask git anything
  const { execFile } = await import('node:child_process');
  const { stdout } = await promisify(execFile)(program, [...harmless, ...args], {
    maxBuffer: longestAnswer,
    timeout: longestRun,
    windowsHide: true,
    // not the folder: on Windows programs are looked for where a process is
    cwd: join(program, '..'),
    env: environment(),
  });
  return stdout;
}

/** Each of these would be a program that the repository's own configuration names, or changes what is found. */
const harmless: readonly string[] = [
  '--no-pager',
  '--no-optional-locks',
  '--literal-pathspecs',
  ...[
    'core.fsmonitor=false',
    'core.hooksPath=/dev/null',
    'core.pager=cat',
    'core.sshCommand=false',
    'core.askPass=',
    'core.gitProxy=false',
    'core.alternateRefsCommand=true',
    'credential.helper=',
    'diff.external=',
    'protocol.allow=never',
    'submodule.recurse=false',
    'uploadpack.packObjectsHook=',
    'gc.auto=0',
    'maintenance.auto=false',
    'fetch.recurseSubmodules=false',
  ].flatMap((setting) => ['-c', setting]),
];

/** Arguments that switch off the filters that the configuration of the repository itself names: git would run them on files. */
async function filtersOf(program: string, folder: string): Promise<readonly string[]> {
  const list = ['config', '--list', '--includes', '--show-scope', '--name-only', '-z'];
  const words = (await runGit(program, ['-C', folder, ...list])).split('\0');
  return words.flatMap((name, index) => {
    const scope = words[index - 1];
    const isOwn = index % 2 === 1 && scope !== 'global' && scope !== 'command';
    return isOwn && /^filter\..*\.(?:clean|smudge|process|required)$/i.test(name)
      ? ['-c', name.endsWith('.required') ? `${name}=false` : `${name}=`]
      : [];
  });
}

/** Git finds the repository of the folder by itself, whatever it was told for another one, as it is while it runs a hook. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^GIT_/i.test(name) || keptVariables.has(name.toUpperCase()),
  );
  return {
    ...Object.fromEntries(kept),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_OPTIONAL_LOCKS: '0',
    LC_ALL: 'C',
  };
}

/** They make git find less, not more; the last one is where the user says which repositories of others are safe. */
const keptVariables: ReadonlySet<string> = new Set(['GIT_CEILING_DIRECTORIES', 'GIT_CONFIG_GLOBAL']);

async function findGit(folder: string): Promise<string> {
  const boundary = Boundary.of(folder);
  const names = process.platform === 'win32' ? ['git.exe'] : ['git'];
  const folders = (process.env['PATH'] ?? process.env['Path'] ?? '').split(delimiter);
  for (const place of folders) {
    // an empty or relative place is wherever the tool was started, which may be the repository
    if (!isAbsolute(place)) continue;
    for (const name of names) {
      const program = await programAt(join(place, name));
      if (program !== null && !boundary.holds(program)) return join(place, name);
    }
  }
  throw new GitMissingError('There is no git.');
}
