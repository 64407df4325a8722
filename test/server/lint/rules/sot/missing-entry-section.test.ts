import { expect, test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { changed, windows } from '../../../../support/sot-entries';

const rule = 'missing-entry-section';
const heading = '## DEP-001: Roll out the storefront\n';
const caret = `${heading}   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^`;
const steps = `### Deployment Steps

1. Set the image with \`kubectl set image deploy/storefront web=storefront:$VERSION\`
   - Verify: \`kubectl rollout status deploy/storefront\` ends with "successfully rolled out".

`;
const overview = '### Overview\n\nPuts a tagged image into production.\n\n';

test('what an entry cannot do without is a warning, the rest information', () => {
  checkRule(rule, changed([steps, ''], [heading, `${caret} warning: no "Deployment Steps"\n`]));
  checkRule(rule, windows(changed([steps, ''], [heading, `${caret} warning: no "Deployment Steps"\n`])));
  checkRule(rule, changed([overview, ''], [heading, `${caret} information: no "Overview"\n`]));
});

test('an alert needs thresholds', () => {
  const thresholds = `### Thresholds

| Level    | Threshold | Action                                |
| -------- | --------- | ------------------------------------- |
| Warning  | 1 percent | Message in #shop                      |
| Critical | 5 percent | Page on-call, start the related runbook |

`;
  const name = '## MON-001: Checkout error rate\n';
  checkRule(
    rule,
    changed([thresholds, ''], [name, `${name}   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: "Thresholds"\n`]),
  );
});

test('a launch needs its criteria', () => {
  const criteria = '### Success Criteria\n\n- [ ] 8 percent of the December orders include gift wrap\n\n';
  const name = '## GTM-001: Gift wrap launch\n';
  checkRule(
    rule,
    changed([criteria, ''], [name, `${name}   ^^^^^^^^^^^^^^^^^^^^^^^^^ warning: "Success Criteria"\n`]),
  );
});

test('an empty section is a missing one when the entry needs it', () => {
  const body = steps.slice('### Deployment Steps\n'.length);
  checkRule(rule, changed([body, '    ^^^^^^^^^^^^^^^^ warning: is empty\n\n']));
});

test('other names and other carriers will do', () => {
  checkRule(rule, changed(['### Deployment Steps', '### Procedure']));
  checkRule(rule, changed(['### Deployment Steps', '**Deployment Steps**:']));
  checkRule(rule, changed(['### Deployment Steps', 'Steps:']));
  checkRule(rule, changed(['### Deployment Steps', '#### Deployment steps']));
  checkRule(rule, changed(['### Overview', '### Summary'], ['### Success Criteria', '### Goals']));
  checkRule(rule, changed(['### Metric Definition', '### What is measured']));
});

test('deprecated entries keep what they have', () => {
  checkRule(rule, changed([steps, ''], [heading, '## DEP-001: Roll out the storefront [DEPRECATED]\n']));
});

test('the section is inserted where the template has it', () => {
  const skeleton = '### Deployment Steps\n\n1. {Step}\n   - Verify: {How to confirm that it worked}\n\n';
  checkFix(rule, changed([steps, '']), changed([steps, skeleton]), 'Deployment Steps');
});

test('thresholds in a table of another section, and steps without a heading, will do', () => {
  checkRule(rule, changed(['### Thresholds', '### Notes']));
  checkRule(
    rule,
    changed([
      steps,
      '### Procedure A\n\n#### Step 1: Set the image with `kubectl set image`\n\nVerify: it is out.\n\n',
    ]),
  );
});

test('steps of a rollback are no steps of the deployment', () => {
  checkRule(rule, changed([steps, ''], [heading, `${caret} warning: no "Deployment Steps"\n`]));
});

test('a table without thresholds is none', () => {
  const name = '## MON-001: Checkout error rate\n';
  checkRule(
    rule,
    changed(
      ['### Thresholds\n\n| Level    | Threshold |', '### Notes\n\n| Level    | Place |'],
      [name, `${name}   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: "Thresholds"\n`],
    ),
  );
});

test('an empty field by the name of a section is an empty one, and gets no other', () => {
  const empty = changed(
    [steps, ''],
    ['**Created**: 2026-02-03\n', '**Created**: 2026-02-03\n**Deployment Steps**:\n'],
  );
  checkRule(
    rule,
    empty.replace('**Deployment Steps**:\n', '**Deployment Steps**:\n  ^^^^^^^^^^^^^^^^ warning: is empty\n'),
  );
  expect(() => {
    checkFix(rule, empty, empty, 'Deployment Steps');
  }).toThrow('there are: none');
});

test('an optional section is not missing where its heading is there', () => {
  checkRule(rule, changed([overview, '### Overview\n\n']));
});

test('steps of an entry in plain lines are not those of the entry above it', () => {
  const next = '## GTM-001: Gift wrap launch';
  const plain = `RUN-009: Slow pages\nTrigger: pages are slow\n\n${steps}${next}`;
  checkRule(
    rule,
    changed([steps, ''], [heading, `${caret} warning: no "Deployment Steps"\n`], [next, plain]),
  );
});
