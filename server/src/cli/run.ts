/** The commands of the tool, their arguments and their help. */
import { Argument, Command, CommanderError, Option } from 'commander';
import { version } from '../../../package.json';
import { profileNames } from '../config/configuration';
import type { CachePlace } from './check-cache';
import { checkFormats, timeChoices, type CheckOptions } from './check-request';
import { check, type CheckMeans } from './commands/check';
import type { ExportOptions } from './commands/export-ids';
import type { InitOptions } from './commands/init';
import type { RenewOptions } from './commands/renew';
import type { ReportOptions } from './commands/report';
import type { RunOptions } from './commands/run-runbook';
import {
  checkHelp,
  completionHelp,
  exportHelp,
  initHelp,
  programHelp,
  renewHelp,
  reportHelp,
  runHelp,
} from './help';
import { kitNames } from './kit-names';
import { printable } from '../text/printable';
import { reportFormats } from './report-formats';
import { shells, type Shell } from './shells';
import { exitCodes, type Terminal } from './terminal';
import { isUsageError } from './usage-error';

/** What the tool finds around itself. */
export interface Installation extends CheckMeans {
  /** The folder of the pages about rules. */
  readonly rulePages: string;
  /** Where findings are kept for the next time; null for nowhere. */
  readonly cache: CachePlace | null;
}

/**
 * Runs the tool with these arguments; returns the exit code. Wrong usage is told on standard error. Each command is
 * loaded when it is asked for: a checker that starts at once can be run on every save.
 */
export async function run(
  args: readonly string[],
  terminal: Terminal,
  { rulePages, cache, ...installed }: Installation,
): Promise<number> {
  let code: number = exitCodes.ok;
  const program = new Command('runbook-md')
    .description('Checks operational runbooks, playbooks and Source-of-Truth files in Markdown.')
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.error })
    .addHelpText('after', programHelp)
    .showHelpAfterError('Run "runbook-md --help" for usage.');

  checkCommand(program).action(async (paths: string[], options: CheckOptions) => {
    code = await check(paths, options, terminal, cache, installed);
  });

  program
    .command('init')
    .description('Find the runbooks of a folder and write a configuration and a baseline for them.')
    .argument('[path]', 'the folder, usually the root of a repository', '.')
    .option('--yes', 'do not ask; take in only what is certainly a runbook')
    .addOption(
      new Option(
        '--answer <which>',
        'do not ask: take in only what is certainly a runbook, or also what may be one',
      ).choices(['all', 'sure']),
    )
    .addOption(new Option('--ci <kind>', 'also write a workflow that checks').choices(kitNames))
    .option('--dry-run', 'show what would be written, and write nothing')
    .addHelpText('after', initHelp)
    .action(async (path: string, options: InitOptions) => {
      const { init } = await import('./commands/others');
      code = await init(path, options, terminal);
    });

  program
    .command('report')
    .description('Report on the runbooks of one or more folders: gates, scores, staleness, coverage, gaps.')
    .argument('[paths...]', 'folders, each a workspace of its own', ['.'])
    .addOption(formatOption(reportFormats))
    .option('--config <file>', 'use this configuration instead of the .runbook.yaml files')
    .option('--allow-outside', 'follow links that point outside the folder')
    .addOption(dayOption())
    .option('--color', 'use colours (default: on a terminal, unless NO_COLOR is set)')
    .option('--no-color', 'use no colours')
    .addHelpText('after', reportHelp)
    .action(async (paths: string[], options: ReportOptions) => {
      const { report } = await import('./commands/others');
      code = await report(paths, options, terminal);
    });

  program
    .command('run')
    .description('Carry a runbook out step by step, and keep a record of it. It never starts a command.')
    .argument('<file>', 'the runbook')
    .option('--entry <id>', 'the entry of the file to carry out, such as RUN-020')
    .option('--folder <path>', 'the folder that the runbook is in', '.')
    .option('--resume', 'continue a run that was left or interrupted')
    .option('--drill', 'a drill: notes the day in Last Tested when it succeeds')
    .option('--who <name>', 'who carries it out, for the record')
    .option('--print', 'print the whole run as a checklist instead')
    .addHelpText('after', runHelp)
    .action(async (file: string, options: RunOptions) => {
      const { carryOut } = await import('./commands/run-runbook');
      code = await carryOut(file, options, terminal);
    });

  program
    .command('renew')
    .description('Set the review dates of documents to today, and change nothing else.')
    .argument('[files...]', 'the documents that were reviewed')
    .option('--folder <path>', 'the folder that the documents are in', '.')
    .option('--stale', 'all documents whose review date has passed')
    .option('--verify <revision>', 'only tell whether nothing but review dates changed since a git revision')
    .option('--dry-run', 'print a unified diff instead, and change nothing')
    .addOption(dayOption())
    .addHelpText('after', renewHelp)
    .action(async (files: string[], options: RenewOptions) => {
      const { renew } = await import('./commands/others');
      code = await renew(files, options, terminal);
    });

  program
    .command('export')
    .description('Print what other repositories may refer to, as JSON.')
    .addArgument(new Argument('<what>', 'the identifiers that are defined').choices(['ids']))
    .argument('[path]', 'the folder', '.')
    .option('--config <file>', 'use this configuration instead of the .runbook.yaml files')
    .addOption(dayOption())
    .addHelpText('after', exportHelp)
    .action(async (_what: string, path: string, options: ExportOptions) => {
      const { exportIds } = await import('./commands/others');
      code = await exportIds(path, options, terminal);
    });

  program
    .command('rules')
    .description('List the rules: name, default severity, whether there are fixes, what they find.')
    .addOption(formatOption(['text', 'json']))
    .action(async ({ format }: { format: string }) => {
      const { listRules } = await import('./commands/others');
      code = listRules(format, terminal);
    });

  program
    .command('explain')
    .description(
      'Explain one rule: what it finds and why, its options, how to fix it and how to turn it off.',
    )
    .argument('<rule>', 'name of a rule, as "runbook-md rules" lists it')
    .action(async (name: string) => {
      const { explain } = await import('./commands/others');
      code = explain(name, rulePages, terminal);
    });

  program
    .command('outline')
    .description(
      'Print what the checker sees in one document: its kind and why, entries, phases, steps, references.',
    )
    .argument('<file>', 'a Markdown file')
    .action(async (file: string) => {
      const { outline } = await import('./commands/others');
      code = await outline(file, terminal);
    });

  program
    .command('completion')
    .description('Print a script that completes commands, options and names of rules in a shell.')
    .addArgument(new Argument('<shell>', 'the shell that is to load it').choices(shells))
    .addHelpText('after', completionHelp)
    .action(async (shell: Shell) => {
      const { completion } = await import('./commands/others');
      code = completion(shell, program, terminal);
    });

  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (isUsageError(error)) {
      terminal.error(`runbook-md: ${printable(error.message)}\n`);
      return exitCodes.usage;
    }
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
    throw error;
  }
}

function checkCommand(program: Command): Command {
  return program
    .command('check')
    .description('Check the Markdown files of one or more folders.')
    .argument('[paths...]', 'folders to check, each a workspace of its own', ['.'])
    .addOption(formatOption(checkFormats))
    .option('--fix', 'apply the fixes that need no decision, then report what is left')
    .option('--dry-run', 'with --fix: print a unified diff instead, and change nothing')
    .option('--rule <name>', 'only findings of this rule; can be repeated', collect)
    .option('--quiet', 'only findings of severity error')
    .option('--max-warnings <number>', 'exit code 1 when there are more warnings than this')
    .option('--since <revision>', 'only findings in files that are new or changed since a git revision')
    .addOption(
      new Option(
        '--time <which>',
        'findings that come with time alone, such as stale tests: only these, without them, or all',
      ).choices(timeChoices),
    )
    .option('--stdin', 'check text from standard input in place of a file')
    .option('--stdin-filename <path>', 'with --stdin: the path of the text, inside the folder')
    .option('--config <file>', 'use this configuration instead of the .runbook.yaml files')
    .option('--allow-outside', 'follow links that point outside the folder; --fix writes nothing there')
    .addOption(dayOption())
    .addOption(profileOption())
    .option(
      '--baseline <file>',
      'accept the findings in this file (default: the one that .runbook.yaml names)',
    )
    .option('--no-baseline', 'accept no findings')
    .option('--write-baseline', 'accept all findings that there are now, and report nothing')
    .option('--prune', 'take findings that are gone out of the baseline')
    .option('--no-cache', 'neither read nor write cached results')
    .option('--color', 'use colours (default: on a terminal, unless NO_COLOR is set)')
    .option('--no-color', 'use no colours')
    .addHelpText('after', checkHelp);
}

function formatOption(formats: readonly string[]): Option {
  return new Option('--format <format>', 'output format').choices(formats).default('text');
}

function profileOption(): Option {
  return new Option('--profile <name>', 'what the documents have to pass').choices(profileNames);
}

function dayOption(): Option {
  return new Option('--today <date>', 'the date to use as today, YYYY-MM-DD (default: the current date)');
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
