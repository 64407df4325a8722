import { describe, expect, it } from 'vitest';
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { PastReview } from '../../../protocol/src/reviews';
import type { SetupFileText, SetupResult } from '../../../protocol/src/setup';
import { readBaseline } from '../../../server/src/lint/baseline/baseline-file';
import { Baseline } from '../../../server/src/service';
import { startClient } from '../../support/language-client';
import { today } from '../../support/workspace';
import { product, soundsLike } from '../init/workspaces';

describe('setting a workspace up', () => {
  it('offers the files, with a baseline that accepts what they find', async () => {
    const client = await startClient({
      ...product,
      'docs/runbooks/short.md': '# Short Runbook\n\n## Steps\n\n## Notes\n\n- One\n- Two\n- Three\n',
    });
    const { reason, offers } = await client.request<SetupResult>('runbook/setup', {});
    expect([reason, offers.map(({ choice, documents }) => [choice, documents])]).toEqual([
      null,
      [['sure', 7]],
    ]);
    const configuration = offers[0]?.configuration;
    expect(configuration?.uri).toBe(client.uri('.runbook.yaml'));
    expect(configuration?.text).toContain('- "docs/runbooks/**"');
    const baseline = await client.request<SetupFileText>('runbook/setupBaseline', { configuration });
    expect(baseline.uri).toBe(client.uri('.runbook-baseline.json'));
    const read = readBaseline(baseline.text);
    expect(read instanceof Baseline && new Set(read.findings.map(({ file }) => file))).toEqual(
      new Set(['docs/runbooks/short.md']),
    );
  });

  it('accepts no more than is found with the configuration files of subfolders', async () => {
    const short = '# Short Runbook\n\n## Steps\n\n## Notes\n\n- One\n- Two\n- Three\n';
    const accepted = async (more: Record<string, string>): Promise<readonly string[]> => {
      const client = await startClient({ ...product, 'docs/runbooks/short.md': short, ...more });
      const { offers } = await client.request<SetupResult>('runbook/setup', {});
      const { configuration } = offers[0] ?? {};
      const { text } = await client.request<SetupFileText>('runbook/setupBaseline', { configuration });
      const read = readBaseline(text);
      return read instanceof Baseline ? read.findings.map(({ rule }) => rule) : [];
    };
    const all = await accepted({});
    const off = await accepted({ 'docs/runbooks/.runbook.yaml': 'rules: { missing-section: off }\n' });
    expect(all).toContain('missing-section');
    expect(off).not.toContain('missing-section');
  });

  it('finds what the command line finds: other endings, and where the addresses of alert rules lead', async () => {
    const rule = (name: string): string =>
      `      - alert: ${name}\n        expr: up == 0\n        annotations:\n          runbook_url: https://ops.example/runbooks/${name}\n`;
    const page = (name: string): string =>
      `# ${name} Runbook\n\n## Steps\n\n1. Look.\n2. Restart.\n\n## Escalation\n\n- The team\n`;
    const files = {
      'rules.yaml': `groups:\n  - name: a\n    rules:\n${rule('pool-down')}${rule('queue-stuck')}`,
      'site/runbooks/pool-down.mdx': page('Pool'),
      'site/runbooks/queue-stuck.md': page('Queue'),
      'site/runbooks/disk-full.md': page('Disk'),
      'site/runbooks/cert.mdx': page('Certificate').replace('- The team', ''),
    };
    const client = await startClient(files);
    await client.open('site/runbooks/disk-full.md', page('Disk').replace('- The team', ''));
    const { offers } = await client.request<SetupResult>('runbook/setup', {});
    const configuration = offers.at(-1)?.configuration;
    expect(configuration?.text).toContain('- "*.mdx"');
    expect(configuration?.text).toContain('from: "https://ops.example/runbooks/", to: "site/runbooks/"');
    const { text } = await client.request<SetupFileText>('runbook/setupBaseline', { configuration });
    const read = readBaseline(text);
    expect(read instanceof Baseline && read.findings.map(({ file }) => file)).toEqual([
      'site/runbooks/cert.mdx',
      'site/runbooks/disk-full.md',
    ]);
  });

  it('says that there is nothing to set up', async () => {
    const client = await startClient(soundsLike['rfcs'] ?? {});
    expect(await client.request('runbook/setup', { folder: client.uri('').replace(/\/$/, '') })).toEqual({
      reason: 'no-runbooks',
      offers: [],
    });
    expect(await client.request('runbook/setup', { folder: 'file:///elsewhere' })).toEqual({
      reason: 'no-folder',
      offers: [],
    });
  });
});

describe('review dates', () => {
  const configuration = `kinds:
  - name: page
    files: docs
    fields:
      - { name: Reviewed, sets: reviewDate }
      - { name: Review in, sets: reviewInterval }
`;
  const page = (date: string): string =>
    `# Page\n\n**Reviewed:** ${date}\n**Review in:** 3 months\n\nWords.\n`;
  const content = {
    '.runbook.yaml': configuration,
    'docs/iso.md': page('2025-01-31'),
    'docs/words.md': page('5 March 2025 (drill)'),
    'docs/dots.md': page('05.03.2025'),
    'docs/fresh.md': page(today),
  };

  it('that have passed are listed, and renewed as one edit in the form that they have', async () => {
    const client = await startClient(content);
    const past = await client.request<PastReview[]>('runbook/pastReviews');
    expect(past.map(({ label }) => label)).toEqual(['docs/dots.md', 'docs/iso.md', 'docs/words.md']);
    expect(past[0]?.message).toContain('holds for "3 months"');
    const { edit, uris } = await client.request<{ edit: WorkspaceEdit; uris: string[] }>(
      'runbook/renewReviews',
      { documents: [...past, { uri: client.uri('docs/fresh.md') }].map(({ uri }) => ({ uri })) },
    );
    expect(uris.map((uri) => client.path(uri))).toEqual(['docs/dots.md', 'docs/iso.md', 'docs/words.md']);
    const texts = (edit.documentChanges ?? []).flatMap((one) =>
      'edits' in one ? one.edits.map((own) => ('newText' in own ? own.newText : '')) : [],
    );
    const [year = '', month = '', day = ''] = today.split('-');
    const name = new Date(`${today}T00:00:00Z`).toLocaleString('en', { month: 'long', timeZone: 'UTC' });
    expect(texts).toEqual([`${day}.${month}.${year}`, today, `${String(Number(day))} ${name} ${year}`]);
  });
});
