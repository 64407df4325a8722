import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { runEntry } from '../../run-entry';

const rule = 'escalation-chain';

const table = (...levels: string[]): string =>
  runEntry({
    escalation: `\n## Escalation Path\n\n| Level | Contact | Trigger Condition |\n| --- | --- | --- |\n${levels.map((level) => `| ${level}`).join('\n')}`,
  });

test('levels one after the other are fine, in any form', () => {
  checkRule(rule, runEntry());
  checkRule(rule, table('L1 | Ada | alert |', 'L2 | Bob | 15 min |', 'L3 | Eve | 1 h |'));
  checkRule(rule, runEntry({ escalation: '\n## Escalation\n- **L1**: Ada\n- **L2**: Bob' }));
  checkRule(
    rule,
    runEntry({ escalation: '\n## Escalation\n\n### Level 1\nAda, escalates to Level 2\n\n### Level 2\nBob' }),
  );
});

test('a gap is a warning on the level behind it', () => {
  checkRule(rule, table('L1 | Ada | alert |', 'L3 | Eve | 1 h |\n  ^^ warning: has no level 2'));
  checkRule(rule, table('L2 | Ada | alert |\n  ^^ warning: has no level 1', 'L3 | Eve | 1 h |'));
  checkRule(
    rule,
    runEntry({ escalation: '\n## Escalation\n- **Level 1**: Ada\n- **Level 4**: Bob\n    ^^^^^^^ warning' }),
  );
});

const levels = (first: string, second: string): string =>
  runEntry({
    escalation: `
## Escalation

**Level 1: On-call**
- Escalates to: ${first}

**Level 2: Lead**
- Escalates to: ${second}

**Level 3: Management**
- Handles: the rest`,
  });

test('a level that leads to itself, back, past the next one or nowhere is a warning on where it leads', () => {
  checkRule(rule, levels('Level 2 if it takes longer', 'Level 3'));
  checkRule(rule, levels('Level 1\n                ^^^^^^^ warning: itself', 'Level 3'));
  checkRule(rule, levels('Level 2', 'Level 1\n                ^^^^^^^ warning: is lower'));
  checkRule(rule, levels('Level 3\n                ^^^^^^^ warning: skips level 2', 'Level 3'));
  checkRule(rule, levels('Level 2', 'Level 4\n                ^^^^^^^ warning: is not defined'));
  checkRule(rule, levels('Level 2, or Level 3 when data is lost', 'Level 3'));
});

test('examples in fences do not count', () => {
  checkRule(rule, runEntry({ escalation: '\n## Escalation\n- L1: Ada\n- L2: Bob\n\n```\nL5: nobody\n```' }));
});

test('what is escalated to is read where the words say so, on later lines of a level too', () => {
  checkRule(
    rule,
    runEntry({ escalation: '\n## Escalation\n\n**L1** Ada, escalates further to L2\n\n**L2** Bob' }),
  );
  checkRule(
    rule,
    runEntry({
      escalation:
        '\n## Escalation\n\n**L1**: Ada\n- Call first.\n- Escalate to: L1\n               ^^ warning: itself\n\n**L2**: Bob',
    }),
  );
  checkRule(rule, runEntry({ escalation: '\n## Escalation\n\nEscalate to L3.\n\n- L1: Ada\n- L2: Bob' }));
});

test('several levels may be named; skipping one is wrong only where the next is not among them', () => {
  const first = (targets: string): string =>
    runEntry({ escalation: `\n## Escalation\n\n- L1: Ada, escalates to ${targets}\n- L2: Bob\n- L3: Eve` });
  checkRule(rule, first('L3 or L2'));
  checkRule(rule, first('L3\n                        ^^ warning: skips level 2'));
});

test('levels that start at 0 are fine, and so is one level alone', () => {
  checkRule(rule, table('L0 | Bot | alert |', 'L1 | Ada | 5 min |'));
  checkRule(rule, table('L2 | Ada | alert |'));
  checkRule(
    rule,
    runEntry({ escalation: '\n## Escalation\n\n- L2: Ada, escalates to L3\n  ^^ warning: has no level 1' }),
  );
});

test('a level after a gap is one mistake, whatever it escalates to', () => {
  checkRule(
    rule,
    runEntry({
      escalation: '\n## Escalation\n\n- L1: Ada\n- L3: Bob, escalates to L2\n  ^^ warning: has no level 2',
    }),
  );
});

test('comments do not count, and levels behind a fence do', () => {
  checkRule(rule, runEntry({ escalation: '\n## Escalation\n- L1: Ada\n- L2: Bob\n\n<!--\nL5: nobody\n-->' }));
  checkRule(
    rule,
    runEntry({
      escalation: '\n## Escalation\n- L1: Ada\n\n```\ncall\n```\n\n- L3: Bob\n  ^^ warning: has no level 2',
    }),
  );
});

test('an escalation of a document is judged as one of an entry', () => {
  checkRule(
    rule,
    `//- /wrap.md
# Runbook
**Feature Name:** Gift wrap

## 1. Overview

Wraps.

## 2. System Overview

One service.

## 3. Escalation Procedures

- L1: Ada
- L3: Bob
  ^^ warning: has no level 2
`,
  );
});

test('levels of a draft are no louder than it', () => {
  checkRule(
    rule,
    table('L1 | Ada | alert |', 'L3 | Eve | 1 h |\n  ^^ information').replace(
      'Owner:',
      'Status: Draft\nOwner:',
    ),
  );
});
