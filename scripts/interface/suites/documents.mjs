/** What a playbook and a SoT file show and offer: tree, status, findings, hovers, templates. */
import assert from 'node:assert/strict';
import { actUntilSeen, eventually, patience, see } from '../../embedded-editor/until.mjs';
import {
  chooseInMenu,
  goTo,
  openFile,
  quickFix,
  reloadWindow,
  runCommand,
  statusItem,
  treeRows,
  view,
  webview,
} from '../../embedded-editor/workbench.mjs';
import { workspaceFiles } from '../session.mjs';

const playbook = 'move-playbook.md';
const sot = 'SoT.OPERATIONS.md';

/** @param {import('../session.mjs').Session} session */
export async function documents(session) {
  const { page, person } = session;
  const files = workspaceFiles('packaged');
  await session.open('documents', files);
  /** @param {string | RegExp} words */
  const row = (words) => treeRows(page, 'Phases').filter({ hasText: words }).first();
  /** @param {string} words */
  const total = (words) => view(page, 'Phases').locator('.title', { hasText: words });
  /**
   * A test that changes the playbook, which is then as it was whatever came of it.
   * @param {string} title
   * @param {() => Promise<void>} body
   */
  const changing = (title, body) =>
    session.test(title, async () => {
      try {
        await body();
      } finally {
        await runCommand(page, 'View: Focus Active Editor Group');
        await runCommand(page, 'File: Revert File');
        session.write(playbook, files[playbook] ?? '');
        await see(row(/2: Switch over.*waits for Phase 1/), 'the playbook as it was');
      }
    });
  /** @param {RegExp} words */
  const savedAs = async (words) => {
    return session.save(playbook, words);
  };
  const undone = async () => {
    await runCommand(page, 'View: Focus Active Editor Group');
    await page.keyboard.press('Control+z');
    await session.saveAs(playbook, files[playbook] ?? '');
  };
  /**
   * The place of some words in a text, from 1.
   * @param {string} text
   * @param {string} words
   * @param {number} [further]
   * @returns {[number, number]}
   */
  const placeOf = (text, words, further = 1) => {
    const at = text.indexOf(words);
    assert.ok(at >= 0, words);
    const before = text.slice(0, at).split('\n');
    return [before.length, (before.at(-1) ?? '').length + 1 + further];
  };

  await session.test('the tree says how far things are, first and in sight at 300 px', async () => {
    await openFile(page, playbook);
    await runCommand(page, 'Focus on Phases View');
    await see(row('1: Copy the data'), 'the first phase');
    await see(total('(0/2)'), 'the total in the title');
    const [end, count] = await Promise.all([
      view(page, 'Phases').evaluate((pane) => pane.getBoundingClientRect().right),
      row('1: Copy the data')
        .locator('.label-description', { hasText: '0/1' })
        .evaluate((description) => description.getBoundingClientRect().left),
    ]);
    assert.ok(count + 20 < end, `the count begins at ${count} of ${end}`);
    assert.match(await iconOf('1: Copy the data'), /circle-large-outline/);
    assert.match(await iconOf('2: Switch over'), /lock/);
  });

  await changing('a box ticked in the tree is ticked in the text, and its phase looks done', async () => {
    await row(/^.{0,2}ticketctl count|prints the same number/)
      .locator('.custom-view-tree-node-item-checkbox')
      .click();
    await see(total('(1/2)'), 'the total in the title');
    await eventually(
      async () => (await iconOf('1: Copy the data')).includes('pass-filled'),
      'the phase is done',
    );
    assert.match(await iconOf('2: Switch over'), /circle-large-outline/);
    await runCommand(page, 'View: Focus Active Editor Group');
    await savedAs(/^- \[x\] `ticketctl count`/m);
    await undone();
  });

  await changing('a phase that is dragged takes its number, its rows and its ways back along', async () => {
    await runCommand(page, 'Focus on Phases View');
    await see(row('2: Switch over'), 'the second phase');
    await row('2: Switch over').dragTo(row('1: Copy the data'), { timeout: patience });
    await see(row('1: Switch over'), 'the phase in its new place');
    await runCommand(page, 'View: Focus Active Editor Group');
    const text = await savedAs(/^### Phase 1: Switch over$/m);
    assert.match(text, /^### Phase 2: Copy the data$/m);
    assert.match(text, /### From Phase 1\n\nPoint/);
    await undone();
  });

  await changing('the menu of a phase adds another behind it', async () => {
    await runCommand(page, 'Focus on Phases View');
    await chooseInMenu(page, row('2: Switch over'), 'Add Phase After This');
    await see(row('3: [Name of the phase]'), 'the third phase');
    const text = await savedAs(/^### Phase 3: \[Name of the phase\]$/m);
    assert.match(text, /- Requires Phase 2 completion/);
    await undone();
  });

  await changing('a rollback of template text counts as to be filled in, everywhere', async () => {
    const text = (files[playbook] ?? '').replace(
      '**Rollback:** Point `desk.example` to desk-1 again.\n\n',
      '',
    );
    session.write(playbook, text);
    await see(row(/2: Switch over.*no rollback/), 'that the rollback is missing');
    await goTo(page, ...placeOf(text, '### Phase 2', 6));
    await (await quickFix(page, 'Add a rollback')).click();
    await see(row(/2: Switch over.*rollback to be filled in/), 'that the rollback is to be filled in');
    await see(page.locator('.statusbar-item', { hasText: '(17 selected)' }), 'its first slot, selected');
    await see(page.locator('.view-line', { hasText: '[First step back]' }), 'the slot, in sight');
    const filled = await savedAs(/\[First step back\]/);
    await runCommand(page, 'View: Focus Problems');
    await see(
      page.locator('.markers-panel .monaco-list-row', { hasText: 'empty-rollback' }),
      'the finding that says so',
    );
    assert.match(await hoverAt(placeOf(filled, '### Phase 2', 6)), /Rollback: to be filled in/);
  });

  await changing('a template knows the next number, what it depends on, and the log', async () => {
    const text = files[playbook] ?? '';
    await runCommand(page, 'View: Focus Active Editor Group');
    await goTo(page, ...placeOf(text, '## Decision Framework', 0));
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.type('phase');
    const offered = page.locator('.suggest-widget.visible .monaco-list-row.focused', {
      hasText: /^phase/,
    });
    await actUntilSeen(() => page.keyboard.press('Control+Space'), offered, 'the template');
    await page.keyboard.press('Enter');
    const after = await savedAs(/^### Phase 3: \[Name of the phase\]$/m);
    assert.match(after, /- Requires Phase 2 completion/);
    assert.match(after, /^\| Phase 3 \|/m);
  });

  await session.test('the preview in place keeps tree and status, and shows boxes and progress', async () => {
    await runCommand(page, 'View: Focus Active Editor Group');
    await page.keyboard.press('Control+Shift+V');
    const preview = webview(page);
    await see(preview.locator('.runbook-progress', { hasText: '0 of 1 checked' }), 'what the tree says too');
    await see(preview.locator('.runbook-box'), 'a box');
    await see(row('1: Copy the data'), 'the first phase');
    await see(statusItem(page, 'Playbook'), 'the status item');
  });

  await session.testOfWhole('a preview that is restored with the window shows them too', async () => {
    await reloadWindow(page);
    await see(webview(page).locator('.runbook-progress', { hasText: '0 of 1 checked' }), 'the progress');
    await see(webview(page).locator('.runbook-box'), 'a box');
  });

  await session.test('a SoT file is grouped by prefix, each with its icon', async () => {
    await runCommand(page, 'View: Close All Editors');
    await openFile(page, sot);
    await see(row(/^RUN/), 'the group of runbooks');
    await see(row(/RUN-001/), 'the runbook with its title');
    await see(row(/^MON/), 'the group of alerts');
    assert.notEqual(await iconOf(/^RUN/), await iconOf(/^MON/));
  });

  await session.test('an error leaves the status item calm', async () => {
    session.write('.runbook.yaml', 'rules:\n  dangling-id: error\n');
    const item = statusItem(page, /SoT file\s+1/);
    await see(item.locator('.codicon-error'), 'the icon of errors');
    assert.doesNotMatch((await item.first().getAttribute('class')) ?? '', /has-background-color|error-kind/);
  });

  await session.test('hover, lens and list count the references of an entry alike', async () => {
    const text = files[sot] ?? '';
    const [lens] = await eventually(async () => {
      const words = await page.locator('.codelens-decoration').allInnerTexts();
      const found = words.flatMap((one) => /(\d+) references?/.exec(one)?.[1] ?? []);
      return found.length > 0 && found;
    }, 'lenses count references');
    const place = placeOf(text, '## RUN-001', 5);
    const hovered = /(\d+) references?/.exec(await hoverAt(place))?.[1];
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    const title = page.locator('.peekview-title .meta');
    await person.click(page.locator('.codelens-decoration a', { hasText: /^\d+ references/ }), 'the lens');
    await see(title, 'its list of references');
    const listed = /\((\d+)\)/.exec((await title.first().innerText()).replace(/\s/g, ' '))?.[1];
    assert.deepEqual([hovered, listed], [lens, lens]);
    await page.keyboard.press('Escape');
  });

  await session.test('the menu of a finding silences, sets the severity and explains, offline', async () => {
    await goTo(page, ...placeOf(files[sot] ?? '', 'RUN-077', 2));
    const explain = await quickFix(page, 'Explain dangling-id');
    for (const item of ['Silence dangling-id here', 'Set severity of dangling-id', 'Turn dangling-id off'])
      await see(page.locator('.action-widget .monaco-list-row', { hasText: item }), item);
    await explain.click();
    await see(webview(page).locator('h1', { hasText: 'dangling-id' }), 'the page of the rule');
    await runCommand(page, 'View: Close All Editors');
    await page.keyboard.press('Control+Shift+M');
    const finding = page.locator('.markers-panel .monaco-list-row', { hasText: 'dangling-id' });
    await person.click(finding.locator('a', { hasText: 'dangling-id' }), 'the link of the finding');
    await see(webview(page).locator('h1', { hasText: 'dangling-id' }), 'the same page');
  });

  /**
   * The icon of a row, as its class.
   * @param {string | RegExp} words
   */
  async function iconOf(words) {
    return (await row(words).locator('.custom-view-tree-node-item-icon').first().getAttribute('class')) ?? '';
  }

  /**
   * What the hover at a place says.
   * @param {[number, number]} place
   */
  async function hoverAt([line, column]) {
    await runCommand(page, 'View: Focus Active Editor Group');
    await goTo(page, line, column);
    const hover = page.locator('.monaco-editor .monaco-hover:not(.hidden) .hover-contents');
    await actUntilSeen(() => runCommand(page, 'Show or Focus Hover'), hover, 'the hover');
    return eventually(async () => {
      const words = (await hover.allInnerTexts()).join('\n');
      return !words.includes('Loading') && words;
    }, 'the hover is whole');
  }
}
