/** The lines of a step that is still to be written, in the manner of the steps beside it. */
import type { ListItem } from '../model/markdown';
import type { Procedure, Runbook, Step } from '../model/runbook';
import { encloses } from '../text/span';
import { isTight } from './section-insertion';
import { indentInFence, verificationLines, verificationSlot } from './verification-skeleton';

export interface StepToWrite {
  /** As the others have it: `3`, `1.3`, `C`. */
  readonly number: string;
  readonly title: string;
}

/** The line that names the step: that of `model` with another number and title. */
export function stepLead({ lines, text }: Runbook, model: Step, { number, title }: StepToWrite): string {
  const line = lines.spanOf(lines.lineAt(model.titleSpan.start));
  const lead = text.slice(line.start, model.numberSpan.start);
  const behind = text.slice(model.numberSpan.end, model.titleSpan.end);
  const at = model.title === '' ? -1 : behind.lastIndexOf(model.title);
  const between = at >= 0 && at < 6 ? behind.slice(0, at) : ': ';
  const marks =
    /^(?:\*\*|__)?:?(?:\*\*|__)?(?:<\/h[1-6]>)?/.exec(text.slice(model.titleSpan.end, line.end))?.[0] ?? '';
  return lead + number + between + title + marks;
}

/** A step with a heading or a bold line of its own: what names it, commands and a verification. */
export function stepSection(
  runbook: Runbook,
  procedure: Procedure,
  model: Step,
  step: StepToWrite,
): string[] {
  const fence = model.commands.find(({ form }) => form === 'fence');
  const gap = isTight(runbook) ? [] : [''];
  const body =
    fence === undefined ? ['[How to do it]'] : [`\`\`\`${fence.language}`, '[Line to paste]', '```'];
  return [
    stepLead(runbook, model, step),
    ...gap,
    ...body,
    ...(isVerifiedEach(procedure) ? ['', ...verificationLines(runbook)] : []),
  ];
}

/** A step in a fence: a plain line, or a comment of a script with the line that it is about. */
export function stepLines(runbook: Runbook, procedure: Procedure, model: Step, step: StepToWrite): string[] {
  const lead = stepLead(runbook, model, step);
  const comment = procedure.form === 'comment';
  const verify = comment
    ? `# Verify: ${verificationSlot}`
    : `${indentInFence(runbook, model)}- Verify: ${verificationSlot}`;
  return [lead, ...(comment ? ['[Line to paste]'] : []), ...(isVerifiedEach(procedure) ? [verify] : [])];
}

/** A step that is a list item, with the bullet of its verification where the model has one. */
export function stepItem(
  runbook: Runbook,
  model: Step,
  item: ListItem,
  { number, title }: StepToWrite,
): string[] {
  const { lines, text } = runbook;
  const indent = text.slice(lines.startOf(lines.lineAt(item.marker.start)), item.marker.start);
  const marker = text.slice(item.marker.start, item.marker.end).replace(/\d+/, () => number);
  const words = text.slice(item.box?.span.end ?? item.marker.end, item.span.end).trimStart();
  const bold = /^(\*\*|__)[^*_\r\n]{1,80}?(:?)\1(:?)[ \t]/.exec(words);
  const lead =
    bold === null
      ? title
      : `${bold[1] ?? ''}${title}${bold[2] ?? ''}${bold[1] ?? ''}${bold[3] ?? ''} [How to do it]`;
  // blanks or a tab, as far as they lead to its words and not to code
  const gap = /^(?:[ ]{1,4}|\t)(?=\S)/.exec(text.slice(item.marker.end, item.marker.end + 6))?.[0] ?? ' ';
  const written = [`${indent}${marker}${gap}${item.box === null ? '' : '[ ] '}${lead}`];
  const verification = model.verification.find(
    ({ start }) =>
      lines.lineAt(start) > lines.lineAt(item.marker.start) && encloses(item.span, { start, end: start }),
  );
  const line = verification === undefined ? '' : lines.textOf(lines.lineAt(verification.start));
  const bullet = line.trimStart();
  const name = /^(?:[-*+][ \t]{1,4})?(?:\*\*)?[A-Z][A-Za-z ]{3,23}:(?:\*\*)?/.exec(bullet)?.[0];
  if (name !== undefined)
    written.push(`${line.slice(0, line.length - bullet.length)}${name} ${verificationSlot}`);
  return written;
}

/** Whether the steps are verified one by one, and not by what follows all of them. */
function isVerifiedEach({ role, steps, checklist, coveredBy }: Procedure): boolean {
  if (role !== 'steps') return steps.some(({ verification }) => verification.length > 0);
  return (
    steps.some(({ verification }) => verification.length > 0) || (checklist === null && coveredBy === null)
  );
}
