/** The grammar of the tool as a script for fish. */
import type { CommandGrammar, Values } from './grammar';

/** The script, to be sourced, or to be put into the folder of completions. `tool`: the name of the command. */
export function fishScript(tool: string, commands: readonly CommandGrammar[]): string {
  const lines = commands.flatMap(({ name, description, options, places }) => {
    const behind = `complete -c ${tool} -n '__fish_seen_subcommand_from ${name}'`;
    return [
      `complete -c ${tool} -n __fish_use_subcommand -a ${name} -d ${quoted(description)}`,
      ...options.map(({ flags, description: told, values }) => {
        const names = flags.map((flag) =>
          flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`,
        );
        return [behind, ...names, ...(values === null ? [] : [following(values)]), '-d', quoted(told)].join(
          ' ',
        );
      }),
      ...places.slice(0, 1).flatMap((values) => argumentsOf(behind, values)),
    ];
  });
  return `# Completes ${tool} in fish. Load it with: ${tool} completion fish | source
complete -c ${tool} -f
complete -c ${tool} -n __fish_use_subcommand -s h -l help -d 'display help'
complete -c ${tool} -n __fish_use_subcommand -l version -d 'output the version number'
${lines.join('\n')}
`;
}

function following(values: Values): string {
  if (values === 'files') return '-r -F';
  return values === 'unknown' ? '-x' : `-x -a ${quoted(values.join(' '))}`;
}

function argumentsOf(behind: string, values: Values): readonly string[] {
  if (values === 'files') return [`${behind} -F`];
  return values === 'unknown' ? [] : [`${behind} -a ${quoted(values.join(' '))}`];
}

function quoted(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`;
}
