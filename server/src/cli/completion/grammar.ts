/** What can be typed behind the name of the tool, out of the definition of its commands. Knows no shell. */
import type { Argument, Command, Option } from 'commander';

/** What may stand in a place: a file, one of some words, or what only the person knows. */
export type Values = 'files' | 'unknown' | readonly string[];

export interface OptionGrammar {
  /** `--format`, or `-h` and `--help`. */
  readonly flags: readonly string[];
  readonly description: string;
  /** What follows it; null for a switch. */
  readonly values: Values | null;
}

export interface CommandGrammar {
  readonly name: string;
  readonly description: string;
  readonly options: readonly OptionGrammar[];
  /** What stands at each place behind the command; the last is for all that follow, where there may be several. */
  readonly places: readonly Values[];
}

const help: OptionGrammar = { flags: ['-h', '--help'], description: 'display help', values: null };

/** The commands of a tool. `rules`: the names that stand for `<rule>`. */
export function grammarOf(program: Command, rules: readonly string[]): readonly CommandGrammar[] {
  return program.commands.map((command) => ({
    name: command.name(),
    description: command.description(),
    options: [...command.options.map((option) => optionGrammar(option, rules)), help],
    places: command.registeredArguments.map((argument) => valuesOfArgument(argument, rules)),
  }));
}

function optionGrammar(option: Option, rules: readonly string[]): OptionGrammar {
  const { short, long, flags, description, argChoices } = option;
  const placeholder = /<(\w+)>/.exec(flags)?.[1];
  return {
    flags: [short, long].flatMap((flag) => flag ?? []),
    description,
    values:
      placeholder === undefined ? null : (argChoices ?? (long === '--rule' ? rules : named(placeholder))),
  };
}

function valuesOfArgument(argument: Argument, rules: readonly string[]): Values {
  return argument.argChoices ?? (argument.name() === 'rule' ? rules : named(argument.name()));
}

function named(placeholder: string): Values {
  return ['file', 'files', 'path', 'paths'].includes(placeholder) ? 'files' : 'unknown';
}
