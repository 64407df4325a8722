/** The criteria of the quality checklist in words. */
import { words, type Words } from '../text/say';
import type { CriterionName } from './workspace-report';

/** What a runbook is that meets the criterion. */
export const criterionWords: Readonly<Record<CriterionName, Words>> = {
  actionable: words`actionable`,
  complete: words`complete`,
  verifiable: words`verifiable`,
  scoped: words`scoped`,
  escalatable: words`escalatable`,
  tested: words`tested`,
  maintained: words`maintained`,
};
