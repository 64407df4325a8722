/** Rule files that ask much of the reader of alert rules, by name. Each of them holds one rule at least, so that it is read. */

/** @typedef {(size: number) => string} Make */

const rule = 'alert: A\nexpr: b\n';
const item = '- alert: A\n  expr: b\n';

/** @type {(unit: string, before?: string, behind?: string) => Make} */
const many =
  (unit, before = rule, behind = '') =>
  (size) =>
    before +
    unit.repeat(Math.max(1, Math.floor((size - before.length - behind.length) / unit.length))) +
    behind;

/** @type {(line: (number: number) => string, before?: string, behind?: string) => Make} */
const numbered =
  (line, before = rule, behind = '') =>
  (size) => {
    const lines = [];
    for (let number = 0, length = before.length; length < size; number++) {
      const next = line(number);
      lines.push(next);
      length += next.length;
    }
    return before + lines.join('') + behind;
  };

/** @type {Readonly<Record<string, Make>>} */
export const alertTexts = {
  rules: numbered(
    (number) =>
      `- alert: A${number}\n  expr: up\n  annotations:\n    runbook_url: SoT.OPERATIONS.md#run-${number}\n`,
    'groups:\n- name: a\n  rules:\n',
  ),
  'rules in brackets': many('- {alert: A, expr: b}\n', 'rules:\n'),
  'maps in maps': numbered((number) => `${' '.repeat(number)}a:\n`),
  'dashes in a line': many('- '),
  'keys in a line': many('a: '),
  'open brackets': many('[', `${rule}x: `),
  'open brackets by lines': many('x: [\n'),
  'maps in brackets': many('x: {a: b, c: [d, e]}\n'),
  'open quotes': many('x: "a\n'),
  'open quotes further in': numbered((number) => `${' '.repeat(number % 300)}a: "x\n`),
  'open actions': many('{{'),
  'actions with quotes': many('{{ "}}" '),
  'actions with backticks': many('{{ `}} '),
  'actions with comments': many('{{/* }} '),
  'actions in a line': many('{{ a }}'),
  'actions by lines': many('{{ a }}\n'),
  branches: many('{{ if $b }}{{ $a }}\n', `${rule}{{ $a := "x" }}\n`),
  variables: numbered((number) => `{{ $a${number} := "x" }}{{ $a${number} }}\n`),
  'aliases of aliases': numbered(
    (number) => `a${number + 1}: &a${number + 1} [*a${number}, *a${number}]\n`,
    `${rule}a0: &a0 [x]\n`,
  ),
  'merged maps': numbered(
    (number) => `m${number + 1}: &m${number + 1}\n  <<: [*m${number}, *m${number}]\n`,
    'm0: &m0\n  alert: x\n  expr: y\n',
  ),
  'includes among labels': many('  {{ x }}: y\n  {{ toYaml a }}\n', `${rule}labels:\n`),
  'strings in strings': numbered(
    (number) => `${' '.repeat(2 * number)}alert: |\n${' '.repeat(2 * number + 1)}expr: |\n`,
    '',
  ),
  'rules in quotes': many('- alert: A\\n  expr: b\\n', 'a: "', '"\n'),
  'comments that silence': numbered(
    (number) => `# runbook-disable a${number}\n${item}`,
    'rules:\n',
    '# runbook-enable\n',
  ),
  'lines too far in': many('   expr: d\n  e: f\n', 'x:\n- alert: b\n'),
  'blank lines': many('\n'),
};

/** One rule in front, so that the look finds a file worth reading. */
const object = '"alert": "A", "expr": "b",\n';

/**
 * Texts of Terraform and of Jsonnet, which are read where the configuration names such files.
 * @type {Readonly<Record<string, Make>>}
 */
export const objectTexts = {
  'open brackets': many('[', object),
  'open braces': many('{a: ', object),
  'closed brackets': (size) => `${many('{a: [', object)(size / 2)}${many(']}', '')(size / 4)}`,
  'open blocks': many('a {\n', object),
  'open strings': many("'it\n", object),
  'open interpolations': many('x = "${', object),
  'open texts between marks': many('x = <<E\n|||\n', object),
  'rule files in texts': numbered(
    (number) => `x${number} = <<EOT\n- alert: A${number}\n  expr: up\nEOT\n`,
    object,
  ),
  rules: numbered((number) => `{ "alert": "A${number}", "expr": "up", "annotations": {} },\n`, object),
  sums: many('"a" + ', object),
};
