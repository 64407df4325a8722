/** A step without anything to run, open or look up. */
import type { Procedure, Runbook, Step } from '../../../model/runbook';
import { encloses, firstFrom, type Span } from '../../../text/span';
import { wordsAt } from '../../../document/fields/fields';
import { isListed, isLoose, judgedProcedures } from '../../../document/steps/judged-procedure';
import { defineRule, type Match } from '../../rule';

interface BareStep extends Match {
  readonly step: Step;
}

export const stepWithoutCommand = defineRule<BareStep>({
  meta: {
    name: 'step-without-command',
    summary: 'A step without anything to run, open or look up',
    severity: 'information',
    scope: 'judged',
    since: '0.1.0',
    group: 'procedures',
  },
  *find(context) {
    const { runbook } = context;
    for (const { procedure, entry } of judgedProcedures(context)) {
      if (isLoose(procedure) || (isListed(procedure) && (entry === undefined || entry.id.prefix === 'DEP')))
        continue;
      for (const step of procedure.steps) {
        if (isExecutable(runbook, procedure, step)) continue;
        const mild =
          step.tells ||
          /\b(?:monitor|watch|observe|hold|wait|notify|announce\w*|decide|decision|escalate)\b/i.test(
            step.title,
          );
        yield {
          span: step.titleSpan,
          step,
          severity: mild ? 'hint' : 'information',
          ...(entry === undefined ? {} : { entry }),
        };
      }
    }
  },
  message({ step }, { runbook }) {
    return {
      message: `"${nameOf(runbook, step)}" has no command, link or path, so everybody does it their own way. Add what to run, open or click.`,
    };
  },
});

/** The title of a step; where it is only a label such as `Verify:`, what stands behind it. */
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

/** Whether the step holds code, a link, an identifier to follow, an address, or a way through a user interface. */
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
