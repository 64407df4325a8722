/** What is known of one day, on another one: as much of it is kept as is true, and all that is said is what that day says. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayAfter } from '../../server/src/document/fields/dates';
import { contextFor } from '../../server/src/lint/rule-context';
import { ruleNames, rules } from '../../server/src/lint/registry';
import { ConfigurationTree } from '../../server/src/config/configuration-tree';
import { parseConfiguration } from '../../server/src/config/parse-configuration';
import { createRunbookService, type RunbookService } from '../../server/src/service';
import { longSot } from '../support/long-sot';
import { composed } from '../support/runbook-texts';
import { runs } from '../support/runs';
import { openWorkspace, uriOf as uriIn } from '../support/workspace';

const folder = { uri: 'file:///w', name: 'w' };
const uriOf = (name: string): string => `${folder.uri}/${name}`;
const first = '2026-11-20';

const configuration = `kinds:
  - name: page
    files: pages
    fields: [{ name: last_reviewed_on, sets: reviewDate }, { name: review_in, sets: reviewInterval }]
`;

/** Around the first day, and around the limits of staleness before it. */
const day = fc
  .oneof(
    fc.integer({ min: -3, max: 5 }),
    fc.integer({ min: -95, max: -80 }),
    fc.integer({ min: -200, max: 30 }),
  )
  .map((days) => dayAfter(first, days));

const entry = fc.record({ tested: fc.oneof(day, fc.constant('never')), updated: day, started: day });

function entryText(
  { tested, updated, started }: { tested: string; updated: string; started: string },
  n: number,
) {
  return `## RUN-00${String(n + 1)}: Pool is full

**ID**: RUN-00${String(n + 1)}
**Owner**: Ops
**Last Tested**: ${tested}
**Last Updated**: ${updated}

| Phase | Started | Completed |
| --- | --- | --- |
| 1 | ${started} | |

### Steps

1. Restart it with \`systemctl restart app\`

`;
}

const texts = fc
  .record({ entries: fc.array(entry, { minLength: 1, maxLength: 3 }), reviewed: day, other: composed })
  .map(({ entries, reviewed, other }) => {
    const sot = entries.map(entryText);
    return new Map([
      [uriOf('SoT.RUNBOOKS.md'), `# SoT\n\n${sot.join('')}`],
      [uriOf('SoT.LONG.md'), longSot(sot.map((text) => text.replaceAll('RUN-00', 'RUN-10')))],
      [uriOf('pages/disk.md'), `---\nlast_reviewed_on: ${reviewed}\nreview_in: 90 days\n---\n\n# Disk\n`],
      [uriOf('other.md'), other],
    ]);
  });

function serviceOver(known: ReadonlyMap<string, string>, clock: { today: () => string }): RunbookService {
  const service = createRunbookService(clock, {
    readText: (uri) => known.get(uri),
    tellsFixable: true,
    keepsSurveys: () => true,
  });
  service.setFolders([folder]);
  service.configure(
    folder.uri,
    new ConfigurationTree().with('', parseConfiguration(configuration, ruleNames).configuration),
  );
  return service;
}

function sayings(service: RunbookService): unknown {
  const found = [...service.uris()].sort().map((uri) => [uri, service.plainFindings(uri)]);
  const report = service.report();
  for (;;) {
    const { done, value } = report.next();
    if (done === true) return { found, report: value };
  }
}

it('findings that were kept over midnight, or in a snapshot, are those of the day', () => {
  let kept = 0;
  fc.assert(
    fc.property(texts, fc.integer({ min: -2, max: 120 }), (known, days) => {
      let today = first;
      const service = serviceOver(known, { today: () => today });
      for (const [uri, text] of known) service.putFile(uri, text);
      const long = uriOf('SoT.LONG.md');
      const text = known.get(long) ?? '';
      service.openDocument(long, 1, text);
      service.plainFindings(long);
      // a key, behind which most entries are not judged again
      known.set(long, text.replace('Pool is full', 'Pool is very full'));
      service.openDocument(long, 2, known.get(long) ?? '');
      sayings(service);
      const saved = [...service.uris()].map((uri) => [uri, service.encode(uri)] as const);
      today = dayAfter(first, days);
      const fresh = serviceOver(known, { today: () => today });
      for (const [uri, one] of known) fresh.putFile(uri, one);
      const restored = serviceOver(known, { today: () => today });
      for (const [uri, values] of saved)
        if (
          restored.restore(uri, JSON.parse(JSON.stringify(values)), { findings: true, day: first }) ===
          'judged'
        )
          kept++;
      restored.endRestoring();
      expect(sayings(service)).toEqual(sayings(fresh));
      expect(sayings(restored)).toEqual(sayings(fresh));
    }),
    { numRuns: runs(240) },
  );
  expect(kept).toBeGreaterThan(0);
});

it('rules that do not say that they go by time do not look at the day', () => {
  fc.assert(
    fc.property(texts, (known) => {
      const documents = openWorkspace(
        new Map([...known].map(([uri, text]) => [uri.slice(folder.uri.length + 1), text])),
      );
      for (const uri of known.keys()) {
        const own = uriIn(uri.slice(folder.uri.length + 1));
        const runbook = documents.runbook(own);
        if (runbook === undefined) throw new Error('the document is gone');
        let asked = false;
        const context = new Proxy(contextFor(documents.ruleInput(own, runbook, first)), {
          get(target, key): unknown {
            asked ||= key === 'today';
            return Reflect.get(target, key);
          },
        });
        for (const rule of rules) {
          asked = false;
          rule.check(context);
          if (rule.meta.byTime === undefined)
            expect([rule.meta.name, asked]).toEqual([rule.meta.name, false]);
        }
      }
    }),
    { numRuns: runs(48) },
  );
});
