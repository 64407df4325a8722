/** The grammar of the tool as a script for bash, 3.2 and newer. */
import type { CommandGrammar, Values } from './grammar';

/** The script, to be sourced. `tool`: the name of the command. */
export function bashScript(tool: string, commands: readonly CommandGrammar[]): string {
  const name = `_${tool.replaceAll('-', '_')}`;
  const values = commands.flatMap((command) =>
    command.options.flatMap((option) =>
      option.values === null
        ? []
        : [
            `    ${option.flags.map((flag) => `'${command.name} ${flag}'`).join('|')}) ${reply(option.values)}; return ;;`,
          ],
    ),
  );
  const options = commands.map(
    ({ name: command, options }) => `      ${command}) ${reply(options.flatMap(({ flags }) => flags))} ;;`,
  );
  const places = commands.flatMap(({ name: command, places }) =>
    places.length === 0 ? [] : [`    ${command}) ${reply(places[0] ?? 'unknown')} ;;`],
  );
  return `# Completes ${tool} in bash. Load it with: source <(${tool} completion bash)
${name}_words() { local IFS=$' \\t\\n'; COMPREPLY=($(compgen -W "$1" -- "$word")); }
${name}_files() { local IFS=$'\\n'; compopt -o filenames 2> /dev/null; COMPREPLY=($(compgen -f -- "$word")); }
${name}() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]} command=\${COMP_WORDS[1]}
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    ${reply([...commands.map(({ name: command }) => command), '--help', '--version'])}
    return
  fi
  case "$command $before" in
${values.join('\n')}
  esac
  if [ "\${word#-}" != "$word" ]; then
    case "$command" in
${options.join('\n')}
    esac
    return
  fi
  case "$command" in
${places.join('\n')}
  esac
}
complete -F ${name} ${tool}
`.replaceAll('REPLY_', `${name}_`);
}

/** The call that gives the values; for those that nobody knows, one that gives none. */
function reply(values: Values): string {
  if (values === 'files') return 'REPLY_files';
  return values === 'unknown' ? ':' : `REPLY_words '${values.join(' ')}'`;
}
