/**
 * The built-in kinds in the form of a team's own: what is taken out of a document is missed by the one exactly where it is
 * missed by the other, but for what the form cannot say.
 */
import { describe, expect, test } from 'vitest';
import { ConfigurationTree } from '../../../server/src/config/configuration-tree';
import { parseConfiguration } from '../../../server/src/config/parse-configuration';
import { shippedForms } from '../../../server/src/config/shipped-forms';
import { createRunbookService, ruleNames, type RunbookService } from '../../../server/src/service';
import { fillTemplate, toPlainText, type TemplateName } from '../../../server/src/templates/expand-template';
import { exampleTexts } from '../../support/example-workspace';
import { someOf } from '../../support/runs';
import { folder, today, uriOf } from '../../support/workspace';

type Kind = keyof typeof shippedForms;

/** Rules that say that a part is not there at all, which is what the form can say. */
const saying = {
  builtIn:
    /^missing-(?:overview|phases|escalation|validation|rollback-plan|communication|front-matter|release-field|contacts|smoke-test|rollback|go-no-go|header-field|recovery-objective|scope|prerequisites|post-incident|category|trigger|owner|last-tested)$|^(?:unreadable-procedure|incomplete-escalation)$/,
  own: /^missing-(?:section|field|role)$/,
} as const;

/** What only the built-in kind misses: parts of phases, and a key of front matter that a label says, too. */
const beyond: Readonly<Record<Kind, readonly string[]>> = {
  playbook: ['**Objective:**', '**Gate Criteria:**', 'estimated_duration:', 'risk_level:'],
  feature: [],
  entry: [],
  sot: [],
  release: [],
};

const templates: Readonly<Record<Kind, TemplateName>> = {
  playbook: 'playbook',
  feature: 'feature-runbook',
  entry: 'run-entry',
  sot: 'sot-file',
  release: 'release-runbook',
};

/** The examples under the built-in kinds, which all documents are judged by. */
const builtInKinds = serviceOf(new ConfigurationTree());

function serviceOf(tree: ConfigurationTree): RunbookService {
  const service = createRunbookService({ today: () => today });
  service.setFolders([{ uri: folder, name: 'workspace' }]);
  service.configure(folder, tree);
  for (const [path, text] of Object.entries(exampleTexts())) service.putFile(uriOf(path), text);
  return service;
}

/** Where a document is of a form of its own. */
function serviceWith(path: string, form: string): RunbookService {
  const style = parseConfiguration(form, ruleNames).configuration;
  const name = style.kinds?.map((item) => ('name' in item ? item.name : '')).join() ?? '';
  const tree = new ConfigurationTree();
  tree.extend('', [style]);
  tree.set('', parseConfiguration(`kinds: [{ name: ${name}, files: '${path}' }]`, ruleNames).configuration);
  return serviceOf(tree);
}

/** Tells how many findings of some rules a document has, in the workspace of the examples, which stays as it is. */
function judge(path: string, form: string | null): (text: string) => number {
  const service = form === null ? builtInKinds : serviceWith(path, form);
  const rules = form === null ? saying.builtIn : saying.own;
  const before = exampleTexts()[path];
  return (text) => {
    service.putFile(uriOf(path), text);
    const { length } = service.findings(uriOf(path)).filter(({ rule }) => rules.test(rule.name));
    if (before !== undefined) service.putFile(uriOf(path), before);
    return length;
  };
}

/** The document without each of its sections, and without each of the fields in its head. */
function* reduced(text: string): Iterable<readonly [lost: string, text: string]> {
  const sections = text.split(/^(?=## )/m);
  for (const [index, section] of sections.entries())
    if (section.startsWith('## '))
      yield [section.split('\n', 1)[0] ?? '', sections.filter((_, other) => other !== index).join('')];
  const lines = text.split('\n');
  for (const [index, line] of lines.slice(0, 60).entries()) {
    const name = /^(?:\*\*[A-Z][^*]+\*\*|[A-Z][A-Za-z ]+:|[a-z_]+:)/.exec(line)?.[0];
    if (name !== undefined && name !== 'Verification:')
      yield [name, lines.filter((_, other) => other !== index).join('\n')];
  }
}

const examples: Readonly<Record<Kind, readonly string[]>> = {
  playbook: ['playbooks/launch-gift-wrap.md', 'playbooks/move-orders-to-postgresql-17.md'],
  feature: ['runbooks/gift-wrap.md'],
  entry: ['runbooks/RUN-020-restore-orders-database.md'],
  sot: ['SoT.DEPLOYMENT.md', 'SoT.BUSINESS_RULES.md'],
  release: ['releases/storefront-2.14.0.md'],
};

describe.each(Object.keys(shippedForms) as Kind[])('%s', (kind) => {
  test.each(examples[kind])('misses in %s what the built-in kind misses', (path) => {
    const text = exampleTexts()[path] ?? '';
    const [builtIn, own] = [judge(path, null), judge(path, shippedForms[kind])];
    expect([builtIn(text), own(text)]).toEqual([0, 0]);
    const differing = someOf([...reduced(text)])
      .filter(([, without]) => builtIn(without) > 0 !== own(without) > 0)
      .map(([lost]) => lost);
    expect(differing.filter((lost) => !beyond[kind].includes(lost))).toEqual([]);
  });

  test('misses nothing in its template', () => {
    const path = `new/${kind}.md`;
    const text = toPlainText(fillTemplate(templates[kind], {}));
    expect(judge(path, shippedForms[kind])(text)).toBe(0);
  });
});
