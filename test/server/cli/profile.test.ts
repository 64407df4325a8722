/** Profiles on the command line: what a check fails for, what a report says, what a badge shows. */
import { describe, expect, test } from 'vitest';
import type { ProfileReport } from '../../../server/src/report/profile-report';
import { temporaryFolder } from '../disk/temporary-folder';
import { day, runTool } from './run-tool';
import { clean, dangling } from './sample-folder';

const file = 'SoT.RUNBOOKS.md';
const unowned = clean
  .replace('**Owner**: Platform Team\n', '')
  .replaceAll('RUN-0', 'RUN-1')
  .replaceAll('run-0', 'run-1');
const content = { [`ops/${file}`]: clean, 'ops/draft/SoT.RUNBOOKS.md': unowned };

describe('check --profile', () => {
  test('fails for what the profile asks for', async () => {
    const folder = temporaryFolder(content);
    expect((await runTool(['check', folder, '--today', day])).code).toBe(0);
    expect((await runTool(['check', folder, '--today', day, '--profile', 'draft'])).code).toBe(0);
    const { code, out } = await runTool(['check', folder, '--today', day, '--profile', 'reviewed']);
    expect(code).toBe(1);
    expect(out).toMatch(
      /\bPasses the profile draft\. For reviewed: missing-owner \(1\)[^\n]*\. "runbook-md report" says where\.\n$/,
    );
  });

  test('goes before the configuration', async () => {
    const folder = temporaryFolder({ ...content, '.runbook.yaml': 'profile: reviewed\n' });
    expect((await runTool(['check', folder, '--today', day])).code).toBe(1);
    expect((await runTool(['check', folder, '--today', day, '--profile', 'draft'])).code).toBe(0);
    const nested = temporaryFolder({ ...content, 'ops/draft/.runbook.yaml': 'profile: draft\n' });
    expect((await runTool(['check', nested, '--today', day, '--profile', 'reviewed'])).code).toBe(1);
  });

  test('is no profile of another name', async () => {
    expect((await runTool(['check', '.', '--profile', 'perfect'])).code).toBe(2);
  });
});

describe('a report', () => {
  const profilesIn = async (folder: string): Promise<ProfileReport | undefined> => {
    const { out } = await runTool(['report', folder, '--format', 'json', '--today', day]);
    return (JSON.parse(out) as { workspaces: { profiles: ProfileReport }[] }).workspaces[0]?.profiles;
  };

  test('says what documents, folders and all pass', async () => {
    const profiles = await profilesIn(temporaryFolder(content));
    expect(profiles?.workspace).toMatchObject({ passes: 'draft', next: 'reviewed' });
    expect(profiles?.folders.map(({ path, passes }) => [path, passes])).toEqual([
      ['ops', 'draft'],
      ['ops/draft', 'draft'],
    ]);
    const [first, second] = profiles?.documents ?? [];
    expect(first).toMatchObject({ path: `ops/draft/${file}`, passes: 'draft', next: 'reviewed' });
    expect(first?.lacks).toContainEqual({ rule: 'missing-owner', count: 1 });
    expect(second?.path).toBe(`ops/${file}`);
  });

  test('shows it in words', async () => {
    const { out } = await runTool(['report', temporaryFolder(content), '--today', day]);
    expect(out).toContain('Profiles');
    expect(out).toMatch(/All documents +draft +reviewed +.*missing-owner \(1\)/);
  });

  test.each([
    [clean, 'production', '4c1'],
    [unowned, 'draft', 'fe7d37'],
    [dangling, 'no profile', 'e05d44'],
  ])('has a badge', async (text, message, color) => {
    const folder = temporaryFolder({ [file]: text });
    const image = (await runTool(['report', folder, '--today', day, '--format', 'badge'])).out;
    expect(image).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" /);
    expect(image).toContain(`<title>runbooks: ${message}</title>`);
    const shields = (await runTool(['report', folder, '--today', day, '--format', 'shields'])).out;
    expect(JSON.parse(shields)).toEqual({ schemaVersion: 1, label: 'runbooks', message, color });
  });
});
