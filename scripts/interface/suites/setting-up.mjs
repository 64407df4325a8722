/** A repository with runbooks of its own style: it is set up, and review dates are renewed. */
import assert from 'node:assert/strict';
import { eventually } from '../../embedded-editor/until.mjs';

/** @param {string} title */
const page = (title) =>
  [
    `# ${title}`,
    '',
    '## Meaning',
    '',
    `The harbour says that ${title} is true.`,
    '',
    '## Impact',
    '',
    'Ships wait.',
    '',
    '## Diagnosis',
    '',
    'Run `harbourctl status`.',
    '',
    '## Mitigation',
    '',
    'Run `harbourctl restart`.',
    '',
  ].join('\n');

/** @param {import('../session.mjs').Session} session */
export async function settingUp(session) {
  const { person } = session;
  const titles = ['GateStuck', 'CraneSlow', 'PilotMissing', 'TideWrong', 'RadarDark'];

  await session.test('a folder of runbooks in another style is set up, with one question', async () => {
    await session.open('other-style', {
      'README.md': '# Harbour\n\nWords.\n',
      ...Object.fromEntries(titles.map((title) => [`alerts/${title}.md`, page(title)])),
    });
    await person.command('Runbook: Set Up Runbook in This Workspace');
    await person.pick('Write .runbook.yaml', 'Only the certain ones');
    const configuration = await session.saved('.runbook.yaml', /name: "?Mitigation"?, required: true/);
    assert.match(configuration, /alerts\/\*\*/);
    await session.saved('.runbook-baseline.json', /^\{"version": 1, "findings": \[\]\}\s*$/);
  });

  await session.test('review dates that have passed are renewed, and nothing else', async () => {
    const reviewed = `---\nlast_reviewed_on: 2020-01-02\nreview_in: 6 months\n---\n\n${page('GateStuck')}`;
    await session.open('reviews', {
      '.runbook.yaml': [
        'kinds:',
        '  - name: alert-page',
        '    files: ["alerts/**/*.md"]',
        '    fields:',
        '      - { name: last_reviewed_on, sets: reviewDate }',
        '      - { name: review_in, sets: reviewInterval }',
        '',
      ].join('\n'),
      'alerts/GateStuck.md': reviewed,
    });
    await person.command('Runbook: Renew Review Dates…');
    await person.tick('Which documents were reviewed today?', ['GateStuck']);
    await eventually(
      () => person.notification(/The review date of 1 document is renewed/),
      'what was done is said',
    );
    await person.command('File: Save All');
    const today = /last_reviewed_on: (20[2-9]\d-\d\d-\d\d)/;
    const text = await session.saved('alerts/GateStuck.md', /last_reviewed_on: (?!2020)/);
    assert.equal(text, reviewed.replace('2020-01-02', today.exec(text)?.[1] ?? ''));
  });
}
