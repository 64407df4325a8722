import { expect, test } from 'vitest';
import { tame } from '../../../server/src/parsing/markdown/tame';
import { modelOf, modelOfFixture } from '../../support/read-model';

/** Texts on which a Markdown parser takes quadratic time or its whole stack: they would never end here unmasked. */
const absurd: Readonly<Record<string, string>> = {
  'closing brackets': ']'.repeat(100_000),
  'opening brackets': '['.repeat(100_000),
  'quote marks': '>'.repeat(100_000),
  'list markers in a line': '1. '.repeat(10_000),
  asterisks: '# ' + '*'.repeat(100_000) + 'x',
  backticks: '`'.repeat(100_000),
  pipes: '|a'.repeat(50_000) + '|\n' + '|-'.repeat(50_000) + '|\n',
  'nested emphasis': '*a '.repeat(8_000) + 'a* '.repeat(8_000),
  'spaces in a value': `Owner: a${' '.repeat(100_000)}b`,
  'lazy lines': `- ${'a\n'.repeat(8_000)}`,
  'quote marks in a footnote': `[^a]: ${'>'.repeat(20_000)}`,
  'footnotes in footnotes': '[^\\]]: '.repeat(400),
  'backticks of growing length': Array.from({ length: 1_500 }, (_, index) => '`'.repeat(index)).join(' '),
  'labels before a quote': `${'[Name] '.repeat(20_000)}"`,
  'punctuation behind an address': `http://a.b${'!'.repeat(100_000)}x`,
  'addresses in a bracket': `[${'http://a.b/'.repeat(20_000)}`,
  'setext headings': 'a\n===\n'.repeat(5_000),
};

test.for(Object.entries(absurd))('%s give a model', ([, text]) => {
  expect(modelOf(text).text).toBe(text);
});

test('masking keeps every offset', () => {
  for (const text of Object.values(absurd)) expect(tame(text)).toHaveLength(text.length);
});

test('what people write stays as it is', () => {
  for (const name of ['playbook', 'feature-runbook', 'run-entries', 'sot-file', 'release-runbook']) {
    const { text } = modelOfFixture(`templates/${name}.md`);
    expect(tame(text)).toBe(text);
  }
});

test('a long fence keeps its fences, whatever it holds', () => {
  const text = `\`\`\`json\n${'[["a", "*_b"]],\n'.repeat(2_000)}\`\`\`\n\n# After [RUN-001](x.md)\n`;
  const model = modelOf(text);
  expect(model.fences.map(({ closed }) => closed)).toEqual([true]);
  expect(model.links).toHaveLength(1);
});
