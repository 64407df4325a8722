/** Decision points: what is asked, and where each answer leads. */
import { phaseNumber } from '../../model/phase-words';
import type { Label, Phase, Runbook } from '../../model/runbook';
import { encloses, trimSpan, type Span } from '../../text/span';
import { keyOfLabel } from '../phases/phase-spelling';
import { phasePattern } from '../phases/phase-word';
import type { BranchLead, PlanBranch, PlanDecision } from './plan';
import { blocksIn } from './plan-blocks';
import { plainIn, wordsIn } from './plan-words';

/** The decision point of a phase of a playbook. `steps`: where those of the phase begin. */
export function decisionOf(runbook: Runbook, phase: Phase, id: string, steps: number): PlanDecision | null {
  const { decisionPoint, branches, decisionEscalation } = phase;
  if (decisionPoint === null) return null;
  const { lines, text } = runbook;
  const shown: Span[] = [...branches];
  let escalation: Span | null = null;
  if (decisionEscalation !== null) {
    const end = lines.spanOf(lines.lineAt(decisionEscalation.end)).end;
    escalation = trimSpan(text, { start: behindMarks(text, decisionEscalation.end, end), end });
    shown.push({ start: decisionEscalation.start, end });
  }
  const found = branches.map((span, index) => branchOf(runbook, span, `${id}.b${String(index + 1)}`));
  return {
    id,
    title: decisionPoint.name,
    blocks: blocksIn({ runbook, within: decisionPoint.content, skips: shown, commandAt: () => null }),
    branches: found,
    escalation: escalation === null ? [] : wordsIn(runbook, escalation),
    first: decisionPoint.span.start < steps,
  };
}

/** `**Go/No-Go Decision:** …` in a section of steps: a question with the two answers of its name. */
export function goNoGoIn(runbook: Runbook, within: Span, id: string, steps: number): PlanDecision | null {
  const label = runbook.labels.find(
    ({ key, span }) =>
      encloses(within, { start: span.start, end: span.start }) && /^go ?[/-]? ?no-?\s?go\b/.test(key),
  );
  if (label === undefined) return null;
  const implied = (answer: 'go' | 'no-go', lead: BranchLead): PlanBranch => ({
    ...{ id: `${id}.${answer}`, condition: [], then: [], lead, to: '', implied: answer },
  });
  return {
    id,
    title: label.name,
    blocks: valueBlocks(runbook, label),
    branches: [implied('go', 'go-on'), implied('no-go', 'abort')],
    escalation: [],
    first: label.span.start < steps,
  };
}

function valueBlocks(runbook: Runbook, { value }: Label): PlanDecision['blocks'] {
  if (value === null) return [];
  return [{ type: 'text', words: wordsIn(runbook, value.span), level: 0, marker: '' }];
}

/** Condition and consequence of `**If row counts differ**: close the checkout, roll this phase back`. */
function branchOf(runbook: Runbook, span: Span, id: string): PlanBranch {
  const { text } = runbook;
  const source = text.slice(span.start, span.end);
  const cut = /^[^:]{1,300}?:(?=[\s*_]|$)|^.{1,200}?\s(?:→|->|–|—)\s/su.exec(source);
  const at = cut === null ? span.end : span.start + cut[0].length;
  const condition = trimSpan(text, { start: span.start, end: at });
  const then = trimSpan(text, { start: behindMarks(text, at, span.end), end: span.end });
  const consequence = plainIn(runbook, then);
  const { lead, to } = leadOf(runbook, consequence === '' ? plainIn(runbook, span) : consequence);
  const words = wordsIn(runbook, condition).map((one, index, all) =>
    index === all.length - 1 ? { ...one, text: withoutColon(one.text) } : one,
  );
  return {
    id,
    condition: words.filter((one) => one.text !== ''),
    then: wordsIn(runbook, then),
    lead,
    to,
    implied: null,
  };
}

const goesTo = phasePattern(
  (words) =>
    `\\b(?:go(?: back)? to|return to|repeat|continue (?:with|at|from)|proceed (?:to|with)|skip to)\\s+(?:the\\s+)?(step|${words})\\s+(${phaseNumber})\\b`,
  'i',
);
const goesOn = phasePattern(
  (words) => `\\b(?:proceed|continue|go on|go ahead|carry on|next (?:step|${words}))\\b|^go\\b`,
  'i',
);

/** Where the words of a consequence lead; the gravest counts where they name several. */
function leadOf(runbook: Runbook, words: string): { lead: BranchLead; to: string } {
  const step = goesTo(runbook).exec(words);
  if (/\broll(?:ing|s|ed)?(?: [\w-]{1,20}){0,4} back\b|\brollback\b|\brevert\b|\bback ?out\b/i.test(words))
    return { lead: 'rollback', to: '' };
  if (
    /\b(?:abort|cancel|give up|stop (?:here|the|everything)|do not (?:proceed|continue|go on)|no-?go)\b|^stop\b/i.test(
      words,
    )
  )
    return { lead: 'abort', to: '' };
  if (step !== null) {
    const [, word = '', number = ''] = step;
    return word.toLowerCase() === 'step'
      ? { lead: 'step', to: number }
      : { lead: 'phase', to: keyOfLabel(number, runbook.phases) ?? number };
  }
  if (/\b(?:pause|wait|hold)\b/i.test(words)) return { lead: 'pause', to: '' };
  if (goesOn(runbook).test(words)) return { lead: 'go-on', to: '' };
  return { lead: 'none', to: '' };
}

/** `If row counts differ` of `If row counts differ:`. */
function withoutColon(words: string): string {
  let end = words.length;
  while (end > 0 && /[:→>–—\s]/.test(words.charAt(end - 1))) end--;
  return words.slice(0, end);
}

function behindMarks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && /[:*_\s]/.test(text.charAt(at))) at++;
  return at;
}
