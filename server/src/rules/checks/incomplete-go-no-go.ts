/** Go/no-go criteria that leave one of the three answers open (`domain.md` section 5, Playbook). */
import type { Runbook } from '../../model/runbook';
import type { Span } from '../../text/span';
import { titleSpanOf } from '../document-title';
import { defineRule, type Match } from '../rule';
import { findSection, holdsNoWords, isInert, passagesIn } from '../section-lookup';

const answers: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  { name: 'Proceed', pattern: /^(?:proceed|continue|go(?! ?\/? ?no)(?!-)|green)\b/i },
  { name: 'Pause', pattern: /^(?:pause|hold|wait|delay|yellow|amber)\b/i },
  { name: 'Abort', pattern: /^(?:abort|stop|no-?\s?go|cancel|roll ?back|red)\b/i },
];

interface IncompleteGoNoGo extends Match {
  readonly missing: readonly string[];
}

export const incompleteGoNoGo = defineRule<IncompleteGoNoGo>({
  meta: {
    name: 'incomplete-go-no-go',
    summary: 'Go/no-go criteria without proceed, pause or abort',
    severity: 'warning',
    scope: ['playbook'],
    since: '0.1.0',
    source: 'section 5, Playbook',
  },
  *find({ runbook }) {
    const whole = { start: 0, end: runbook.text.length };
    const [named] = passagesIn(runbook, /^go ?[/-]? ?no-?\s?go\b/, whole);
    const section = named ?? findSection(runbook, /^decision (?:framework|criteria|matrix)$/);
    if (section === undefined) {
      yield { span: titleSpanOf(runbook), missing: answers.map(({ name }) => name) };
      return;
    }
    const given = answersIn(
      runbook,
      named?.from === 'heading'
        ? named.span
        : (findSection(runbook, /^decision framework$/)?.span ?? section.span),
    );
    const missing = answers.map(({ name }) => name).filter((name) => !given.has(name));
    if (missing.length > 0) yield { span: section.nameSpan, missing };
  },
  word({ missing }) {
    return {
      message: `The go/no-go criteria do not say when to ${missing.join(', ').toLowerCase()}, so that decision is left to whoever is most tired. Add "${missing.map((name) => `${name} if`).join('", "')}" with conditions.`,
    };
  },
});

/** The answers that a section gives with at least one condition. */
function answersIn(runbook: Runbook, within: Span): ReadonlySet<string> {
  const { lines, text } = runbook;
  const given = new Set<string>();
  let open: { readonly name: string | null; readonly start: number } | null = null;
  const close = (end: number): void => {
    if (open?.name != null && !holdsNoWords(runbook, { start: open.start, end })) given.add(open.name);
  };
  for (
    let line = lines.lineAt(within.start);
    line <= lines.lineAt(Math.max(within.start, within.end - 1));
    line++
  ) {
    const { start, end } = lines.spanOf(line);
    if (isInert(runbook, start)) continue;
    const source = text.slice(start, end);
    const lead =
      /^[ \t>]*(?:#{1,6}[ \t]+|[-*+][ \t]+|\d{1,3}[.)][ \t]+|\|[ \t]*)?(?:\[[ xX]\][ \t]+)?[*_]*/.exec(
        source,
      )?.[0] ?? '';
    const words = source.slice(lead.length);
    const answer = answers.find(({ pattern }) => pattern.test(words));
    if (answer === undefined && !/^[ \t]*#/.test(source)) continue;
    close(start);
    // behind the answer: `Proceed if:` has nothing there, `| Proceed | all gates ticked |` has
    const name =
      /^[\w-]+(?:[ \t]+(?:if|when|criteria|only if|the release))?[*_]*[ \t]*[:|]?/i.exec(words)?.[0].length ??
      0;
    open = { name: answer?.name ?? null, start: start + lead.length + name };
  }
  close(within.end);
  return given;
}
