/** The example workspace is what its README says: clean, but for one folder in which each file has one mistake. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { DiskHost } from '../../../server/src/disk/disk-host';
import { toUri } from '../../../server/src/disk/paths';
import { WorkspaceFiles } from '../../../server/src/files/workspace-files';
import { createRunbookService, ruleNames, type Finding } from '../../../server/src/service';
import { today } from '../../support/workspace';

const examples = path.resolve(import.meta.dirname, '../../../examples');

interface Found {
  readonly file: string;
  readonly finding: Finding;
  readonly line: number;
}

const found: Found[] = [];
const kinds = new Map<string, string>();
beforeAll(async () => {
  const service = createRunbookService({ today: () => today });
  const folder = { uri: toUri(examples), name: 'examples' };
  service.setFolders([folder]);
  const { problems } = await new WorkspaceFiles(new DiskHost(), service, ruleNames).load(folder);
  expect(problems).toEqual([]);
  for (const uri of service.uris()) {
    const runbook = service.runbook(uri);
    if (runbook === undefined) continue;
    kinds.set(runbook.path, runbook.kind.kind);
    for (const finding of service.findings(uri))
      found.push({ file: runbook.path, finding, line: runbook.lines.lineAt(finding.span.start) + 1 });
  }
});

function tell({ file, finding, line }: Found): string {
  return `${file}:${String(line)} ${finding.severity} ${finding.rule.name}: ${finding.message}`;
}

/** Names of the rules that speak about a file, hints aside. */
function loud(file: string): string[] {
  const names = found
    .filter((one) => one.file === file && one.finding.severity !== 'hint')
    .map(({ finding }) => finding.rule.name);
  return [...new Set(names)];
}

describe('the examples', () => {
  it('have documents of every kind', () => {
    expect([...new Set(kinds.values())].toSorted()).toEqual([
      'entry',
      'feature',
      'none',
      'playbook',
      'release',
      'sot',
    ]);
  });

  it('have no finding but hints outside the folder of broken ones', () => {
    const spoiled = found.filter(
      ({ file, finding }) => !file.startsWith('broken/') && finding.severity !== 'hint',
    );
    expect(spoiled.map(tell)).toEqual([]);
  });
});

describe('the broken examples', () => {
  const readme = readFileSync(path.join(examples, 'broken/README.md'), 'utf8');
  const rows = [...readme.matchAll(/^\| \[([^\]]+)\]\(\1\) \| `([a-z-]+)` \|/gm)].map(
    ([, file = '', rule = '']): [string, string] => [file, rule],
  );

  it.each(rows)('%s shows %s and nothing else', (file, rule) => {
    expect(loud(`broken/${file}`)).toEqual([rule]);
  });

  it('are all told of in the README', () => {
    const files = [...kinds.keys()].filter((file) => /^broken\/(?!README)/.test(file));
    expect(rows.map(([file]) => `broken/${file}`).toSorted()).toEqual(files.toSorted());
  });

  it('show every finding that the first version has', () => {
    expect(rows.map(([, rule]) => rule).toSorted()).toEqual([
      'dangling-id',
      'duplicate-id',
      'missing-rollback',
      'missing-verification',
      'stub-entry',
      'unclosed-fence',
      'unfilled-template',
    ]);
  });
});
