/** Names of sections that say how to find out what is wrong. They are no role: nothing is required of them. */
import { foldName } from './role-patterns';
import { normalizeName } from './vocabulary';

const diagnosis =
  /^(?:diagnos(?:is|es|e|tics?|ing)|(?:possible|likely|common) (?:checks|causes?|suspects)|(?:quick |initial )?triage|investigat(?:e|ion|ing)|investigation steps|root causes?|identification|analyse|análisis|診断(?:方法)?|分析|原因|원인(?: 분석)?|진단)$/;

/** Whether a heading of this name, number and marks left out, opens a diagnosis. */
export function namesDiagnosis(title: string): boolean {
  return diagnosis.test(foldName(normalizeName(title)));
}
