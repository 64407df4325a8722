import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alertClaimsOf, mayClaimAlerts } from '../../../server/src/document/entries/alert-claims';
import { DocumentParser } from '../../../server/src/parsing/document-parser';
import { runs } from '../../support/runs';

function claimsIn(text: string): readonly string[] {
  return alertClaimsOf(new DocumentParser().parse(text, { path: 'notes.md' })).map(({ name }) => name);
}

test.each([
  '# HighLatency\n',
  '## `KubePodNotReady` ##\n',
  '1. item\n\n   ### Runbook: **HighLatency** {#high}\n',
  '> # SOP - HighLatency\n',
  'HighLatency\n===\n',
  '**Alert Name**: `etcd_no_leader`\n',
  '| Prometheus  Rule | HighLatency |\n| --- | --- |\n',
])('%j claims an alert', (text) => {
  expect(mayClaimAlerts(text)).toBe(true);
});

test.each(['# High latency\n\nSee HighLatency.\n', '## How GitHub does it\n', 'Text\n---\n# API\n', ''])(
  '%j claims none',
  (text) => {
    expect(mayClaimAlerts(text)).toBe(false);
  },
);

const name = fc.constantFrom('HighLatency', 'KubePodNotReady', 'etcd_no_leader', 'GitHub is down', 'Latency');
const mark = fc.constantFrom('', '`', '**', '_');
const lead = fc.constantFrom('', 'Alert: ', 'Runbook: ', 'Playbook – ', 'Alerts:', '1. ', '🔥 ');
const line = fc
  .tuple(
    fc.constantFrom('# ', '### ', '> ## ', '- # ', '#', '', '- ', '| a | '),
    mark,
    lead,
    mark,
    name,
    mark,
  )
  .map((parts) => parts.join(''));
const text = fc
  .tuple(
    fc.array(fc.tuple(line, fc.constantFrom('', ' #', ' {#id}', '\n---', '\n=====', '\n\n'))),
    fc.constantFrom('\n', '\r\n', '\r'),
  )
  .map(([lines, end]) =>
    lines
      .map((parts) => parts.join(''))
      .join('\n')
      .replaceAll('\n', end),
  );

test('a text that may claim no alert claims none', () => {
  fc.assert(
    fc.property(text, (words) => {
      if (!mayClaimAlerts(words)) expect(claimsIn(words)).toEqual([]);
    }),
    { numRuns: runs(2000) },
  );
});
