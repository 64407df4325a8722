/** The alert rules that lead to a document, which several features ask for each of its entries: found once after each change. */
import { leadsTo, type AlertLead } from '../../index/alert-leads';
import type { Summary } from '../../index/summary';
import type { FeatureContext } from './feature-context';

interface Found {
  readonly revision: number;
  readonly leads: readonly AlertLead[];
}

const known = new WeakMap<Summary, Found>();

/** The alert rules of the workspace that lead to a document, by file and place. */
export function leadsOf({ workspace, revision }: FeatureContext, document: Summary): readonly AlertLead[] {
  const now = revision();
  const before = known.get(document);
  if (before?.revision === now) return before.leads;
  const leads = leadsTo(document, workspace);
  known.set(document, { revision: now, leads });
  return leads;
}
