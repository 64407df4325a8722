/** `runbook-md completion`: the script of each shell knows all that the help names. */
import { expect, it } from 'vitest';
import { rules } from '../../../server/src/service';
import { helped } from './helped';
import { runTool } from './run-tool';

it.each(['bash', 'zsh', 'fish'])('%s knows every command, option and rule', async (shell) => {
  const { code, out, error } = await runTool(['completion', shell]);
  expect({ code, error }).toEqual({ code: 0, error: '' });
  const commands = await helped();
  expect(Object.keys(commands)).toHaveLength(10);
  for (const [command, options] of Object.entries(commands)) {
    expect(out).toContain(command);
    for (const option of options) expect(out).toContain(shell === 'fish' ? `-l ${option.slice(2)} ` : option);
  }
  for (const { meta } of rules) expect(out).toContain(meta.name);
});

it('refuses a shell that it does not know', async () => {
  expect(await runTool(['completion', 'tcsh'])).toMatchObject({ code: 2, out: '' });
});
