/** The commands of the tool, their arguments and their help. */
import { Command, CommanderError } from 'commander';
import { version } from '../../../package.json';
import { check } from './commands/check';
import { outline } from './commands/outline';
import { exitCodes, type Terminal } from './terminal';
import { UsageError } from './usage-error';

/** Runs the tool with these arguments; returns the exit code. Wrong usage is told on standard error. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  let code: number = exitCodes.ok;
  const program = new Command('runbook')
    .description('Checks operational runbooks, playbooks and Source-of-Truth files in Markdown.')
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.error })
    .showHelpAfterError('Run "runbook --help" to see what there is.');

  program
    .command('check')
    .description('Check the Markdown files of one or more folders.')
    .argument('[paths...]', 'folders to check, each a workspace of its own', ['.'])
    .option('--format <format>', 'how findings are printed: text or json', 'text')
    .option('--today <date>', 'the day on which the check runs, YYYY-MM-DD (default: today)')
    .addHelpText('after', checkHelp)
    .action(async (paths: string[], options: { format: string; today?: string }) => {
      code = await check(paths, options, terminal);
    });

  program
    .command('outline')
    .description(
      'Print what the checker sees in one document: its kind and why, entries, phases, steps, references.',
    )
    .argument('<file>', 'a Markdown file')
    .action(async (file: string) => {
      code = await outline(file, terminal);
    });

  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.error(`runbook: ${error.message}\n`);
      return exitCodes.usage;
    }
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
    throw error;
  }
}

const checkHelp = `
Exit code:
  0  no finding of severity error
  1  at least one finding of severity error
  2  wrong usage: unknown option, or a path that is no readable folder

Examples:
  runbook check                       check the current folder
  runbook check docs ops              check two folders
  runbook check --format json docs    one JSON array on standard output, for other programs
`;
