import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fillTemplate, toPlainText, type TemplateName } from '../../../server/src/templates/expand-template';
import type { Template } from '../../../server/src/templates/template';
import { TEMPLATES } from '../../../server/src/templates/templates';
import { shapeOf } from './shape-of';

const NAMES = Object.keys(TEMPLATES).filter((name): name is TemplateName => name in TEMPLATES);
const ROOT = new URL('../../../', import.meta.url);

function read(path: string): string {
  return readFileSync(new URL(path, ROOT), 'utf8');
}

function expanded(name: TemplateName): string {
  return toPlainText(fillTemplate(name, { today: '2026-11-20' }));
}

describe.each(NAMES)('the template %s', (name) => {
  const template: Template = TEMPLATES[name];

  it('is the snippet that the editor offers', () => {
    const contributed: unknown = JSON.parse(read('snippets/runbook.json'));
    expect(contributed).toHaveProperty([template.title], {
      description: template.description,
      // without a prefix, it is not listed beside the server's own
      ...(template.document ? { isFileTemplate: true, label: template.prefix } : {}),
      body: fillTemplate(name, {}).split('\n'),
    });
  });

  it('leaves no snippet syntax behind once inserted', () => {
    expect(expanded(name)).not.toMatch(/\$\{|\{\{|\\[$}]|CURRENT_/);
  });

  it('numbers its tab stops from 1 without a gap', () => {
    const numbers = [...fillTemplate(name, {}).matchAll(/(?<!\\)\$\{(\d+)[:|]/g)].map((stop) =>
      Number(stop[1]),
    );
    const distinct = [...new Set(numbers)];
    expect(distinct).toEqual(distinct.map((_, index) => index + 1));
  });

  it('has a prefix and a title of its own', () => {
    const others = NAMES.filter((other) => other !== name).map((other) => TEMPLATES[other]);
    expect(others.map((other) => other.prefix)).not.toContain(template.prefix);
    expect(others.map((other) => other.title)).not.toContain(template.title);
  });
});

it('contributes no snippet without a template', () => {
  const contributed: unknown = JSON.parse(read('snippets/runbook.json'));
  const titles = typeof contributed === 'object' && contributed !== null ? Object.keys(contributed) : [];
  expect(titles.sort()).toEqual(NAMES.map((name) => TEMPLATES[name].title).sort());
});

describe('a whole document, right after insertion, has the headings, labels, tables and fences of its kind', () => {
  it.each<[TemplateName, string]>([
    ['playbook', 'playbook'],
    ['feature-runbook', 'feature-runbook'],
    ['sot-file', 'sot-file'],
    ['release-runbook', 'release-runbook'],
  ])('%s', (name, fixture) => {
    expect(shapeOf(expanded(name))).toEqual(shapeOf(read(`test/fixtures/templates/${fixture}.md`)));
  });

  it('run-entry', () => {
    const guide = read('test/fixtures/templates/run-entries.md').split('\n');
    const shown = guide.slice(
      guide.indexOf('## RUN- Output Template') + 3,
      guide.indexOf('**Example RUN- entries:**') - 2,
    );
    expect(shapeOf(expanded('run-entry'))).toEqual(shapeOf(shown.join('\n')));
  });
});

it('leaves most slots of a whole document for its author', () => {
  for (const name of NAMES.filter((candidate) => TEMPLATES[candidate].document)) {
    const open = expanded(name).match(/\[(?! \])[^[\]\n]+\](?!\()|\{[^{}\n]+\}|YYYY-MM-DD|X\.Y\.[ZW]/g) ?? [];
    const given = fillTemplate(name, {}).match(/\$\{\d+\|/g) ?? [];
    expect(open.length / (open.length + given.length), name).toBeGreaterThan(0.7);
  }
});
