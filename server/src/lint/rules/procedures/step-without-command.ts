/** A step with nothing to run, open or look up. */
import type { Procedure, Runbook, Step } from '../../../model/runbook';
import { encloses, firstFrom, type Span } from '../../../text/span';
import { wordsAt } from '../../../document/fields/fields';
import { isListed, isLoose, isUnwritten, judgedProcedures } from '../../../document/steps/judged-procedure';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

interface BareStep extends Match {
  readonly step: Step;
}

const messages = new Messages({
  bare: '"{step}" has no command, link or path, so each operator does it differently. Add what to run, open or click.',
});

export const stepWithoutCommand = defineRule<BareStep>({
  meta: {
    name: 'step-without-command',
    summary: 'A step with nothing to run, open or look up',
    severity: 'information',
    scope: 'judged',
    since: '0.1.0',
    group: 'procedures',
    absentFrom: 'section',
    role: 'steps',
  },
  *find(context) {
    const { runbook } = context;
    for (const { procedure, entry } of judgedProcedures(context)) {
      if (isLoose(procedure) || (isListed(procedure) && (entry === undefined || entry.id.prefix === 'DEP')))
        continue;
      for (const step of procedure.steps) {
        if (isExecutable(runbook, procedure, step) || isUnwritten(runbook, step)) continue;
        const isMinor =
          step.tells ||
          /\b(?:monitor|watch|observe|hold|wait|notify|announce\w*|decide|decision|escalate)\b/i.test(
            step.title,
          );
        yield {
          span: step.titleSpan,
          step,
          severity: isMinor ? 'hint' : 'information',
          ...(entry === undefined ? {} : { entry }),
        };
      }
    }
  },
  message: ({ step }, { runbook }) => messages.of('bare', { step: nameOf(runbook, step) }),
});

/** The title of a step; where it is only a label such as `Verify:`, the text after it. */
function nameOf(runbook: Runbook, { title, titleSpan }: Step): string {
  const { lines, text } = runbook;
  const line = lines.spanOf(lines.lineAt(titleSpan.start));
  const rest = text
    .slice(titleSpan.end, line.end)
    .replace(/^[\s*_:]{1,12}/, '')
    .trim();
  const isLabel = /[:：]$/.test(title) || /^[*_]{0,3}[:：]/.test(text.slice(titleSpan.end, line.end));
  return isLabel && rest !== '' ? rest.slice(0, 80) : title;
}

/** Whether the step holds code, a link, an identifier to follow, a URL, or a path through a user interface. */
function isExecutable(runbook: Runbook, procedure: Procedure, step: Step): boolean {
  if (step.commands.length > 0) return true;
  const { span } = step;
  if (firstInside(runbook.links, span, ({ inline }) => inline.span)) return true;
  const mention = runbook.mentions
    .slice(firstFrom(runbook.mentions, span.start, (one) => one.span.start))
    .find(({ id }) => id !== null);
  if (mention !== undefined && mention.span.start < span.end && /\b(?:RUN|DEP|TEST)\b/.test(mention.prefix))
    return true;
  const words = wordsAt(runbook, span);
  if (
    procedure.fence !== null &&
    /^[ \t]*(?:[-*+][ \t]*)?(?:pipeline|command|script|message|url|job|strategy)[^:\n]{0,20}:[ \t]*\S/im.test(
      words,
    )
  )
    return true;
  return /https?:\/\/|\bsee section\b|\S[ \t]*(?:→|->|›|»)[ \t]*\S|\w {0,8}[ \t]>[ \t]\w|\b(?:click|press|select|choose|open|go to|navigate to|toggle)\b[^.\n]{0,40}(?:\*\*|"|“|menu|tab|page|console|button)/i.test(
    words,
  );
}

function firstInside<T>(items: readonly T[], outer: Span, spanOf: (item: T) => Span): boolean {
  const item = items[firstFrom(items, outer.start, (one) => spanOf(one).start)];
  return item !== undefined && encloses(outer, spanOf(item));
}
