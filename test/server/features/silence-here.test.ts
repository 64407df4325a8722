import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import { silenceHere } from '../../../server/src/features/rule-actions/silence-here';
import { Suppressions } from '../../../server/src/lint/suppressions';
import type { Runbook } from '../../../server/src/model/runbook';
import type { Finding, RunbookService } from '../../../server/src/service';
import { applyEdits } from '../../../server/src/text/edit';
import { serveFixture } from '../../support/check-feature';
import { english } from '../../../server/src/text/say';

/** The text after the first finding of `rule` was silenced. */
function silenced(source: string, rule: string): string {
  const { service, uri } = serveFixture(`//- /SoT.OPERATIONS.md\n${source}`);
  const runbook = runbookOf(service, uri);
  const finding = service.findings(uri).find((one) => one.rule.name === rule);
  if (finding === undefined)
    throw new Error(
      `no ${rule}: ${service
        .findings(uri)
        .map((one) => one.rule.name)
        .join(' ')}`,
    );
  const found = silenceHere(runbook, new Suppressions(runbook), rule, finding.span.start);
  return found === null ? '' : applyEdits(runbook.text, found.edit);
}

function runbookOf(service: RunbookService, uri: string): Runbook {
  const runbook = service.runbook(uri);
  if (runbook === undefined) throw new Error(`${uri} is no document`);
  return runbook;
}

describe('the comment stands', () => {
  const id = 'dangling-id';
  const file = (lines: string): string => `# Operations

## RUN-001: Disk is full

**ID**: RUN-001
**Status**: Active

${lines}
`;

  test('above a line', () => {
    expect(silenced(file('See RUN-404.'), id)).toContain(
      'Active\n\n<!-- runbook-disable-next-line dangling-id -->\nSee RUN-404.\n',
    );
  });

  test('behind the line before, within one paragraph', () => {
    expect(silenced(file('This takes long.  \nSee RUN-404.'), id)).toContain(
      'This takes long. <!-- runbook-disable-next-line dangling-id -->  \nSee RUN-404.\n',
    );
  });

  test('in the list item before', () => {
    expect(silenced(file('> 1. Call\n> 2. See RUN-404'), id)).toContain(
      '> 1. Call\n>    <!-- runbook-disable-next-line dangling-id -->\n> 2. See RUN-404\n',
    );
  });

  test('around a table', () => {
    expect(silenced(file('| Who | See |\n| --- | --- |\n| Ops | RUN-404 |'), id)).toContain(
      [
        '<!-- runbook-disable dangling-id -->\n\n| Who | See |\n| --- | --- |\n| Ops | RUN-404 |',
        '\n\n<!-- runbook-enable dangling-id -->\n',
      ].join(''),
    );
  });

  test('in the one that is there, for another rule', () => {
    const there = '<!-- runbook-disable-next-line deprecated-reference -- agreed -->';
    expect(silenced(file(`${there}\nSee RUN-404.`), id)).toContain(
      '<!-- runbook-disable-next-line deprecated-reference, dangling-id -- agreed -->\nSee',
    );
  });

  test('behind the front matter, with the line ending of the document', () => {
    const source = '---\ntitle: Operations\nlast_updated: 2031-01-01\nid_prefix: RUN\n---\n# Operations\n';
    expect(silenced(source.replaceAll('\n', '\r\n'), 'future-date')).toContain(
      'id_prefix: RUN\r\n---\r\n<!-- runbook-disable-file future-date -->\r\n# Operations\r\n',
    );
  });
});

/** Every finding of these documents, silenced alone, is gone, and no other one goes with it; others come only in its place. */
describe('silencing ends a finding and nothing else', () => {
  const root = join(import.meta.dirname, '..', '..', '..');
  const paths = globSync(['examples/**/*.md', 'test/fixtures/**/*.md', 'test/workspaces/**/*.md'], {
    cwd: root,
  });
  test.each(paths.sort())('%s', (path) => {
    const text = readFileSync(join(root, path), 'utf8');
    const { service, uri } = serveFixture(`//- /${path}\n# Nothing\n`);
    service.openDocument(uri, 1, text);
    const runbook = runbookOf(service, uri);
    const before = service.findings(uri);
    const suppressions = new Suppressions(runbook);
    const faults: string[] = [];
    for (const [index, { rule, span }] of before.entries()) {
      const found = silenceHere(runbook, suppressions, rule.name, span.start);
      if (found === null) continue;
      service.openDocument(uri, index + 2, applyEdits(text, found.edit));
      const after = service.findings(uri);
      const others = (findings: readonly Finding[]): string[] =>
        findings
          .filter((one) => one.rule.name !== rule.name && one.rule.yieldsTo?.includes(rule.name) !== true)
          .map((one) => `${one.rule.name}: ${one.message}`);
      const count = (findings: readonly Finding[]): number =>
        findings.filter((one) => one.rule.name === rule.name).length;
      if (count(after) >= count(before) || others(after).join('\n') !== others(before).join('\n'))
        faults.push(`${english(found.title)}, line ${String(runbook.lines.lineAt(span.start) + 1)}`);
    }
    expect(faults).toEqual([]);
  });
});
