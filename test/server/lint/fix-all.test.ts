/** All automatic fixes of a workspace: what must hold whatever is in it, and what happens to fixes that misbehave. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixAll, type FixableWorkspace } from '../../../server/src/lint/fix-all';
import { ruleNames } from '../../../server/src/lint/registry';
import type { Finding, Fix, RuleInput, RuleMetadata, Severity } from '../../../server/src/lint/rule';
import { runRules, runRulesNamed } from '../../../server/src/lint/run-rules';
import { DocumentParser } from '../../../server/src/parsing/document-parser';
import { createRunbookService, type RunbookService } from '../../../server/src/service';
import { WorkspaceDocuments } from '../../../server/src/workspace-documents';
import type { WorkLog } from '../../../server/src/workspace';
import { runEntry } from '../cli/sample-folder';
import { runs, triesAll } from '../../support/runs';

const folder = 'file:///workspace';
const today = '2026-11-20';

function serviceOf(files: Readonly<Record<string, string>>): RunbookService {
  const service = createRunbookService({ today: () => today });
  service.setFolders([{ uri: folder, name: 'workspace' }]);
  for (const [path, text] of Object.entries(files)) service.putFile(`${folder}/${path}`, text);
  return service;
}

const textsOf = (service: RunbookService): Record<string, string> =>
  Object.fromEntries(Array.from(service.uris(), (uri) => [uri, service.runbook(uri)?.text ?? '']));

/** Applies everything; returns the new texts. */
function fix(service: RunbookService): Record<string, string> {
  for (const [uri, text] of service.fixAll(() => true).texts) service.putFile(uri, text);
  return textsOf(service);
}

const inWords = ({ rule, severity, span, message }: Finding): readonly unknown[] => [
  rule.name,
  severity,
  span,
  message,
];

/** What the rules say of each document. */
function findingsIn(service: RunbookService): readonly unknown[] {
  return Array.from(service.uris(), (uri) => [uri, service.findings(uri).map(inWords)]);
}

/** Texts that are only read, with what rules look at in them. */
function ruleInputs(files: Readonly<Record<string, string>>): {
  documents: readonly string[];
  input: (uri: string) => RuleInput;
} {
  const documents = new WorkspaceDocuments(new DocumentParser());
  documents.setFolders([{ uri: folder, name: 'workspace' }]);
  for (const [path, text] of Object.entries(files)) {
    documents.store.putOnDisk(`${folder}/${path}`, text);
    documents.update(`${folder}/${path}`);
  }
  return {
    documents: [...documents.store.uris()],
    input(uri) {
      const runbook = documents.runbook(uri);
      if (runbook === undefined) throw new Error(`there is no ${uri}`);
      return documents.ruleInput(uri, runbook, today);
    },
  };
}

/** How many errors and warnings there are of each rule in each document. */
function loudIn(service: RunbookService): Map<string, number> {
  const counts = new Map<string, number>();
  for (const uri of service.uris()) {
    for (const { rule, severity } of service.findings(uri)) {
      const key = `${uri} ${rule.name}`;
      if (severity === 'error' || severity === 'warning') counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

/** Pieces of a workspace, right and wrong, that call for fixes of many rules. */
const bullets = fc.subarray([
  '- [RUN-001](#run-001-disk-is-full) - Disk is full',
  '- [RUN-001](#run-001) - Disk is full',
  '- [RUN-002](#run-002-disk-is-slo) - Disk is quick',
  '- [RUN-003](#run-003-gone) - Gone',
  '- [MON-001](#mon-001) - Disk usage',
]);
const tails = fc.constantFrom(
  '',
  '\nSee RUN-002 and MON-001.',
  '\nLinked IDs: RUN-001, RUN-001',
  '\nLinked IDs: MON-001',
  '\n````\n```bash\nls\n```\n````',
  '\n```\n```bash\nls\n```\n```',
);
const spellings = fc.constantFrom(
  (text: string) => text,
  (text: string) => text.replaceAll('\n', '\r\n'),
  (text: string) => text.trimEnd(),
  (text: string) => text.replace(/\n(?=#)/g, '\r\n'),
);
const alerts = fc.constantFrom(
  '',
  '## MON-001: Disk usage\n\n**ID**: MON-001\n**Status**: Active\n**Owner**: Platform Team\n\n### Thresholds\n\n| Level | Threshold | Action |\n| --- | --- | --- |\n| Warning | 80 % | Look |\n| Critical | 95 % | Follow the runbook |\n',
  '## MON-001: Disk usage\n\n**ID**: MON-002\n**Last Updated**: 1 Nov 2026\n\nLinked IDs: RUN-001\n',
);
const workspaces = fc
  .record({ bullets, first: tails, second: tails, alert: alerts, spell: spellings, prefix: fc.boolean() })
  .map(({ bullets: lines, first, second, alert, spell, prefix }) => ({
    'SoT.RUNBOOKS.md': spell(
      `---\nversion: 1.0\nid_prefix: RUN-XXX${prefix ? ', MON-XXX' : ''}\n---\n\n# Runbooks\n\n## Navigation by Category\n\n**Operational Runbooks** (RUN-001 to RUN-099):\n\n${lines.join('\n')}\n\n---\n\n${runEntry('001', 'Disk is full', first)}\n${runEntry('002', 'Disk is slow', second)}\n${alert}\n## Change Log\n\n| Date | ID | Change | Author |\n| --- | --- | --- | --- |\n| 2026-11-01 | RUN-001 | Created entry | Platform Team |\n`,
    ),
    'notes.md': spell('See [the runbook](SoT.RUNBOOKS.md#run-001-disk-is-ful) and RUN-2.\n'),
  }));

// many workspaces, each checked several times over: slow machines need longer than a test usually may
describe('whatever the workspace', { timeout: 60_000 }, () => {
  test('applying all fixes twice equals applying them once', () => {
    fc.assert(
      fc.property(workspaces, (files) => {
        const service = serviceOf(files);
        const once = fix(service);
        expect(fix(service)).toEqual(once);
      }),
      { numRuns: runs(20) },
    );
  });

  test('no automatic fix is left, and no error or warning is new', () => {
    fc.assert(
      fc.property(workspaces, (files) => {
        const service = serviceOf(files);
        const before = loudIn(service);
        fix(service);
        for (const [key, count] of loudIn(service)) expect([key, before.get(key) ?? 0]).toEqual([key, count]);
        const left = [...service.uris()].flatMap((uri) =>
          service
            .findings(uri)
            .filter((finding) => finding.fixes().some(({ automatic }) => automatic))
            .map(({ rule, message }) => `${rule.name}: ${message}`),
        );
        expect(left).toEqual([]);
      }),
      { numRuns: runs(20) },
    );
  });

  test('line ends stay of one kind, and lines that hold no finding stay as they are', () => {
    const applied = new Set<string>();
    fc.assert(
      fc.property(workspaces, (files) => {
        const service = serviceOf(files);
        const before = textsOf(service);
        for (const { rule } of service.fixAll(() => true).applied) applied.add(rule);
        const after = fix(service);
        for (const [uri, text] of Object.entries(before)) {
          const fixed = after[uri] ?? '';
          if (!/(?<!\r)\n/.test(text)) expect(fixed).not.toMatch(/(?<!\r)\n/);
          if (!text.includes('\r')) expect(fixed).not.toContain('\r');
          const kept = new Set(fixed.split('\n'));
          for (const line of text.split('\n'))
            if (/^(?:du -xh|- \*\*|#{3})/.test(line)) expect(kept).toContain(line);
        }
      }),
      { numRuns: runs(20) },
    );
    // otherwise the properties above say little
    expect(applied.size).toBeGreaterThanOrEqual(triesAll ? 5 : 1);
  });

  test('the workspace itself stays as it was', () => {
    fc.assert(
      fc.property(workspaces, (files) => {
        const service = serviceOf(files);
        const before = [textsOf(service), findingsIn(service)];
        service.fixAll(() => true);
        expect([textsOf(service), findingsIn(service)]).toEqual(before);
        expect(findingsIn(service)).toEqual(findingsIn(serviceOf(files)));
      }),
      { numRuns: runs(10) },
    );
  });

  test('some rules alone find what they find among all', () => {
    const names = fc.subarray([...ruleNames], { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(workspaces, names, (files, asked) => {
        const { documents, input } = ruleInputs(files);
        for (const uri of documents) {
          const all = runRules(input(uri)).filter(({ rule }) => asked.includes(rule.name));
          expect(runRulesNamed(input(uri), new Set(asked)).map(inWords)).toEqual(all.map(inWords));
        }
      }),
      { numRuns: runs(30) },
    );
  });
});

/** A workspace of one text, in which each rule finds the lines that it dislikes and makes others of them. */
function toy(
  text: string,
  rules: Readonly<Record<string, { to: string; severity?: Severity; automatic?: boolean }>>,
): FixableWorkspace & { readonly text: () => string } {
  let current = text;
  const before: string[] = [];
  const uri = 'file:///toy.md';
  const findings = (): Finding[] => {
    let at = 0;
    return current.split('\n').flatMap((line) => {
      const span = { start: at, end: at + line.length };
      at = span.end + 1;
      const rule = rules[line];
      if (rule === undefined) return [];
      const { to, severity = 'warning', automatic = true } = rule;
      const meta: RuleMetadata = {
        name: line,
        summary: '',
        severity,
        scope: 'judged',
        since: '',
        group: 'anywhere',
      };
      const fixes = (): Fix[] => [
        { title: `to ${to}`, edits: new Map([[uri, [{ span, newText: to }]]]), automatic },
      ];
      return [{ rule: meta, severity, span, message: line, related: [], tags: [], entry: null, fixes }];
    });
  };
  return {
    uris: () => [uri],
    textOf: () => current,
    findings,
    findingsOf: (_, names) => findings().filter(({ rule }) => names.has(rule.name)),
    put: (_, changed) => {
      before.push(current);
      current = changed;
      return new Set([uri]);
    },
    takeBack: (count) => {
      for (let left = count; left > 0; left--) current = before.pop() ?? current;
    },
    text: () => current,
  };
}

describe('a fix', () => {
  const run = (...args: Parameters<typeof toy>): [text: string | undefined, dropped: string[]] => {
    const { texts, dropped } = fixAll(toy(...args), () => true);
    return [[...texts.values()][0], dropped.map(({ title }) => title)];
  };

  test('may call for the next one', () => {
    expect(run('a\na', { a: { to: 'b' }, b: { to: 'c', severity: 'information' } })).toEqual(['c\nc', []]);
  });

  test('that does not end its finding is taken back', () => {
    expect(run('a\nx', { a: { to: 'a\n' }, x: { to: 'y' } })).toEqual(['a\ny', ['to a\n']]);
  });

  test('that brings a new error or warning is taken back, and the others stay', () => {
    const rules = { a: { to: 'bad' }, bad: { to: '', automatic: false }, x: { to: 'y' } };
    expect(run('x\na\nx', rules)).toEqual(['y\na\ny', ['to bad']]);
  });

  test('that undoes another one does not run for ever', () => {
    const rules = {
      a: { to: 'b', severity: 'information' },
      b: { to: 'a', severity: 'information' },
    } as const;
    expect(run('a', rules)).toEqual(['b', ['to a']]);
  });

  test('of a long document is tried as often as the document can be read, and the rest is told', () => {
    let put = 0;
    const workspace = toy('a\n'.repeat(2_000) + 'x'.repeat(400_000), { a: { to: 'a\n' } });
    const counted: FixableWorkspace = {
      ...workspace,
      put: (uri, text) => {
        put += text.length;
        return workspace.put(uri, text);
      },
    };
    expect(fixAll(counted, () => true).dropped).not.toEqual([]);
    expect(put).toBeLessThan(20_000_000);
  });

  test('that ends nothing keeps no other one of a long document from being applied', () => {
    const lines = Array.from({ length: 400 }, (_, index) => (index % 10 === 0 ? 'a' : 'x')).join('\n');
    const text = `${lines}\n${'-'.repeat(400_000)}`;
    const [fixed] = run(text, { a: { to: 'a\n' }, x: { to: 'y' } });
    expect(fixed).toBe(text.replaceAll('x', 'y'));
  });

  test('says what it changes by places of the old text', () => {
    const { texts, edits } = fixAll(
      toy('x\na\nx', { x: { to: 'y' }, y: { to: 'zz', severity: 'information' } }),
      () => true,
    );
    const uri = 'file:///toy.md';
    expect(texts.get(uri)).toBe('zz\na\nzz');
    expect(edits.get(uri)).toEqual([
      { span: { start: 0, end: 1 }, newText: 'zz' },
      { span: { start: 4, end: 5 }, newText: 'zz' },
    ]);
  });

  test('that needs a decision is left alone', () => {
    expect(run('a', { a: { to: 'b', automatic: false } })).toEqual([undefined, []]);
  });
});

test('what was tried is taken back without reading or judging anything again', () => {
  let worked = 0;
  const workLog: WorkLog = {
    isSetAside: () => false,
    during(_uri, _text, work) {
      worked++;
      return work();
    },
  };
  const service = createRunbookService({ today: () => today }, { workLog });
  service.setFolders([{ uri: folder, name: 'workspace' }]);
  const uri = `${folder}/SoT.OPS.md`;
  service.putFile(
    uri,
    `---\nid_prefix: RUN-XXX\n---\n\n# Operations (SoT File)\n\n${runEntry('001', 'Pool', '\nLinked IDs: RUN-001, RUN-001')}`,
  );
  const found = service.findings(uri);
  expect(service.fixAll(() => true).applied).not.toEqual([]);
  worked = 0;
  expect(service.findings(uri)).toBe(found);
  expect(service.runbook(uri)?.text).toContain('Linked IDs: RUN-001, RUN-001');
  expect(worked).toBe(0);
});

test('a rule with more findings than are reported has all of them fixed', { timeout: 60_000 }, () => {
  const bullets = '- [RUN-002: x](#run-002-x)\n'.repeat(1_200);
  const service = serviceOf({
    'SoT.OPS.md': `---\nid_prefix: RUN-XXX\n---\n\n# Operations (SoT File)\n\n${runEntry('001', 'Pool')}\n\n### Notes\n\n${bullets}\n## RUN-002: Other\n\n**ID**: RUN-002\n`,
  });
  const [text = ''] = Object.values(fix(service));
  expect(text.match(/\(#run-002-x\)/g)).toBeNull();
  expect(text.match(/\(#run-002-other\)/g)).toHaveLength(1_200);
});

test.each([
  ['in the document', { 'tide.md': 'See [it](#phase-3-b).' }],
  ['in HTML', { 'tide.md': '<a href="#phase-3-b">it</a>' }],
  ['in another document', { 'docs/n.md': '[it](../tide.md#phase-3-b)' }],
  ['with a query', { 'n.md': '[it](tide.md?plain=1#phase-3-b)' }],
  ['in a definition without the ending of the file', { 'n.md': '[it]: tide#phase-3-b' }],
])('headings that a link %s leads to are not numbered unasked', (_where, words) => {
  const phases = ['Phase 1: A', 'Phase 3: B'].map(
    (title) =>
      `### ${title}\n\n**Objective:** x\n\n**Tasks:**\n\n- [ ] Do\n\n**Gate Criteria:**\n\n- [ ] Done\n\n**Rollback:** Undo.\n`,
  );
  const tide = `# Playbook: Tide\n\n## Phases\n\n${phases.join('\n')}`;
  const files: Record<string, string> = words;
  expect(fix(serviceOf({ 'tide.md': tide }))[`${folder}/tide.md`]).toContain('### Phase 2: B');
  const linked = { ...files, 'tide.md': `${tide}\n## Notes\n\n${files['tide.md'] ?? ''}\n` };
  expect(fix(serviceOf(linked))[`${folder}/tide.md`]).toContain('### Phase 3: B');
});
