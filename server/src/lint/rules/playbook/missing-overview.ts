/** A playbook without a goal, a motivation or success criteria. */
import type { Span } from '../../../text/span';
import { encloses } from '../../../text/span';
import { titleSpanOf } from '../../../document/document-title';
import { playbookPhases } from '../../../document/phases/playbook-phases';
import { Messages } from '../../message';
import { defineRule, type Match, type RuleContext } from '../../rule';
import {
  findSection,
  holdsNoWords,
  passagesIn,
  type Passage,
} from '../../../document/sections/section-lookup';

const wanted: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  { name: 'Goal', pattern: /^(?:goals?|objectives?|purpose|aim|what)$/ },
  {
    name: 'Motivation',
    pattern:
      /^(?:motivation|why|background|rationale|reasons?|why now|context|problem|problem statement|business case)$/,
  },
  {
    name: 'Success Criteria',
    pattern:
      /^(?:success criteria|success(?: metrics?| looks like)?|we succeed (?:if|when)|acceptance criteria|exit criteria|definition of done|done when)$/,
  },
];

interface MissingOverview extends Match {
  readonly missing: readonly string[];
}

const messages = new Messages({
  missing:
    'The overview has no "{name}", so operators cannot tell what the playbook is for or when it is done. Add the section.',
  severalMissing:
    'The overview has no {names}, so operators cannot tell what the playbook is for or when it is done. Add them.',
});

export const missingOverview = defineRule<MissingOverview>({
  meta: {
    name: 'missing-overview',
    summary: 'A playbook without goal, motivation or success criteria',
    severity: 'warning',
    scope: ['playbook'],
    since: '0.1.0',
    group: 'playbook',
    absentFrom: 'document',
  },
  *find(context) {
    const found = wanted.map(({ name, pattern }) => ({ name, passages: outsidePhases(context, pattern) }));
    const missing = found.filter(
      ({ passages }) => !passages.some(({ content }) => !holdsNoWords(context.runbook, content)),
    );
    const [first] = missing;
    if (first === undefined) return;
    // the empty label itself, otherwise the section that should contain it
    const empty = missing.length === 1 ? first.passages[0]?.nameSpan : undefined;
    yield { span: empty ?? overviewSpan(context), missing: missing.map(({ name }) => name) };
  },
  message({ missing }) {
    return missing.length === 1
      ? messages.of('missing', { name: missing.join('') })
      : messages.of('severalMissing', { names: missing.join(', ') });
  },
});

function outsidePhases({ runbook }: RuleContext, pattern: RegExp): Passage[] {
  const phases = playbookPhases(runbook);
  const whole = { start: 0, end: runbook.text.length };
  return [...passagesIn(runbook, pattern, whole)].filter(
    ({ nameSpan }) => !phases.some(({ span }) => encloses(span, nameSpan)),
  );
}

function overviewSpan({ runbook }: RuleContext): Span {
  return findSection(runbook, /^(?:overview|summary|introduction)$/)?.nameSpan ?? titleSpanOf(runbook);
}
