/** Counts findings, so that two looks at a document can be compared. Knows no rule and no fix. */
import { sliceSpan } from '../text/span';
import type { Finding } from './rule';

/** How often the findings of a document occur: by their words, by rule, and errors and warnings by rule. */
export interface Counts {
  readonly keys: ReadonlyMap<string, number>;
  readonly rules: ReadonlyMap<string, number>;
  readonly loud: ReadonlyMap<string, number>;
}

/** Counts the findings of a document with this text. */
export function countFindings(findings: readonly Finding[], text: string): Counts {
  const keys = new Map<string, number>();
  const rules = new Map<string, number>();
  const loud = new Map<string, number>();
  for (const finding of findings) {
    const { name } = finding.rule;
    add(keys, keyOf(finding, text));
    add(rules, name);
    if (finding.severity === 'error' || finding.severity === 'warning') add(loud, name);
  }
  return { keys, rules, loud };
}

/** A finding by its words, which stay when other places of the document change. */
export function keyOf({ rule, message, span }: Finding, text: string): string {
  return `${rule.name}\n${sliceSpan(text, span)}\n${message}`;
}

export function add(counts: Map<string, number>, key: string): void {
  counts.set(key, countOf(counts, key) + 1);
}

export function countOf(counts: ReadonlyMap<string, number>, key: string): number {
  return counts.get(key) ?? 0;
}
