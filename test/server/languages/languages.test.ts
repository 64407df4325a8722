/** Documents in other languages have the findings of their English translation, also with English headings among theirs. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ConfigurationTree } from '../../../server/src/config/configuration-tree';
import { parseConfiguration } from '../../../server/src/config/parse-configuration';
import { createRunbookService, ruleNames } from '../../../server/src/service';
import { folder, today, uriOf } from '../../support/workspace';

const languages = ['de', 'es', 'fr', 'pt', 'ja', 'ko'] as const;

const configuration = `language: [${languages.join(', ')}]
kinds:
  - name: page
    files: pages
    roles: { steps: on, verification: on, rollback: information, escalation: on, owner: on, review: on }
`;

const paths = { entry: 'runbooks/pool.md', page: 'pages/NodeDiskFull.md', playbook: 'playbooks/move.md' };
type Document = keyof typeof paths;

const expected: Readonly<Record<Document, readonly string[]>> = {
  entry: [
    '1 invalid-date information RUN-004',
    '1 invalid-date information RUN-004',
    '1 missing-post-incident hint RUN-004',
    '1 missing-scope information RUN-004',
    '1 stale-last-tested warning RUN-004',
    '11 incomplete-escalation information RUN-004',
    '7 missing-verification information RUN-004',
    '9 step-without-command hint RUN-004',
  ],
  page: [
    '1 invalid-date information ',
    '1 missing-role information ',
    '1 missing-role warning ',
    '1 stale-review warning ',
    '5 vague-step information ',
  ],
  playbook: [
    '0 missing-front-matter information ',
    '1 missing-go-no-go information ',
    '1 missing-validation information ',
    '6 missing-rollback error ',
    '7 missing-gate-criteria warning ',
    '7 phase-dependency warning ',
    '9 missing-data-preservation information ',
    '9 rollback-plan-coverage warning ',
  ],
};

function textOf(document: Document, language: string): string {
  return readFileSync(new URL(`${document}/${language}.md`, import.meta.url), 'utf8');
}

/** Each finding by its rule, severity and entry, and below which heading it is. */
function findingsIn(path: string, text: string, configured = configuration): string[] {
  const service = createRunbookService({ today: () => today });
  service.setFolders([{ uri: folder, name: 'workspace' }]);
  const configurations = new ConfigurationTree();
  configurations.set('', parseConfiguration(configured, ruleNames).configuration);
  service.configure(folder, configurations);
  service.putFile(uriOf(path), text);
  return service
    .findings(uriOf(path))
    .map(({ rule, severity, entry, span }) => {
      const above = text.slice(0, span.start).match(/^#+ /gm)?.length ?? 0;
      return `${String(above)} ${rule.name} ${severity} ${entry?.id.text ?? ''}`;
    })
    .sort();
}

/** The text with every other heading of another one that has as many; the title and what counts stays. */
function mixed(text: string, english: string): string {
  const others = english.match(/^## .*$/gm) ?? [];
  let index = 0;
  return text.replace(/^## .*$/gm, (own) => (index++ % 2 === 0 ? (others[index - 1] ?? own) : own));
}

describe.each(Object.keys(paths) as Document[])('%s', (document) => {
  const path = paths[document];
  const english = textOf(document, 'en');

  test('the English one has some', () => {
    expect(findingsIn(path, english)).toEqual(expected[document]);
  });

  test.each(languages)('%s', (language) => {
    const text = textOf(document, language);
    expect(findingsIn(path, text)).toEqual(findingsIn(path, english));
  });

  test.each(languages)('%s with English headings', (language) => {
    const text = mixed(textOf(document, language), english);
    expect(findingsIn(path, text)).toEqual(findingsIn(path, english));
  });
});
