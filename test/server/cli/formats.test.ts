/** The formats of code hosts and review tools: what these ask of them, and that they say what was found. */
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../disk/temporary-folder';
import { gitlabSchema, rdjsonSchema, sarifSchema } from './report-schemas';
import { day, runTool } from './run-tool';
import { clean, dangling, duplicate, fixable } from './sample-folder';

const file = 'SoT.RUNBOOKS.md';

async function outOf(format: string, ...folders: readonly string[]): Promise<string> {
  return (await runTool(['check', ...folders, '--format', format, '--today', day])).out;
}

/** What a schema has against a JSON text; null for nothing. */
function faults(schema: object, json: string): unknown {
  const validate = new Ajv({ allErrors: true }).compile(schema);
  validate(JSON.parse(json));
  return validate.errors ?? null;
}

interface Issue {
  readonly fingerprint: string;
  readonly severity: string;
  readonly check_name: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

interface Range {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

interface Diagnostic {
  readonly location: { readonly path: string; readonly range: Range };
  readonly severity: string;
  readonly suggestions?: readonly { readonly range: Range; readonly text: string }[];
}

describe.each([
  ['gitlab', gitlabSchema],
  ['rdjson', rdjsonSchema],
  ['sarif', sarifSchema],
])('%s', (format, schema) => {
  test('is what its readers ask for', async () => {
    expect(faults(schema, await outOf(format, 'examples'))).toBe(null);
    expect(faults(schema, await outOf(format, temporaryFolder()))).toBe(null);
    const broken = temporaryFolder({ '.runbook.yaml': 'rules: 3\n', [file]: duplicate });
    expect(faults(schema, await outOf(format, broken, temporaryFolder({ [file]: fixable })))).toBe(null);
  });
});

describe('GitLab', () => {
  const issuesOf = async (text: string): Promise<readonly Issue[]> =>
    JSON.parse(await outOf('gitlab', temporaryFolder({ [file]: text }))) as readonly Issue[];

  test('has an issue for each finding', async () => {
    expect(await issuesOf(dangling)).toEqual([
      {
        description: expect.stringContaining('RUN-077') as string,
        check_name: 'dangling-id',
        fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
        severity: 'major',
        location: { path: file, lines: { begin: 60, end: 60 } },
      },
    ]);
    expect(JSON.parse(await outOf('gitlab', temporaryFolder({ [file]: clean })))).toEqual([]);
  });

  test('knows an issue again when its lines move', async () => {
    const prints = async (text: string): Promise<readonly string[]> =>
      (await issuesOf(text)).map(({ fingerprint }) => fingerprint);
    const moved = dangling.replace('# Runbooks\n', '# Runbooks\n\nMore words.\n\n');
    expect(await prints(moved)).toEqual(await prints(dangling));
    const twice = dangling.replace('Linked IDs: RUN-077', 'Linked IDs: RUN-077\n\nLinked IDs: RUN-077');
    expect(new Set(await prints(twice)).size).toBe(2);
    expect(await prints(twice)).toEqual(expect.arrayContaining([...(await prints(dangling))]));
  });

  test('tells the same finding in two folders apart', async () => {
    const issues = JSON.parse(
      await outOf('gitlab', 'examples/broken', 'examples/broken'),
    ) as readonly Issue[];
    expect(issues[0]?.location.path).toMatch(/^examples\/broken\//);
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
  });
});

describe('rdjson', () => {
  const diagnosticsOf = async (text: string): Promise<readonly Diagnostic[]> => {
    const json = await outOf('rdjson', temporaryFolder({ [file]: text }));
    return (JSON.parse(json) as { diagnostics: readonly Diagnostic[] }).diagnostics;
  };

  test('counts columns in bytes', async () => {
    const plain = await diagnosticsOf(dangling);
    expect(plain[0]?.location.range.start).toEqual({ line: 60, column: 13 });
    const wide = await diagnosticsOf(dangling.replace('Linked IDs: RUN-077', 'Ü😀 linked IDs: RUN-077'));
    expect(wide[0]?.location.range).toEqual({
      start: { line: 60, column: 20 },
      end: { line: 60, column: 27 },
    });
  });

  test('suggests what --fix would do', async () => {
    const [found] = await diagnosticsOf(fixable.replace('Disk is quick', 'Dïsk is quick'));
    const [suggestion] = found?.suggestions ?? [];
    if (suggestion === undefined) throw new Error('no suggestion');
    const { range, text } = suggestion;
    expect(range.start.line).toBe(range.end.line);
    const line = fixable.replace('Disk is quick', 'Dïsk is quick').split('\n')[range.start.line - 1] ?? '';
    const bytes = Buffer.from(line);
    const changed = Buffer.concat([
      bytes.subarray(0, range.start.column - 1),
      Buffer.from(text),
      bytes.subarray(range.end.column - 1),
    ]).toString();
    expect(changed).toBe('- [RUN-002](#run-002-disk-is-slow) - Disk is slow');
  });

  test('suggests nothing where a decision is needed', async () => {
    const [found] = await diagnosticsOf(dangling);
    expect(found).toMatchObject({ severity: 'WARNING' });
    expect(found).not.toHaveProperty('suggestions');
  });
});

describe('Checkstyle', () => {
  test('is XML with an element for each file that has findings', async () => {
    const name = 'a "b" & <c>.md';
    const lines = (
      await outOf('checkstyle', temporaryFolder({ [name]: dangling, 'notes.md': 'Nothing.\n' }))
    ).split('\n');
    expect(lines.slice(0, 3)).toEqual([
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<checkstyle version="4.3">',
      '  <file name="a &quot;b&quot; &amp; &lt;c&gt;.md">',
    ]);
    expect(lines[3]).toMatch(
      /^ {4}<error line="60" column="13" severity="warning" message="RUN-077 is not defined[^"<>]*" source="runbook\.dangling-id"\/>$/,
    );
    expect(lines.slice(4)).toEqual(['  </file>', '</checkstyle>', '']);
  });

  test('has an empty root without findings', async () => {
    expect(await outOf('checkstyle', temporaryFolder({ [file]: clean }))).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n</checkstyle>\n',
    );
  });
});
