/**
 * `npm run new:rule NAME [-- --group GROUP]`: writes a rule, its test and its page, and lists it. What it writes is
 * a small rule that works; docs/contributing/adding-a-rule.md says how to go on.
 */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { run } from './support/process.mjs';
import { inProject, projectFolder } from './support/project.mjs';

const rules = 'server/src/lint/rules';
const groups = readdirSync(inProject(rules));
const { values, positionals } = parseArgs({
  options: { group: { type: 'string', default: 'anywhere' } },
  allowPositionals: true,
});
const [name = '', ...more] = positionals;

if (!/^[a-z]+(?:-[a-z]+)+$/.test(name) || more.length > 0)
  fail(`npm run new:rule NAME: a name is words in lower case with hyphens, such as missing-rollback.`);
if (!groups.includes(values.group)) fail(`"${values.group}" is no group. Use one of ${groups.join(', ')}.`);
if (groups.some((group) => existsSync(inProject(`${rules}/${group}/${name}.ts`))))
  fail(`There is a rule ${name} already.`);

const exported = name.replace(/-([a-z])/g, (_dash, /** @type {string} */ letter) => letter.toUpperCase());
const shape = exported.charAt(0).toUpperCase() + exported.slice(1);

await write(
  `${rules}/${values.group}/${name}.ts`,
  `/** An entry whose title still says "rename me". */
import type { Entry } from '../../../model/runbook';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';
import { fixHere } from '../../shared/fix-here';

interface ${shape} extends Match {
  readonly entry: Entry;
}

const messages = new Messages({
  unnamed: '{id} has no title of its own. Say in the title what the entry is for.',
});

export const ${exported} = defineRule<${shape}>({
  meta: {
    name: '${name}',
    summary: 'An entry whose title still says "rename me"',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: '${values.group}',
  },
  *find({ entries }) {
    for (const entry of entries)
      if (/^rename me$/i.test(entry.title)) yield { span: entry.titleSpan, entry };
  },
  message({ entry }) {
    return messages.of('unnamed', { id: entry.id.text });
  },
  fixes({ span, entry }, context) {
    const edit = { span, newText: \`What \${entry.id.text} is for\` };
    return [fixHere(context, context.say\`Replace the title\`, [edit], false, 'title')];
  },
});
`,
);
await write(
  `test/server/lint/rules/${values.group}/${name}.test.ts`,
  `import { test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';

const rule = '${name}';

const file = (title: string): string => \`//- /SoT.MONITORING.md
---
id_prefix: MON-XXX
---

# Monitoring

## MON-001: \${title}

**Owner**: Data Team
\`;

test('a title that says nothing is a warning', () => {
  checkRule(rule, file('Rename me\\n            ^^^^^^^^^ warning: MON-001 has no title of its own'));
});

test('other titles are fine', () => {
  checkRule(rule, file('Queue depth'));
});

test('the fix writes a title to go on with', () => {
  checkFix(rule, file('Rename me'), file('What MON-001 is for'), 'Replace the title');
});
`,
);
const example = (/** @type {string} */ title) => `\`\`\`markdown
<!-- file: SoT.MONITORING.md -->
---
id_prefix: MON-XXX
---

# Monitoring

## MON-001: ${title}

**ID**: MON-001
**Category**: Infrastructure
**Status**: Active
**Owner**: Data Team
**Created**: 2026-02-03
**Last Updated**: 2026-09-21
\`\`\``;
await write(
  `docs/rules/${name}.md`,
  `# ${name}

An entry has a title that says nothing.

## What it finds

The title "Rename me" of an entry.

## Why it matters

Whoever looks for the entry in a hurry finds it by its title.

## Examples

These examples show only what the rule looks at.

Incorrect:

${example('Rename me')}

Correct:

${example('Queue depth')}

## Options

Only the severity, in \`.runbook.yaml\`:

\`\`\`yaml
rules:
  ${name}: error
\`\`\`

## How to fix

Say in the title what the entry is for.

## How to silence

For one place, put a comment on the line before it:

\`\`\`markdown
<!-- runbook-disable-next-line ${name} -->
\`\`\`

For all documents, or for some of them, set its severity to \`off\` in \`.runbook.yaml\`.
`,
);
await run(process.execPath, ['scripts/generate.mjs'], { cwd: projectFolder });

/**
 * @param {string} file from the project's folder
 * @param {string} text
 */
async function write(file, text) {
  const options = { ...(await resolveConfig(inProject(file))), filepath: file };
  // pages are laid out by hand: blank lines in their examples mean something
  const formatted = file.endsWith('.ts') ? await format(text, options) : text;
  mkdirSync(path.dirname(inProject(file)), { recursive: true });
  writeFileSync(inProject(file), formatted);
  console.log(`wrote ${file}`);
}

/** @param {string} problem */
function fail(problem) {
  console.error(problem);
  process.exit(2);
}
