/** What the help of the tool names. */
import { runTool } from './run-tool';

/** The commands that the help lists, each with its options. */
export async function helped(): Promise<Readonly<Record<string, readonly string[]>>> {
  const { out } = await runTool(['--help']);
  const names = [...out.matchAll(/^ {2}([a-z]+) \[?(?:options|\[|<|[a-z])/gm)].map(([, name = '']) => name);
  const commands = names.filter((name) => name !== 'help' && name !== 'runbook');
  const pairs = commands.map(async (name) => {
    const help = (await runTool([name, '--help'])).out;
    return [name, [...help.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(([, flag = '']) => flag)] as const;
  });
  return Object.fromEntries(await Promise.all(pairs));
}
