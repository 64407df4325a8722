/** `runbook-md completion`: the script of each shell knows all that the help names. */
import { expect, it } from 'vitest';
import { rules } from '../../../server/src/service';
import { runTool } from './run-tool';

/** The commands that the help lists, with their options. */
async function helped(): Promise<ReadonlyMap<string, readonly string[]>> {
  const { out } = await runTool(['--help']);
  const names = [...out.matchAll(/^ {2}([a-z]+) \[?(?:options|\[|<|[a-z])/gm)].map(([, name = '']) => name);
  const commands = names.filter((name) => name !== 'help' && name !== 'runbook');
  return new Map(
    await Promise.all(
      commands.map(async (name) => {
        const help = (await runTool([name, '--help'])).out;
        return [
          name,
          [...help.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(([, flag = '']) => flag),
        ] as const;
      }),
    ),
  );
}

it.each(['bash', 'zsh', 'fish'])('%s knows every command, option and rule', async (shell) => {
  const { code, out, error } = await runTool(['completion', shell]);
  expect({ code, error }).toEqual({ code: 0, error: '' });
  const commands = await helped();
  expect(commands.size).toBe(9);
  for (const [command, options] of commands) {
    expect(out).toContain(command);
    for (const option of options) expect(out).toContain(shell === 'fish' ? `-l ${option.slice(2)} ` : option);
  }
  for (const { meta } of rules) expect(out).toContain(meta.name);
});

it('refuses a shell that it does not know', async () => {
  expect(await runTool(['completion', 'tcsh'])).toMatchObject({ code: 2, out: '' });
});
