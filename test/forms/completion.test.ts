/** The completion of bash, as bash does it: with the words of a line, the script gives what may come next. */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { command, folderWith, removesFolders, runIn, runInstalled } from './installed';

removesFolders();

function has(shell: string): boolean {
  return spawnSync(shell, ['-c', 'exit 0']).status === 0;
}

/** What bash offers behind the last word of a line. */
function offered(line: string, files: Readonly<Record<string, string>> = {}): readonly string[] {
  const words = line.split(' ');
  const script = `source <(${command()} completion bash)
COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}
_runbook_md
printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { code, out, error } = runIn(folderWith(files), 'bash', ['--norc', '-c', script]);
  expect({ code, error }).toEqual({ code: 0, error: '' });
  return out.trim().split('\n').toSorted();
}

describe.skipIf(!has('bash'))('in bash', () => {
  it('offers commands, options, their values and rules', () => {
    expect(offered('runbook-md re')).toEqual(['renew', 'report']);
    expect(offered('runbook-md check --base')).toEqual(['--baseline']);
    expect(offered('runbook-md check --format g')).toEqual(['github', 'gitlab']);
    expect(offered('runbook-md check docs --rule dangling')).toEqual(['dangling-id']);
    expect(offered('runbook-md explain nested')).toEqual(['nested-fence']);
  });

  it('offers files where they stand, and nothing where only a person knows', () => {
    const files = { 'ops docs/one.md': '', 'operations.md': '' };
    expect(offered('runbook-md check op', files)).toEqual(['operations.md', 'ops docs']);
    expect(offered('runbook-md check --config op', files)).toEqual(['operations.md', 'ops docs']);
    expect(offered('runbook-md check --max-warnings ', files)).toEqual(['']);
  });
});

it.each(['zsh', 'fish'])('%s takes its script, where it is there', (shell) => {
  const folder = folderWith({});
  const script = runInstalled(folder, 'completion', shell).out;
  expect(script).toContain('runbook-md');
  if (has(shell)) expect(runIn(folder, shell, ['-n', '-c', script]).code).toBe(0);
});
