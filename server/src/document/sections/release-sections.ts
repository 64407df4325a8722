/** The sections of release and feature runbooks that several rules look at. */
import { hasBody } from '../../model/entry';
import type { Runbook } from '../../model/runbook';
import { encloses } from '../../text/span';
import { findSection, passagesIn, type Passage } from './section-lookup';

/** "Deployment Steps" by any of its names, or null. */
export function deploymentSection(runbook: Runbook): Passage | null {
  return (
    findSection(
      runbook,
      /^(?:deployment|deploy)(?: (?:steps|procedures?|plan|instructions))?$|^(?:production|staging) deployment$/,
    ) ?? null
  );
}

/** "Rollback Procedure" by any of its names, or null; that of an entry in the document is no one else's. */
export function rollbackSection(runbook: Runbook): Passage | null {
  const top = runbook.headings[0]?.span.start ?? 0;
  const entries = runbook.entries.filter((entry) => hasBody(entry) && entry.span.start > top);
  for (const section of passagesIn(runbook, rollbackNames, { start: 0, end: runbook.text.length })) {
    if (section.from !== 'heading') break;
    if (!entries.some(({ span }) => encloses(span, section.nameSpan))) return section;
  }
  return null;
}

const rollbackNames = /^(?:roll-?\s?back|back-?\s?out|revert)(?: (?:procedures?|plan|steps|instructions))?$/;

/** "Smoke Tests" by any of its names, or null. A step of that title runs them and is none. */
export function smokeTests(runbook: Runbook): Passage | null {
  return (
    findSection(
      runbook,
      /^(?!steps?\b|(?:run|execute|start|perform|repeat)\b)(?:.* )?smoke[- ]?(?:tests?|testing|checks?)(?: (?:plan|list|suite|procedure))?$|^(?:sanity|post-deploy(?:ment)?) (?:tests?|checks?)$/,
    ) ?? null
  );
}
