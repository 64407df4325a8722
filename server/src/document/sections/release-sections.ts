/** The sections of release and feature runbooks that several rules look at. */
import type { Runbook } from '../../model/runbook';
import { findSection, type Passage } from './section-lookup';

/** "Deployment Steps" by any of its names, or null. */
export function deploymentSection(runbook: Runbook): Passage | null {
  return (
    findSection(
      runbook,
      /^(?:deployment|deploy)(?: (?:steps|procedures?|plan|instructions))?$|^(?:production|staging) deployment$/,
    ) ?? null
  );
}

/** "Rollback Procedure" by any of its names, or null. */
export function rollbackSection(runbook: Runbook): Passage | null {
  return (
    findSection(
      runbook,
      /^(?:roll-?\s?back|back-?\s?out|revert)(?: (?:procedures?|plan|steps|instructions))?$/,
    ) ?? null
  );
}

/** "Smoke Tests" by any of its names, or null. A step of that title runs them and is none. */
export function smokeTests(runbook: Runbook): Passage | null {
  return (
    findSection(
      runbook,
      /^(?!steps?\b|(?:run|execute|start|perform|repeat)\b)(?:.* )?smoke[- ]?(?:tests?|testing|checks?)$|^(?:sanity|post-deploy(?:ment)?) (?:tests?|checks?)$/,
    ) ?? null
  );
}
