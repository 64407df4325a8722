/** Ways to write the same Markdown that change no finding: blanks, escapes, entities, underlines, comments. */
import { describe, expect, it } from 'vitest';
import { someOf } from '../../support/runs';
import { findingsOf, openWorkspace } from '../../support/workspace';
import { exampleTexts } from '../../support/example-workspace';

const runbook = `# RUN-007: Drain the pool

**Category**: Maintenance
**Trigger**: calendar
**Owner**: Ops
**Last Tested**: 2026-10-10

## Scope

- **Handles**: a full pool
- **Does NOT handle**: a broken pool

## Pre-requisites

- [ ] Access to the bastion

## Procedure

### Step 1: Stop the writer

\`\`\`bash
systemctl stop writer
\`\`\`

**Verification:**

- [ ] The queue is empty

### Step 2: Drain — then wait

\`\`\`bash
rm -rf /data/pool
\`\`\`

## Roll-back

1. Run \`systemctl start writer\`

## Escalation

- **When to escalate**: after 20 minutes
- **Who to contact**: Storage on-call
- **What to provide**: the log
`;

function headings(change: (words: string) => string): (text: string) => string {
  let fence = false;
  return (text) =>
    text
      .split('\n')
      .map((line) => {
        if (/^\s*```/.test(line)) fence = !fence;
        const lead = fence ? null : /^#{1,6} /.exec(line)?.[0];
        return lead == null ? line : lead + change(line.slice(lead.length));
      })
      .join('\n');
}

function labels(change: (label: string) => string): (text: string) => string {
  return (text) =>
    text.replace(
      /^((?:- )?)(\*\*[^*\n:]{1,40}(?::\*\*|\*\*:))/gm,
      (_, lead: string, label: string) => lead + change(label),
    );
}

const forms: Readonly<Record<string, (text: string) => string>> = {
  'a blank that does not break behind Step and Phase': headings((words) =>
    words.replace(/^(Step|Phase) /, '$1\u00a0'),
  ),
  'a narrow blank behind Step and Phase': headings((words) => words.replace(/^(Step|Phase) /, '$1\u202f')),
  'a blank that does not break behind a number': headings((words) => words.replace(/^(\d+\.) /, '$1\u00a0')),
  'an entity for a blank': headings((words) => words.replace(/^(Step|Phase) /, '$1&nbsp;')),
  'entities for dashes': headings((words) => words.replaceAll('—', '&mdash;').replaceAll('–', '&#8211;')),
  'an entity for a colon': headings((words) => words.replace(':', '&#58;')),
  'escaped dashes in headings': headings((words) => words.replaceAll('-', '\\-')),
  'escaped colons in headings': headings((words) => words.replaceAll(':', '\\:')),
  'characters without width': headings((words) => `\u200b${words.replace(/^(Step|Phase) /, '$1 \u2060')}`),
  'a number in parentheses': headings((words) => words.replace(/^(Step|Phase) (\d+):/, '$1 ($2):')),
  'a number behind a dash': headings((words) =>
    words.replace(
      /^(Step|Phase) (\d+)/,
      (_, word: string, number: string) => `${word.toUpperCase()}-${number}`,
    ),
  ),
  'underlined headings': (text) =>
    text.replace(/(^|\n\n)## (.+)(?=\n)/g, '$1$2\n---').replace(/^# (.+)$/m, '$1\n==='),
  'escaped dashes in labels': labels((label) => label.replaceAll('-', '\\-')),
  'escaped slashes in labels': labels((label) => label.replaceAll('/', '\\/')),
  'blanks that do not break in labels': labels((label) => label.replaceAll(' ', '\u00a0')),
  'colons of another width': labels((label) => label.replace(':', '：')),
  'bold italic labels': labels((label) => label.replaceAll('**', '***')),
  'underscores for asterisks': labels((label) => label.replaceAll('**', '__')),
  'comments at the end of sections': (text) => text.replace(/\n\n(?=#{2,4} )/g, '\n\n<!-- a remark -->\n\n'),
  'bullets of another kind': (text) => text.replace(/^- /gm, '+ '),
  'other ends of lines': (text) => text.replaceAll('\n', '\r\n'),
};

const examples = Object.entries(exampleTexts()).filter(([path]) => path.endsWith('.md'));
/** Some of the examples, and one for each form of which the runbook above has nothing. */
const texts = new Map<string, string>([
  ['RUN-007-drain.md', runbook],
  ...someOf(examples),
  ...Object.values(forms).flatMap((change) =>
    change(runbook) === runbook ? examples.filter(([, text]) => change(text) !== text).slice(0, 1) : [],
  ),
]);

const before = findings(texts);

describe('the same findings with', () => {
  it.each(Object.entries(forms))('%s', (_, change) => {
    const changed = new Map([...texts].map(([path, text]) => [path, change(text)] as const));
    expect([...changed.values()].join()).not.toBe([...texts.values()].join());
    expect(findings(changed)).toEqual(before);
  });

  it('and they are not none', () => {
    expect(before).toContain('RUN-007-drain.md unguarded-destructive-command');
  });
});

function findings(of: ReadonlyMap<string, string>): string[] {
  const documents = openWorkspace(of);
  return [...of.keys()].flatMap((path) =>
    findingsOf(documents, path).map(({ rule }) => `${path} ${rule.name}`),
  );
}
