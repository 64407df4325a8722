/** `runbook-md report`: the same report in each format, with nothing of a document taken for markup. */
import { describe, expect, test } from 'vitest';
import type { WorkspaceReport } from '../../../server/src/service';
import { temporaryFolder } from '../disk/temporary-folder';
import { day, runTool, type RunOptions } from './run-tool';
import { clean, runEntry, sotFile } from './sample-folder';

/** An owner whose name is markup in every format. */
const hostile = '<img src=x onerror=alert(1)>&[a](javascript:x)`tick`*star*|cell';
const alert =
  '## MON-001: Usage\n\n**ID**: MON-001\n**Status**: Active\n\n### Thresholds\n\n| Level | Threshold | Action |\n| --- | --- | --- |\n| Critical | 95 % | RUN-009 |\n';
const weak = sotFile(
  [],
  [
    runEntry('001', 'Disk is full')
      .replace('**Owner**: Platform Team', `**Owner**: ${hostile}`)
      .replace(/### Escalation[^]*?(?=### Post)/, ''),
    alert,
  ],
);

async function report(text: string, format: string, options: RunOptions = {}): Promise<string> {
  const folder = temporaryFolder({ 'SoT.OPS (old).md': text });
  const { code, out, error } = await runTool(['report', folder, '--format', format, '--today', day], options);
  expect({ code, error }).toEqual({ code: 0, error: '' });
  return out;
}

test('JSON holds the whole report of each folder', async () => {
  const folders = [temporaryFolder({ 'SoT.RUNBOOKS.md': clean }), temporaryFolder()];
  const { out } = await runTool(['report', ...folders, '--format', 'json', '--today', day]);
  const { workspaces } = JSON.parse(out) as { workspaces: (WorkspaceReport & { folder: string })[] };
  expect(workspaces.map(({ folder, today, documents }) => ({ folder, today, documents }))).toEqual([
    { folder: folders[0], today: day, documents: 1 },
    { folder: folders[1], today: day, documents: 0 },
  ]);
  expect(Object.keys(workspaces[0] ?? {})).toEqual(
    expect.arrayContaining(['gates', 'runbooks', 'owners', 'coverage', 'orphans', 'mustHaves']),
  );
});

describe('text', () => {
  test('says what is met, what is missing and where', async () => {
    const out = await report(weak, 'text');
    expect(out).toMatch(/\n2 of 4 gates met; 1 runbook entry in 1 document; as of 2026-11-20\.\n/);
    expect(out).toMatch(/Every runbook has an escalation path +no +0 of 1\n/);
    expect(out).toContain('  RUN-001  SoT.OPS (old).md:');
    expect(out).toContain('MON-001 has no runbook. Not defined anywhere: RUN-009.');
    expect(out).toMatch(/Security incident +missing\n/);
  });

  test('takes what there is nothing to judge for no success', async () => {
    const out = await report('Nothing here.\n', 'text');
    expect(out).toContain('\nNo gates apply; 0 runbook entries in 0 documents; as of 2026-11-20.\n');
    expect(out).toMatch(/Every runbook has an owner +- +not applicable\n/);
  });

  test('aligns its columns for wide characters', async () => {
    const two = sotFile([], [runEntry('001', '数据库 is full'), runEntry('002', 'Disk is full now')]);
    const rows = (await report(two, 'text')).split('\n').filter((line) => line.includes('7/7'));
    expect(rows).toHaveLength(2);
    expect(rows[0]?.indexOf('7/7')).toBe((rows[1]?.indexOf('7/7') ?? 0) - 3);
  });

  test('takes no orders from documents, and colours only where asked', async () => {
    const evil = weak.replace('<img', '\u001b[2J');
    expect(await report(evil, 'text')).not.toContain('\u001b');
    expect(await report(evil, 'text', { colors: true })).not.toContain('\u001b[2J');
  });
});

describe('Markdown', () => {
  test('has a table for each section, and links to the files', async () => {
    const out = await report(clean, 'markdown');
    expect(out).toContain('| Gate | Met | Count |\n| --- | --- | --- |\n');
    expect(out).toContain('[RUN-001 Disk is full](SoT.OPS%20%28old%29.md)');
  });

  test('has no markup from documents', async () => {
    const rows = (await report(weak, 'markdown')).split('\n').filter((line) => line.includes('onerror'));
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(row).not.toMatch(/(?<!\\)<img/);
      expect(row).not.toMatch(/(?<!\\)\]\(javascript/);
      expect(row).not.toMatch(/(?<!\\)[`*](?:tick|star)/);
    }
  });
});

describe('HTML', () => {
  test('is one file that loads and runs nothing', async () => {
    const out = await report(clean, 'html');
    expect(out).toMatch(/^<!DOCTYPE html>\n<html lang="en">/);
    expect(out).not.toMatch(/<script|<link|<img|src=|href=|url\(|@import/);
    expect(out).toContain("default-src 'none'");
    expect(out).toMatch(/prefers-color-scheme: dark[^]*@media print/);
  });

  test('has no markup from documents, and every element closes', async () => {
    const out = await report(weak, 'html');
    expect(out).toContain('&lt;img src=x onerror=alert(1)&gt;&amp;');
    const body = out.slice(out.indexOf('<body>'), out.indexOf('</html>'));
    const open = [...body.matchAll(/<(\/?)([a-z][a-z0-9]*)[^<>]*>/g)].reduce<string[]>(
      (stack, [, end, name = '']) => {
        if (end === '/') expect(stack.pop()).toBe(name);
        else if (name !== 'br') stack.push(name);
        return stack;
      },
      [],
    );
    expect(open).toEqual([]);
  });
});

test('wrong paths and formats are told as usual', async () => {
  expect((await runTool(['report', '/no/such/folder'])).code).toBe(2);
  const { code, error } = await runTool(['report', '--format', 'pdf']);
  expect(code).toBe(2);
  expect(error).toContain('Allowed choices are text, json, markdown, html');
});

describe('CSV', () => {
  test('has a line for each thing that is judged, all with the columns of the first', async () => {
    const lines = (await report(weak, 'csv')).trimEnd().split('\r\n');
    expect(lines[0]).toBe(
      'folder,kind,id,title,file,line,owner,category,status,last tested,days since test,met,of,missing,last run,changed steps',
    );
    const rows = lines.map((line) => line.match(/(?<=^|,)(?:"(?:[^"]|"")*"|[^,"]*)/g) ?? []);
    expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([16]));
    const kinds = new Set(rows.slice(1).map((cells) => cells[1]));
    expect(kinds).toEqual(new Set(['gate', 'runbook', 'alert', 'must-have', 'unreferenced']));
    expect(rows.find((cells) => cells[1] === 'runbook')?.slice(2, 4)).toEqual(['RUN-001', 'Disk is full']);
  });

  test('holds nothing that a spreadsheet takes for a formula', async () => {
    const evil = weak.replace(`**Owner**: ${hostile}`, '**Owner**: =HYPERLINK("javascript:x","y")');
    expect(evil).not.toBe(weak);
    const out = await report(evil, 'csv');
    expect(out).toContain(`"'=HYPERLINK(""javascript:x"",""y"")"`);
    expect(out).not.toMatch(/(?:^|,)"?[=+@]/m);
  });
});
