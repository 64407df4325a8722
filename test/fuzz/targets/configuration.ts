/** Configuration: any text gives a configuration and a bounded number of problems at places of the text. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { anyString } from '../../support/any-string';
import { configurationKeys, parseConfiguration } from '../../../server/src/config/parse-configuration';
import { ruleNames, ruleOptions } from '../../../server/src/service';
import { findingsOf, openWorkspace } from '../../support/workspace';
import { texts as sample } from '../../server/lsp/every-feature';
import { caseOf, firstText } from '../case';
import type { Target } from '../target';
import { mutated } from '../texts/mutations';
import { pastConfigurations } from '../texts/past-findings';

const values = [
  'off',
  'on',
  'error',
  'warning',
  'true',
  '~',
  '1',
  '-1',
  '1e999',
  '0x1F',
  '""',
  '"RUN"',
  '[RUN, MON]',
  '[[[[]]]]',
  '{}',
  '{severity: hint, maximum: 7}',
  '{ RUN: { owner: "SoT.*.md" } }',
  '&a [*a]',
  '*a',
  '!!js/function x',
  '!!binary aGk=',
  '|\n  block\n  text',
  '>-\n folded',
  '"**/*.md"',
  '"!(**)/[a-"',
  '"../../**"',
  '"{a,b}{c,d}{e,f}"',
  '- RUN',
  '2026-01-01',
  '<<: *a',
];
const names = [
  ...configurationKeys,
  ...[...ruleNames].slice(0, 12),
  'severity',
  'files',
  'RUN',
  '__proto__',
  'constructor',
  '"a b"',
  '? [x]',
];

const line = fc
  .tuple(
    fc.nat(3),
    fc.constantFrom(...names),
    fc.constantFrom('', '', ...values),
    fc.constantFrom(': ', ': ', ':', ' : ', '- '),
  )
  .map(([depth, name, value, between]) =>
    between === '- ' ? `${'  '.repeat(depth)}- ${value}` : `${'  '.repeat(depth)}${name}${between}${value}`,
  );
const written = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'));
const sound = `prefixes:
  OPS: { band: [1, 99] }
kinds:
  - files: "docs/*.md"
    kind: playbook
include: ["**/*.md"]
exclude:
  - drafts/**
templates: ["t/**"]
rules:
  missing-owner: off
  too-many-steps: { severity: warning, maximum: 12 }
overrides:
  - files: ["a/**"]
    rules: { placeholder: hint }
procedures: [OPS]
categories: [Recovery]
statuses: [Live]
staleAfterDays: 30
`;

export const configuration: Target = {
  name: 'configuration',
  cases: fc
    .oneof(
      written,
      mutated(fc.constantFrom(sound, ...pastConfigurations), 8),
      mutated(written, 4),
      anyString({ maxLength: 120 }),
    )
    .map((text) => caseOf('.runbook.yaml', text)),
  usualRuns: 250,
  complaintsOf(given) {
    const text = firstText(given);
    const complaints: string[] = [];
    for (const known of [ruleNames, ruleOptions]) {
      const { problems } = parseConfiguration(text, known);
      if (problems.length > 20 + text.split('\n').length * 4)
        complaints.push('more problems than places for them');
      for (const { span, message } of problems) {
        if (!(0 <= span.start && span.start <= span.end && span.end <= text.length))
          complaints.push('a problem outside of the text');
        if (message.trim() === '' || /\bundefined\b|\[object|\n/.test(message))
          complaints.push(`an odd message: ${JSON.stringify(message)}`);
      }
    }
    expect(parseConfiguration(text, ruleOptions)).toEqual(parseConfiguration(text, ruleOptions));
    expect(Object.keys(Object.prototype), 'what every object has').toEqual([]);
    const documents = openWorkspace(new Map([['.runbook.yaml', text], ...Object.entries(sample)]));
    for (const path of Object.keys(sample)) findingsOf(documents, path);
    return complaints;
  },
};
