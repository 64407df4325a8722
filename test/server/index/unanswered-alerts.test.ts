/** Where no alert names a runbook, one finding speaks of all: it is in the right file after any change, and few are judged again. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRunbookService, type RunbookService } from '../../../server/src/service';
import { runs } from '../../support/runs';
import { today } from '../../support/workspace';

const root = 'file:///shop';
const severities = ['page', 'critical', 'warning'] as const;
type Rules = readonly (readonly [severity: (typeof severities)[number], named: boolean])[];

function textOf(rules: Rules): string {
  const items = rules.map(
    ([severity, named], index) =>
      `      - alert: A${String(index)}\n        expr: up == ${String(index)}\n        labels: { severity: ${severity} }\n${
        named ? '        annotations: { runbook_url: docs/a.md }\n' : ''
      }`,
  );
  return `groups:\n  - name: g\n    rules:\n${items.join('')}`;
}

function newService(): RunbookService {
  const service = createRunbookService({ today: () => today });
  service.setFolders([{ uri: root, name: 'shop' }]);
  service.putFile(`${root}/docs/a.md`, '# RUN-001: Api\n\n**Owner:** Ops\n');
  return service;
}

function findingsIn(service: RunbookService): ReadonlyMap<string, string> {
  const all = [...service.uris()].map((uri): [string, string] => [
    uri,
    JSON.stringify(service.plainFindings(uri).map(({ rule, message }) => [rule, message])),
  ]);
  return new Map(all.sort());
}

const rulesOf: fc.Arbitrary<Rules> = fc.array(
  fc.tuple(
    fc.constantFrom(...severities),
    fc.integer({ max: 9, min: 0 }).map((one) => one === 0),
  ),
  { maxLength: 3 },
);

test('after any change, judging those that it reaches finds what judging all finds', () => {
  fc.assert(
    fc.property(
      fc.array(rulesOf, { minLength: 3, maxLength: 6 }),
      fc.nat(5),
      rulesOf,
      (files, at, changed) => {
        const index = at % files.length;
        const uriOf = (one: number): string => `${root}/rules/${String(one)}.yaml`;
        const service = newService();
        for (const [one, rules] of files.entries()) service.putFile(uriOf(one), textOf(rules));
        const before = findingsIn(service);
        const affected = service.putFile(uriOf(index), textOf(changed));
        const fresh = newService();
        for (const [one, rules] of files.entries())
          fresh.putFile(uriOf(one), textOf(one === index ? changed : rules));
        for (const [uri, findings] of findingsIn(fresh))
          if (!affected.has(uri) && uri !== uriOf(index))
            expect([uri, before.get(uri)]).toEqual([uri, findings]);
        expect(findingsIn(service)).toEqual(findingsIn(fresh));
      },
    ),
    { numRuns: runs(200) },
  );
});

test('a change of one alert reaches few of many files', () => {
  const service = newService();
  const uriOf = (one: number): string => `${root}/rules/${String(one).padStart(3, '0')}.yaml`;
  for (let one = 0; one < 100; one++)
    service.putFile(uriOf(one), textOf([['page', false]]).replace('A0', `B${String(one)}`));
  expect(service.putFile(uriOf(50), textOf([['critical', false]])).size).toBeLessThanOrEqual(6);
});
