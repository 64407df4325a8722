/** `runbook-md init`: from a folder of documents to a configuration, a baseline and, when asked, a workflow. Overwrites nothing. */
import { basename, resolve } from 'node:path';
import { version } from '../../../../package.json';
import { configurationFileName as configurationName } from '../../config/configuration';
import { today } from '../../files/today';
import {
  baselineFileName,
  setupFor,
  type KitName,
  type SetupAnswer,
  type SetupFile,
  type SetupPlan,
} from '../../service';
import { counted } from '../../text/counted';
import { printableLines } from '../../text/printable';
import { acceptAll } from '../accept-all';
import { ensureFolder } from '../read-folder';
import { reportSetup } from '../reporters/setup';
import { exitCodes, type Terminal } from '../terminal';
import { UsageError } from '../usage-error';
import { setupSourceOf } from '../setup-source';
import { isThere, writeNewFile } from '../write-new-file';

export interface InitOptions {
  readonly yes?: true;
  readonly answer?: SetupAnswer;
  readonly ci?: KitName;
  readonly dryRun?: true;
}

/**
 * Sets up a folder; returns the exit code. Asks at most once, and only where somebody can answer.
 * @throws UsageError where there is a configuration already, and for files that cannot be written
 */
export async function init(path: string, options: InitOptions, terminal: Terminal): Promise<number> {
  await ensureFolder(path);
  const root = resolve(path);
  const isConfigured = isThere(root, configurationName);
  if (isConfigured && options.ci === undefined && !options.dryRun)
    throw new UsageError(
      `there is a ${configurationName} already, which stays as it is. To see what init would write, use --dry-run; to begin anew, move the file away; to add a workflow, use --ci.`,
    );
  const source = await setupSourceOf(root, terminal);
  const ci = options.ci === undefined ? null : { name: options.ci, version };
  const plan = setupFor({ ...source, folder: basename(root), ci });
  terminal.out(printableLines(reportSetup(plan)));
  if (isConfigured && !options.dryRun) return writeKit(root, plan, terminal);
  if (!plan.hasAny('all')) return exitCodes.findings;
  const answer = await answerFor(plan, options, terminal);
  if (answer === null) return exitCodes.ok;
  if (!plan.hasAny(answer)) {
    terminal.out(`None is certain, so nothing was written. ${howToTakeAll}\n`);
    return exitCodes.findings;
  }
  const files = [plan.configuration(answer), ...plan.kit];
  if (options.dryRun) {
    for (const file of files) show(file, terminal);
    terminal.out(
      `\nA baseline, ${baselineFileName}, would accept what is found today. Nothing was written.\n`,
    );
    return exitCodes.ok;
  }
  await writeNewFile(root, plan.configuration(answer));
  terminal.out(`\nWrote ${configurationName}.\n`);
  const accepted = await acceptAll(root, today(), terminal);
  const holds = accepted === 0 ? 'is empty, as there are none' : `accepts ${counted(accepted, 'finding')}`;
  terminal.out(
    `Wrote ${baselineFileName}, which ${holds}. "runbook-md check" passes now, and fails for new errors.\n`,
  );
  return writeKit(root, plan, terminal);
}

const howToTakeAll = 'With --answer all, documents that may be runbooks are taken in too.';

/** What to take in; null for writing nothing. */
async function answerFor(
  plan: SetupPlan,
  { answer, yes, dryRun }: InitOptions,
  { ask, out }: Terminal,
): Promise<SetupAnswer | null> {
  if (answer !== undefined) return answer;
  if (yes || dryRun || ask === undefined) {
    if (plan.unsure > 0 && plan.hasAny('sure')) out(`\n${howToTakeAll}\n`);
    return 'sure';
  }
  const all =
    plan.unsure === 0
      ? ''
      : `, a = yes, with the ${counted(plan.unsure, 'document')} that may be ${plan.unsure === 1 ? 'one' : 'runbooks'}`;
  const files = [configurationName, baselineFileName, ...plan.kit.map((file) => file.path)].join(', ');
  const said = (await ask(`\nWrite ${files}? (y = yes${all}, n = no) `)).trim().toLowerCase();
  if (said.startsWith('a') && plan.unsure > 0) return 'all';
  return said.startsWith('y') ? 'sure' : null;
}

async function writeKit(root: string, { kit }: SetupPlan, { out }: Terminal): Promise<number> {
  for (const file of kit) {
    if (isThere(root, file.path)) {
      out(`\n${file.path} exists and stays as it is. Add this to it:\n\n${file.addition}`);
      continue;
    }
    await writeNewFile(root, file);
    out(`Wrote ${file.path}. It runs runbook-md ${version} from npm.\n`);
  }
  return exitCodes.ok;
}

function show({ path, text }: SetupFile, { out }: Terminal): void {
  out(`\n--- ${path} ---\n${printableLines(text)}`);
}
