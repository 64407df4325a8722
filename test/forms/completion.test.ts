/** The completion of each shell, as that shell does it: behind the words of a line, it offers what may come next. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { command, folderWith, removesFolders, runIn, runInstalled } from './installed';

removesFolders();

function has(shell: string): boolean {
  return spawnSync(shell, ['-c', 'exit 0']).status === 0;
}

/** How each shell is asked: a script for it, and the line behind that. What it offers is printed, one a line. */
const asked: Readonly<Record<string, (line: string) => readonly string[]>> = {
  bash: (line) => [
    '--norc',
    '-c',
    `source <(runbook-md completion bash)
COMP_WORDS=(${line
      .split(' ')
      .map((word) => `'${word}'`)
      .join(' ')}); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
_runbook_md
printf '%s\\n' "\${COMPREPLY[@]}"`,
  ],
  fish: (line) => [
    '--no-config',
    '-c',
    `runbook-md completion fish | source; complete -C '${line}' | cut -f 1`,
  ],
  // a shell that somebody types into, once its editor of lines is there; what it would show is marked
  zsh: (line) => [
    '-f',
    '-c',
    `zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell 'PROMPT=; autoload -U compinit; compinit -D -u; source <(runbook-md completion zsh)
compadd () { builtin compadd -A offered "$@"; print -rl -- "OFFERED "$^offered; builtin compadd "$@" }
zle-line-init () { print RE""ADY }; zle -N zle-line-init'
zpty -r -m shell out '*READY*'
zpty -n -w shell '${line}'$'\\t'
zpty -w shell $'\\x15''print END""ED'
zpty -r -m shell out '*ENDED*'
print -r -- $out | tr -d '\\r' | sed -n 's/^.*OFFERED //p' | sort -u`,
  ],
};

/** What a shell offers behind the last word of a line; names as they are, without marks of the shell. */
function offered(
  shell: string,
  line: string,
  files: Readonly<Record<string, string>> = {},
): readonly string[] {
  const { code, out, error } = runIn(folderWith(files), shell, asked[shell]?.(line) ?? [], {
    PATH: `${path.dirname(command())}${path.delimiter}${process.env['PATH'] ?? ''}`,
  });
  expect({ code, error }).toEqual({ code: 0, error: '' });
  return out
    .split('\n')
    .map((word) => word.replaceAll('\\ ', ' ').replace(/\/$/, ''))
    .filter(Boolean)
    .toSorted();
}

describe.each(Object.keys(asked))('in %s', (shell) => {
  it.skipIf(!has(shell))('offers commands, options, their values and rules', () => {
    expect(offered(shell, 'runbook-md re')).toEqual(['renew', 'report']);
    expect(offered(shell, 'runbook-md check --base')).toEqual(['--baseline']);
    expect(offered(shell, 'runbook-md check --format g')).toEqual(['github', 'gitlab']);
    expect(offered(shell, 'runbook-md check docs --rule dangling')).toEqual(['dangling-id']);
    expect(offered(shell, 'runbook-md explain nested')).toEqual(['nested-fence']);
    expect(offered(shell, 'runbook-md completion ba')).toEqual(['bash']);
  });

  it.skipIf(!has(shell))('offers files where they stand, and nothing where only a person knows', () => {
    const files = { 'ops docs/one.md': '', 'operations.md': '' };
    expect(offered(shell, 'runbook-md check op', files)).toEqual(['operations.md', 'ops docs']);
    expect(offered(shell, 'runbook-md check --config op', files)).toEqual(['operations.md', 'ops docs']);
    expect(offered(shell, 'runbook-md check --max-warnings ', files)).toEqual([]);
  });

  it('has a script of its own', () => {
    expect(runInstalled(folderWith({}), 'completion', shell).out).toContain(`${shell}.`);
  });
});
