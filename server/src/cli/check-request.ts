/** Reads the options of `runbook-md check`: each alone, and whether they fit together. */
import { profileNames, type ProfileName } from '../config/configuration';
import { today as currentDay } from '../files/today';
import { UsageError } from './usage-error';

/** Names of the formats. */
export const checkFormats = [
  'text',
  'json',
  'sarif',
  'github',
  'gitlab',
  'rdjson',
  'checkstyle',
  'junit',
] as const;
export type CheckFormat = (typeof checkFormats)[number];

/** Names of what `--time` takes: findings that are there because of the day, the others, or both. */
export const timeChoices = ['only', 'without', 'all'] as const;
export type TimeChoice = (typeof timeChoices)[number];

/** The options as the command line gives them. */
export interface CheckOptions {
  readonly format: string;
  readonly fix?: true;
  readonly dryRun?: true;
  readonly rule?: readonly string[];
  readonly quiet?: true;
  readonly maxWarnings?: string;
  readonly config?: string;
  readonly since?: string;
  readonly time?: string;
  readonly stdin?: true;
  readonly stdinFilename?: string;
  readonly today?: string;
  readonly color?: boolean;
  readonly cache?: boolean;
  readonly allowOutside?: true;
  readonly baseline?: string | false;
  readonly writeBaseline?: true;
  readonly prune?: true;
  readonly profile?: string;
}

export interface CheckRequest {
  readonly format: CheckFormat;
  /** Null for leaving files alone. */
  readonly fix: 'write' | 'show' | null;
  readonly rules: ReadonlySet<string> | null;
  readonly quiet: boolean;
  /** Infinity without a limit. */
  readonly maxWarnings: number;
  readonly config: string | null;
  /** Whether links may lead out of the folders. */
  readonly allowOutside: boolean;
  readonly since: string | null;
  /** Null where it was not said: then `since` leaves out findings by time that the change did not touch. */
  readonly time: TimeChoice | null;
  readonly stdinFilename: string | null;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** Whether what was found may be kept, and what was kept may be shown. */
  readonly cache: boolean;
  /** Path of the baseline; false for none, null for what the configuration says. */
  readonly baseline: string | false | null;
  /** Whether what is there is accepted from now on. */
  readonly writesBaseline: boolean;
  /** Whether what is gone is taken out of the baseline. */
  readonly prunes: boolean;
  /** What the documents have to pass; null leaves it to the configuration. */
  readonly profile: ProfileName | null;
}

/** @throws UsageError for values that make no sense and options that do not fit together. */
export async function readCheckOptions(
  paths: readonly string[],
  options: CheckOptions,
): Promise<CheckRequest> {
  const format = readFormat(options.format);
  const { fix, dryRun, rule, quiet, maxWarnings, config, since, stdin, stdinFilename } = options;
  if (dryRun && !fix) throw new UsageError('--dry-run needs --fix: it shows what --fix would change.');
  if (dryRun && format !== 'text')
    throw new UsageError(`--dry-run prints a diff, so it cannot be combined with --format ${format}.`);
  if (quiet && maxWarnings !== undefined)
    throw new UsageError('--quiet drops warnings and --max-warnings counts them: use one or the other.');
  if (stdin !== undefined && stdinFilename === undefined)
    throw new UsageError(
      '--stdin needs --stdin-filename PATH: how a document is checked depends on where it is.',
    );
  if (stdin === undefined && stdinFilename !== undefined)
    throw new UsageError('--stdin-filename needs --stdin: it is the path of that text.');
  if (stdin && fix) throw new UsageError('--fix writes files and --stdin has none: use one or the other.');
  if (stdin && since !== undefined)
    throw new UsageError('--stdin checks one text and --since the changed files: use one or the other.');
  refuseBaselineConflicts(paths, options);
  if (stdin && paths.length > 1) throw new UsageError('--stdin takes one folder: the workspace of the text.');
  return {
    format,
    fix: fix ? (dryRun ? 'show' : 'write') : null,
    // the rules take a while to load
    rules: rule === undefined ? null : (await import('./read-rule')).readRules(rule),
    quiet: quiet === true,
    maxWarnings: maxWarnings === undefined ? Infinity : readLimit(maxWarnings),
    config: config ?? null,
    allowOutside: options.allowOutside === true,
    since: since ?? null,
    time: options.time === undefined ? null : readTime(options.time),
    stdinFilename: stdinFilename ?? null,
    today: readDay(options.today),
    cache: options.cache !== false,
    baseline: options.baseline ?? null,
    writesBaseline: options.writeBaseline === true,
    prunes: options.prune === true,
    profile: readProfile(options.profile),
  };
}

/** A baseline is written and pruned by all findings of a folder, as they are on disk. */
function refuseBaselineConflicts(paths: readonly string[], options: CheckOptions): void {
  const { baseline, writeBaseline, prune, since, stdin, time, quiet, fix, dryRun } = options;
  if (typeof baseline === 'string' && paths.length > 1)
    throw new UsageError(
      '--baseline takes one folder: it accepts findings of one. Name it in .runbook.yaml.',
    );
  const asked = writeBaseline ? '--write-baseline' : '--prune';
  if (!writeBaseline && !prune) return;
  if (writeBaseline && prune)
    throw new UsageError('--write-baseline leaves out what is gone, as --prune does: use one or the other.');
  const others = {
    '--no-baseline': baseline === false,
    '--since': since !== undefined,
    '--stdin': stdin === true,
    '--time': writeBaseline && time !== undefined,
    '--quiet': writeBaseline && quiet === true,
    '--fix': writeBaseline && fix === true,
    '--dry-run': dryRun === true,
  };
  const conflict = Object.entries(others).find(([, given]) => given);
  if (conflict !== undefined)
    throw new UsageError(
      `${asked} goes by all findings of a folder: it cannot be combined with ${conflict[0]}.`,
    );
}

/** The day that the option names, or today. @throws UsageError when there is no such day. */
export function readDay(day: string | undefined): string {
  if (day === undefined) return currentDay();
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN;
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(day))
    throw new UsageError(`invalid --today "${day}". Use a date such as 2026-11-20.`);
  return day;
}

function readFormat(name: string): CheckFormat {
  const format = checkFormats.find((one) => one === name);
  if (format === undefined)
    throw new UsageError(`unknown format "${name}". Use one of ${checkFormats.join(', ')}.`);
  return format;
}

/** The profile of this name; null without one. @throws UsageError when there is no such profile. */
function readProfile(name: string | undefined): ProfileName | null {
  const profile = profileNames.find((one) => one === name);
  if (name !== undefined && profile === undefined)
    throw new UsageError(`unknown profile "${name}". Use one of ${profileNames.join(', ')}.`);
  return profile ?? null;
}

function readTime(name: string): TimeChoice {
  const choice = timeChoices.find((one) => one === name);
  if (choice === undefined)
    throw new UsageError(`unknown --time "${name}". Use one of ${timeChoices.join(', ')}.`);
  return choice;
}

function readLimit(text: string): number {
  if (!/^\d{1,9}$/.test(text))
    throw new UsageError(`invalid --max-warnings "${text}". Use a whole number, 0 or more.`);
  return Number(text);
}
