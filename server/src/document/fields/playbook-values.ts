/** Values that a playbook states twice: in its front matter and in its overview. */
import type { Runbook } from '../../model/runbook';
import type { Span } from '../../text/span';
import { documentField, wordsAt } from './fields';
import { frontMatterField } from './front-matter-values';

export interface PlaybookValue {
  readonly from: 'front-matter' | 'body';
  readonly value: string;
  /** The place of the whole value, with its quotes in front matter. */
  readonly span: Span;
  /** What is compared: «High» (writes stop). In front matter the whole value. */
  readonly token: Span;
}

/** The values of a field, front matter first; none where it is absent or empty. */
export function playbookValues(runbook: Runbook, key: string): PlaybookValue[] {
  const values: PlaybookValue[] = [];
  const field = frontMatterField(runbook, key);
  if (field !== undefined)
    values.push({ from: 'front-matter', value: field.value, span: field.valueSpan, token: field.valueSpan });
  const stated = documentField(runbook, key.replace('_', ' '))?.value ?? null;
  const isBody = stated !== null && stated.span.start >= (runbook.frontMatter?.span.end ?? 0);
  if (isBody)
    values.push({
      from: 'body',
      value: wordsAt(runbook, stated.span),
      span: stated.span,
      token: stated.token,
    });
  return values;
}
