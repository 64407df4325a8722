/** The seven questions of the quality checklist, and which findings of the rules answer them with no. */
import { entryFinder } from '../document/entries/run-entries';
import type { Entry, Runbook } from '../model/runbook';
import type { Finding, RuleInput } from '../lint/rule';
import { Coverage } from '../text/coverage';
import { rememberOf } from '../text/remember';
import { encloses, firstFrom } from '../text/span';
import { runSomeRules } from '../lint/run-some-rules';
import type { Say } from '../text/say';
import type { Criterion, CriterionName, TestState } from './workspace-report';

interface Question {
  readonly name: CriterionName;
  readonly rules: readonly string[];
  /** Whether a runbook without steps fails. */
  readonly needsSteps: boolean;
}

const questions: readonly Question[] = [
  {
    name: 'actionable',
    rules: ['missing-trigger', 'missing-prerequisites', 'vague-step', 'assumed-knowledge', 'placeholder'],
    needsSteps: true,
  },
  { name: 'complete', rules: ['step-without-command', 'empty-rollback'], needsSteps: true },
  {
    name: 'verifiable',
    rules: ['missing-verification', 'unverified-procedure', 'empty-verification'],
    needsSteps: true,
  },
  { name: 'scoped', rules: ['missing-scope'], needsSteps: false },
  {
    name: 'escalatable',
    rules: ['missing-escalation', 'incomplete-escalation', 'escalation-chain'],
    needsSteps: false,
  },
  { name: 'tested', rules: ['missing-last-tested', 'stale-last-tested'], needsSteps: false },
  { name: 'maintained', rules: ['missing-owner'], needsSteps: false },
];

/** Names of the criteria in the order of the checklist. */
export const criterionNames: readonly CriterionName[] = questions.map(({ name }) => name);

/** Tells the seven criteria of each runbook entry of a document. */
export function criteriaOf(input: RuleInput): (entry: Entry, test: TestState) => readonly Criterion[] {
  const { runbook, say } = input;
  const entryAt = entryFinder(runbook);
  const ownerOf = (finding: Finding): Entry | undefined => finding.entry ?? entryAt(finding.span);
  const asked = questions.flatMap(({ rules }) => rules);
  // rule → start of the entry's id → messages
  const found = new Map(asked.map((rule) => [rule, new Map<number, string[]>()]));
  for (const finding of runSomeRules(asked, input)) {
    const owner = counts(finding, runbook) ? ownerOf(finding) : undefined;
    const own = owner === undefined ? undefined : found.get(finding.rule.name);
    if (owner === undefined || own === undefined) continue;
    const messages = own.get(owner.idSpan.start);
    if (messages === undefined) own.set(owner.idSpan.start, [finding.message]);
    else messages.push(finding.message);
  }
  const said = (rules: readonly string[], entry: Entry): string[] =>
    rules.flatMap((rule) => found.get(rule)?.get(entry.idSpan.start) ?? []);
  return (entry, test) =>
    questions.map(({ name, rules, needsSteps }) => {
      const lacks = said(rules, entry);
      if (entry.stub) lacks.unshift(say`The entry still contains template text.`);
      else if (needsSteps && !hasSteps(runbook, entry)) lacks.unshift(say`It has no steps.`);
      else if (name === 'tested' && lacks.length === 0) lacks.push(...doubtsOf(say, test));
      return { name, met: lacks.length === 0, lacks };
    });
}

/** What is wrong with a date that no rule about tests speaks of. */
function doubtsOf(say: Say, { date, days }: TestState): string[] {
  if (date === null) return [say`"Last Tested" has no valid date.`];
  return days !== null && days < 0 ? [say`"Last Tested" is in the future (${date}).`] : [];
}

/** Hints are no lack, and neither is a step without a check where a verification after all steps covers it. */
function counts({ rule, severity, span }: Finding, runbook: Runbook): boolean {
  if (severity === 'hint') return false;
  return !(
    rule.name === 'missing-verification' &&
    severity === 'information' &&
    coveredProcedures(runbook).encloses(span)
  );
}

const coveredProcedures = rememberOf(
  ({ procedures }: Runbook) =>
    new Coverage(procedures.filter(({ coveredBy }) => coveredBy !== null).map(({ span }) => span)),
);

/** The procedures that have steps, in the order of their starts. */
const stepped = rememberOf(({ procedures }: Runbook) =>
  procedures
    .filter(({ role, steps }) => role === 'steps' && steps.length > 0)
    .map(({ span }) => span)
    .sort((a, b) => a.start - b.start),
);

function hasSteps(runbook: Runbook, { span }: Entry): boolean {
  const all = stepped(runbook);
  const from = firstFrom(all, span.start, ({ start }) => start);
  const to = firstFrom(all, span.end, ({ start }) => start);
  return all.slice(from, to).some((one) => encloses(span, one));
}
