/** `runbook-md explain RULE`: what a rule finds, how to set it, and its page. */
import { join } from 'node:path';
import { profileNames } from '../../config/configuration';
import { profiles } from '../../config/profiles';
import { readDocument } from '../../disk/read-document';
import { rulePage, rules, type Rule } from '../../service';
import { readRule } from '../read-rule';
import { exitCodes, type Terminal } from '../terminal';
import { UsageError } from '../usage-error';

/** Prints what is known of a rule; `pages` is the folder of the rules' pages. @throws UsageError for unknown names. */
export function explain(name: string, pages: string, terminal: Terminal): number {
  const rule = rules.find(({ meta }) => meta.name === readRule(name));
  if (rule === undefined)
    throw new UsageError(
      `"${name}" is not a rule but the name of errors in .runbook.yaml. It has no settings.`,
    );
  const page = readDocument(join(pages, `${rule.meta.name}.md`));
  terminal.out('text' in page ? `${facts(rule)}\n${withoutLinks(page.text.trimEnd())}\n` : facts(rule));
  return exitCodes.ok;
}

/** A page without the targets of its links to other pages, which lead nowhere on a terminal. Its examples stay as they are. */
function withoutLinks(page: string): string {
  let fence = 0;
  return page
    .split('\n')
    .map((line) => {
      const ticks = /^`{3,9}/.exec(line)?.[0].length ?? 0;
      if (ticks > 0 && ticks >= fence) fence = fence === 0 ? ticks : 0;
      return fence > 0 ? line : line.replace(/\[([^[\]]*)\]\((?!https?:)[^()\s]*\)/g, '$1');
    })
    .join('\n');
}

function facts({ meta, fixable }: Rule): string {
  const { name, summary, severity, scope, options, since, byTime } = meta;
  const where = typeof scope === 'string' ? scopes[scope] : `documents of kind ${scope.join(', ')}`;
  const lines = [
    `${name}: ${summary}.`,
    '',
    `  Severity  ${severity === 'off' ? 'off by default' : severity}`,
    `  Fix       ${fixable ? 'available for some findings' : 'none'}`,
    `  Where     ${where}`,
    ...(byTime === undefined ? [] : [`  Time      ${times[byTime]}`]),
    ...profileNames.flatMap((profile) =>
      profiles[profile].rules.includes(name) ? [`  Profile   ${profile}`] : [],
    ),
    `  Since     ${since}`,
    `  Page      ${rulePage(name)}`,
    ...Object.entries(options ?? {}).map(
      ([option, { type, default: usual, description }]) =>
        `  Option    ${option} (${type}, default ${JSON.stringify(usual)}): ${description}`,
    ),
    '',
    'In .runbook.yaml:',
    '',
    '  rules:',
    `    ${name}: ${severity === 'off' ? 'warning' : 'off'}`,
    '',
  ];
  return lines.join('\n');
}

const times = {
  always: 'depends on the day: see --time of "runbook-md check"',
  sometimes: 'depends on the day for some findings: see --time of "runbook-md check"',
} as const;

const scopes = {
  judged: 'recognised documents, and those that define entries of the workspace',
  alerts: 'files with alert rules, where the workspace has runbooks or .runbook.yaml speaks of alerts',
  runs: 'run files',
  workspace: 'all documents of a workspace that uses identifiers',
} as const;
