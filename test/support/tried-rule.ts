/** Under mutation testing one rule is changed at a time, and what is about other rules says nothing about it. */
import process from 'node:process';

const tried = process.env['RUNBOOK_RULE'];

/** Whether tests about one of these rules are to run; without names, whether those that are about no rule are. */
export function isTried(...rules: readonly string[]): boolean {
  return tried === undefined || rules.includes(tried);
}
