import { test } from 'vitest';
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
