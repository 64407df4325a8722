/** What a fence or comment hides that never ends is not missed as well: the one finding is about that. */
import { describe, expect, test } from 'vitest';
import { rules } from '../../../../server/src/lint/registry';
import { sotEntries } from '../../../support/sot-entries';
import { findingsOf, openWorkspace } from '../../../support/workspace';
import { feature, playbook, release } from '../documents';
import { runEntry } from '../run-entry';

const sot = sotEntries.replace(/^.*\n/, '');
const run = runEntry().replace(/^.*\n/, '');

const documents: readonly (readonly [name: string, path: string, text: string])[] = [
  ['a playbook', 'playbook.md', playbook],
  ['a feature runbook', 'feature.md', feature],
  ['a release runbook', 'release.md', release],
  ['a file of entries', 'SoT.DEPLOYMENT.md', sot],
  ['an entry', 'RUN-001-pool.md', run],
];

function namesIn(path: string, text: string, configuration = ''): string[] {
  const workspace = openWorkspace(
    new Map([
      [path, text],
      ['.runbook.yaml', configuration],
    ]),
  );
  return findingsOf(workspace, path).map(({ rule }) => rule.name);
}

/** Each line behind the title at which a block may open: blank, and not in a fence. */
function openings(text: string): readonly number[] {
  const lines = text.split('\n');
  let fenced = false;
  return lines.flatMap((line, at) => {
    if (/^\s*(?:```|~~~)/.test(line)) fenced = !fenced;
    return !fenced && line === '' && at > 12 ? [at] : [];
  });
}

function openedAt(text: string, at: number, line: string): string {
  return text.split('\n').toSpliced(at, 0, '', line).join('\n');
}

describe.each(documents)('in %s', (_, path, text) => {
  const before = new Set(namesIn(path, text));

  test.each(['~~~~~bash', '<!-- see below'])('%s is the one finding, wherever it opens', (line) => {
    const said = openings(text).flatMap((at) =>
      namesIn(path, openedAt(text, at, line))
        .filter((name) => name !== 'unclosed-fence' && !before.has(name))
        .map((name) => `${name} where it opens in line ${String(at + 2)}`),
    );
    expect(said).toEqual([]);
  });

  test('while that is off, what is missing is said', () => {
    const opened = openedAt(text, openings(text)[2] ?? 0, '~~~~~bash');
    expect(namesIn(path, opened, 'rules:\n  unclosed-fence: off\n').length).toBeGreaterThan(0);
  });
});

describe('in a file of entries', () => {
  const without = (words: RegExp): string => `${sot.replace(words, '')}\n~~~~~bash\n## RUN-008: Later\n`;
  const added = (text: string): string[] => {
    const before = namesIn('SoT.DEPLOYMENT.md', sot);
    return namesIn('SoT.DEPLOYMENT.md', text).filter((name) => !before.includes(name));
  };

  test('what ends before the fence is judged as ever', () => {
    expect(added(without(/### Escalation Path[^]*?(?=\n###|\n---)/))).toEqual([
      'missing-escalation',
      'unclosed-fence',
    ]);
  });

  test('an id that is not in what is hidden dangles', () => {
    const text = without(/^$/).replace(
      'Gift wrap is offered',
      'By RUN-007 and RUN-008, gift wrap is offered',
    );
    expect(added(text)).toEqual(['dangling-id', 'unclosed-fence']);
  });
});

test('a phase that is hidden is not said to be none', () => {
  const requiring = playbook.replace('Requires Phase 1', 'Requires Phase 3');
  const hiding = requiring.replace('### Phase 3', '~~~~~bash\n### Phase 3');
  expect(namesIn('playbook.md', requiring)).toContain('phase-dependency');
  expect(namesIn('playbook.md', hiding)).not.toContain('phase-dependency');
});

describe('what one file hides, for another', () => {
  const linking = 'See RUN-008 and [how](SoT.DEPLOYMENT.md#in-later-words).\n\n**Linked IDs**: RUN-008\n';
  const found = (hiding: string, end = ''): string[] => {
    const workspace = openWorkspace(
      new Map([
        [
          'SoT.DEPLOYMENT.md',
          `${sot}\n${hiding}\n## RUN-008: Drain the pool\n\nIn later words\n--------------\n${end}\n`,
        ],
        ['RUN-009-link.md', `${run.replaceAll('RUN-001', 'RUN-009')}\n## Notes\n\n${linking}`],
        [
          'alerts.yaml',
          'groups:\n- rules:\n  - alert: Full\n    expr: up == 0\n    annotations: {runbook_url: RUN-008}\n',
        ],
      ]),
    );
    return ['RUN-009-link.md', 'alerts.yaml'].flatMap((path) =>
      findingsOf(workspace, path).flatMap(({ rule, message }) =>
        /RUN-008|in-later-words/.test(message) && rule.name !== 'unlisted-linked-id' ? [rule.name] : [],
      ),
    );
  };

  test.each(['~~~~~bash', '<!-- see below', '```bash\nls\n\n## Other'])(
    '%s hides an entry that is not missed',
    (line) => {
      expect(found(line)).toEqual([]);
    },
  );

  test('a fence that ends hides nothing that was meant to be read', () => {
    expect(found('~~~~~bash', '~~~~~')).toEqual([
      'dangling-id',
      'anchor-mismatch',
      'dangling-id',
      'alert-runbook-not-found',
    ]);
  });
});

/** Rules about something that is missing, by their names, which do not look for it in the rest of the document. */
const elsewhere = new Set([
  // at the top of the file, or in others
  'missing-front-matter',
  'missing-link-target',
  'paging-alert-without-runbook',
  // in the line itself
  'step-without-command',
  'nav-missing-entry',
]);

test('every rule about something that is missing says where it would be', () => {
  const silent = rules.filter(
    ({ meta: { name, absentFrom } }) =>
      /^(?:missing|incomplete|unverified|unresolved|unreadable|unused-prefix|dangling)|-(?:missing|without|unknown)-|coverage|one-way/.test(
        name,
      ) &&
      absentFrom === undefined &&
      !elsewhere.has(name),
  );
  expect(silent.map(({ meta }) => meta.name)).toEqual([]);
});
