/** What editors say of alert rules, in their files and where they lead. */
import { describe, expect, it } from 'vitest';
import { checkHover, hoverText, serveFixture } from '../../support/check-feature';

const workspace = `
//- /docs/SoT.RUNBOOKS.md
---
id_prefix: RUN, MON
---

# Runbooks

## RUN-001: Restart the API

**Status**: Active

### When to Use

The API answers nobody.

## MON-001: API availability

**Alert**: ApiDown
//- /docs/disk.md
# Disk is full

Free some space, beginning with old logs.

## Old logs

Remove those of last month.
//- /deploy/alerts.yaml
groups:
  - name: api
    rules:
      - alert: ApiDown
        expr: up{job="api"} == 0
        for: 5m
        labels:
          severity: page
        annotations:
          runbook: RUN-001
      - alert: ApiSlow
        expr: latency > 1
        annotations:
          runbook: docs/SoT.RUNBOOKS.md#run-001-restart-the-api
      - alert: DiskFull
        expr: free < 1
        labels:
          severity: warning
        annotations:
          runbook: docs/disk.md#old-logs
      - alert: DiskFillsUp
        expr: predict_linear(free[1h], 3600) < 0
        annotations:
          runbook: docs/disk.md
      - alert: Lost
        expr: lost > 0
        annotations:
          runbook: docs/gone.md
      - alert: Unanswered
        expr: unanswered > 0
`;

function at(words: string): string {
  const middle = words.indexOf('|');
  return workspace.replace(words.replace('|', ''), `${words.slice(0, middle)}<|>${words.slice(middle + 1)}`);
}

describe('hover over the address of a runbook', () => {
  it('shows the card of the entry that an id names', () => {
    checkHover(at('runbook: RUN-|001'), '**RUN-001**: Restart the API', 'The API answers nobody');
  });

  it('shows that card anywhere in an address', () => {
    checkHover(at('runbook: docs/So|T.RUNBOOKS'), '**RUN-001**: Restart the API', 'The API answers nobody');
  });

  it('shows the title and the first words of a page', () => {
    checkHover(
      at('runbook: docs/di|sk.md\n'),
      '**Disk is full**',
      'Free some space, beginning with old logs',
      '_docs/disk.md, line 1_',
    );
  });

  it('shows the heading that an anchor names', () => {
    checkHover(at('docs/disk.md#old-l|ogs'), '**Old logs**', 'Remove those of last month', 'line 5');
  });

  it('says that a file is not there', () => {
    checkHover(at('docs/go|ne.md'), '**docs/gone.md** does not exist.');
  });

  it('says that a heading is not there', () => {
    checkHover(
      at('docs/disk.md#old-l|ogs').replace('#old-l<|>ogs', '#new-l<|>ogs'),
      '**Disk is full**',
      'It has no heading with the anchor `#new-logs`.',
    );
  });

  it('says nothing of addresses of others, and of other values', () => {
    checkHover(at('runbook: docs/go|ne.md').replace('docs/go<|>ne.md', 'https://wiki.exa<|>mple/x'));
    checkHover(at('expr: unan|swered'));
  });
});

describe('hover over the name of an alert', () => {
  it('says which runbook it has and what covers it', () => {
    checkHover(
      at('alert: Api|Down'),
      '**ApiDown** · page · for 5m',
      'Runbook: [RUN-001](../docs/SoT.RUNBOOKS.md#run-001-restart-the-api) Restart the API',
      'Covered by: [MON-001](../docs/SoT.RUNBOOKS.md#mon-001-api-availability) API availability',
    );
    checkHover(at('alert: DiskFi|lls'), 'Runbook: [Disk is full](../docs/disk.md)');
  });

  it('says that it has none, or a lost one', () => {
    checkHover(at('alert: Unans|wered'), 'Runbook: none');
    checkHover(at('alert: Lo|st'), 'Runbook: docs/gone.md (does not exist)');
  });
});

describe('where alerts lead', () => {
  it('hovers say which, with severity and expression', () => {
    checkHover(
      at('# Disk is| full'),
      '1 alert leads here:',
      '- **DiskFillsUp** · `predict_linear(free[1h], 3600) < 0` · _deploy/alerts.yaml, line 21_',
    );
    checkHover(at('## Old l|ogs'), '**DiskFull** · warning · `free < 1`');
    checkHover(
      at('## RUN|-001'),
      '2 alerts lead here:',
      '- **ApiDown** · page · `up{job="api"} == 0` · for 5m · _deploy/alerts.yaml, line 4_',
      '- **ApiSlow** · `latency > 1` · _deploy/alerts.yaml, line 11_',
    );
  });

  function lenses(path: string): string[] {
    const { service } = serveFixture(workspace);
    return service.editor
      .codeLenses(`file:///workspace/${path}`)
      .map(({ range, title, references }) =>
        [range.start.line + 1, title, references?.length ?? 0].join(' | '),
      );
  }

  it('lenses do, too', () => {
    expect(lenses('docs/disk.md')).toEqual([
      '1 | 1 alert leads here: DiskFillsUp on predict_linear(free[1h], 3600) < 0 | 1',
      '5 | 1 alert leads here: DiskFull (warning) on free < 1 | 1',
    ]);
    expect(lenses('docs/SoT.RUNBOOKS.md')).toContain('7 | 2 alerts lead here: ApiDown (page), ApiSlow | 2');
  });

  it('lenses say so last, as the line may be too long for the editor', () => {
    const { service } = serveFixture(workspace);
    const titles = service.editor
      .codeLenses('file:///workspace/docs/SoT.RUNBOOKS.md')
      .filter(({ range }) => range.start.line === 6)
      .map(({ title }) => title);
    expect(titles.map((title) => title.replace(/\d+/g, 'n').split(' ', 2).join(' '))).toEqual([
      'n references',
      'score n',
      'never tested',
      'n alerts',
    ]);
  });

  it('lenses stand above the title of an entry that has a file of its own', () => {
    const { service } = serveFixture(`
//- /runbooks/RUN-020-restore.md
RUN-020: Restore the orders
Category: Recovery
Trigger: The orders are lost
Owner: Data team

## Scope

The orders, nothing else.
//- /deploy/alerts.yaml
groups:
  - name: orders
    rules:
      - alert: OrdersLost
        expr: orders == 0
        annotations:
          runbook: runbooks/RUN-020-restore.md#gone
`);
    const lines = service.editor
      .codeLenses('file:///workspace/runbooks/RUN-020-restore.md')
      .filter(({ title }) => title.includes('OrdersLost'))
      .map(({ range }) => range.start.line);
    expect(lines).toEqual([0]);
  });

  it('an alert file has no lenses', () => {
    expect(lenses('deploy/alerts.yaml')).toEqual([]);
  });

  it('a page that none leads to says nothing', () => {
    const { service, uri, position } = serveFixture('# Disk is <|>full\n');
    expect(hoverText(service.editor.hover(uri, position))).toBe('');
    expect(service.editor.codeLenses(uri)).toEqual([]);
  });
});

describe('a hover on the name of an alert', () => {
  const at = (label: string, configuration = ''): string => {
    const { service, uri, position } = serveFixture(
      `${configuration}${workspace.replace('severity: page\n', `severity: page\n          ${label}: payments\n`).replace('alert: ApiDown', 'alert: Api<|>Down')}`,
    );
    return hoverText(service.editor.hover(uri, position));
  };

  it('says whose it is, by the usual labels or by those of the configuration', () => {
    expect(at('team')).toContain('**ApiDown** · page · for 5m · payments');
    expect(at('squad')).not.toContain('payments');
    expect(at('squad', '\n//- /.runbook.yaml\nalerts: { team: [squad] }')).toContain('· payments');
  });
});
