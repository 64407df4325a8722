/** The grammar of the tool as a script for zsh. */
import type { CommandGrammar, OptionGrammar, Values } from './grammar';

/** The script, to be sourced, or to be put into the path of functions. `tool`: the name of the command. */
export function zshScript(tool: string, commands: readonly CommandGrammar[]): string {
  const name = `_${tool.replaceAll('-', '_')}`;
  const described = commands.map(
    (command) => `        ${quoted(`${command.name}:${command.description.replaceAll(':', '\\:')}`)}`,
  );
  const cases = commands.map(({ name: command, options, places }) => {
    const specs = [
      ...options.map((option) => quotedOption(option)),
      ...places.map((values, index) => quoted(`${place(index, places.length)}:${command}:${action(values)}`)),
    ];
    return `        ${command})\n          _arguments ${specs.join(' \\\n            ')}\n          ;;`;
  });
  return `#compdef ${tool}
# Completes ${tool} in zsh. Load it with: source <(${tool} completion zsh)
${name}() {
  local context state state_descr line
  typeset -A opt_args
  _arguments -C '(- *)'{-h,--help}'[display help]' '(- *)--version[output the version number]' \\
    '1:command:->command' '*::argument:->argument'
  case $state in
    command)
      local -a commands=(
${described.join('\n')}
      )
      _describe command commands
      ;;
    argument)
      case $words[1] in
${cases.join('\n')}
      esac
      ;;
  esac
}
if [ "$funcstack[1]" = ${name} ]; then
  ${name} "$@"
else
  compdef ${name} ${tool}
fi
`;
}

/** The last place is for all that follow: commands that take one file only say so themselves. */
function place(index: number, length: number): string {
  return index === length - 1 ? '*' : String(index + 1);
}

function quotedOption({ flags, description, values }: OptionGrammar): string {
  const told = `[${description.replace(/[[\]]/g, '\\$&')}]`;
  const value = values === null ? '' : `:value:${action(values)}`;
  return flags.map((flag) => quoted(`*${flag}${told}${value}`)).join(' ');
}

function action(values: Values): string {
  if (values === 'files') return '_files';
  return values === 'unknown' ? '' : `(${values.join(' ')})`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
