/** The styles that are shipped, to be named in `extends`: texts of the form that a team writes itself. */
import { localizable } from '../text/say';
import { shippedForms } from './shipped-forms';

export const shippedNames = [
  'runbook:alert-pages',
  'runbook:playbook',
  'runbook:feature',
  'runbook:entry',
  'runbook:sot',
  'runbook:release',
] as const;

interface ShippedStyle {
  readonly summary: string;
  /** What its file would hold. */
  readonly text: string;
}

/** By name. */
export const shippedStyles: Readonly<Record<(typeof shippedNames)[number], ShippedStyle>> = {
  'runbook:alert-pages': {
    summary: localizable`One page for each alert: Meaning, Impact, Diagnosis, Mitigation.`,
    text: `kinds:
  - name: alert-page
    headings: { atLeast: 3, of: [Meaning, Impact, Diagnosis, Mitigation] }
    titleFrom: fileName
    roles: { steps: information }
    sections:
      - name: Meaning
        required: true
        also: [What it means, Bedeutung, Significado, Signification, 意味, アラートの意味, 의미]
      - name: Impact
        required: true
        also: [Blast radius, Auswirkung, Auswirkungen, Impacto, 影響, 영향]
      - name: Diagnosis
        required: true
        also: [Possible checks, Investigation, Diagnose, Diagnóstico, Diagnostic, 診断, 原因調査, 진단, 원인 파악]
      - name: Mitigation
        required: true
        also: [Remediation, Resolution, Potential resolution steps, Abhilfe, Mitigación, Atténuation, Mitigação, 対応, 対処方法, 완화 조치, 조치 방법]
    order: fixed
`,
  },
  'runbook:playbook': {
    summary: localizable`The built-in playbook in this form, to start from.`,
    text: shippedForms.playbook,
  },
  'runbook:feature': {
    summary: localizable`The built-in feature runbook in this form, to start from.`,
    text: shippedForms.feature,
  },
  'runbook:entry': {
    summary: localizable`The built-in runbook entry in this form, to start from.`,
    text: shippedForms.entry,
  },
  'runbook:sot': {
    summary: localizable`The built-in Source-of-Truth file in this form, to start from.`,
    text: shippedForms.sot,
  },
  'runbook:release': {
    summary: localizable`The built-in release runbook in this form, to start from.`,
    text: shippedForms.release,
  },
};

/** Whether a style of this name is shipped. */
export function isShipped(name: string): name is (typeof shippedNames)[number] {
  return Object.hasOwn(shippedStyles, name);
}
