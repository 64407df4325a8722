/**
 * Runs the set-up for Helix, which has no mode without a terminal: `script` gives it one. What it did is read from
 * its log and from the files that it wrote.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { run } from '../support/process.mjs';
import { documentedSetups } from './documented-setup.mjs';
import { brokenFile, createOperations, definitionFile, referringFile } from './operations.mjs';

/** @typedef {import('./editor.mjs').Editor} Editor */
/** @typedef {import('./editor.mjs').Session} Session */

/** How long something may take that happens at once on an idle machine, in milliseconds. */
const patience = 30_000;
/** How long a terminal program waits for the rest of a key, and a prompt needs to open, in milliseconds. */
const breath = 500;
const escapeKey = '\u001b';
const clearPrompt = '\u0015';

/** @type {Editor} */
export const helix = {
  name: 'Helix',
  program: 'hx',
  scenarios: ['start', 'findings', 'jump', 'rename'],
  async version(program) {
    const terminal = await run('script', ['--version'], { quiet: true });
    if (!terminal.output.includes('util-linux')) return undefined;
    return /^helix (\S+)/m.exec((await run(program, ['--version'], { quiet: true })).output)?.[1];
  },
  async check(session) {
    const workspace = createOperations(session.folder);
    const { type, end, log } = open(session, workspace);
    const read = (/** @type {string} */ file) => readText(path.join(workspace, file));
    /** @type {Record<string, () => Promise<void>>} */
    const steps = {
      start: () => until('answer to initialize', () => /<- .*"serverInfo"/.test(log())),
      findings: () => until('findings', () => /<- .*"dangling-id".*"dangling-id"/.test(log())),
      jump: async () => {
        type(`:open ${referringFile}\r/RUN-003\rgd`);
        await until('jump', () => new RegExp(`-> .*didOpen.*${definitionFile}`).test(log()));
        // a mark at the cursor tells where that is
        type('i<here>');
        await pause(breath);
        type(escapeKey);
        await pause(breath);
        type(':write\r');
        await until('mark in the definition', () => /^## <here>RUN-003/m.test(read(definitionFile)));
        type('u:write\r');
      },
      rename: async () => {
        type(`:open ${referringFile}\r/RUN-003\r r`);
        await until('question for the name', () => /-> .*prepareRename[^]*<- .*"placeholder"/.test(log()));
        await pause(breath);
        type(`${clearPrompt}RUN-033\r`);
        await until('answer', () => /-> .*"textDocument\/rename"[^]*<- .*RUN-033/.test(log()));
        type(':write-all\r');
        await until(
          'new name in both files',
          () => /^## RUN-033: Order/m.test(read(definitionFile)) && read(referringFile).includes('RUN-033'),
        );
      },
    };
    const results = [];
    for (const [name, step] of Object.entries(steps)) results.push(await outcome(name, step));
    await end();
    return results.join('\n');
  },
};

/**
 * Opens Helix in a terminal of its own.
 * @param {Session} session
 * @param {string} workspace
 */
function open({ program, server, folder }, workspace) {
  const log = path.join(folder, 'helix.log');
  mkdirSync(path.join(folder, 'helix'));
  const languages = documentedSetups('Helix', 'toml', server).join('\n');
  writeFileSync(path.join(folder, 'helix', 'languages.toml'), languages);
  const command = `stty cols 140 rows 40; exec "${program}" -v --log "${log}" ${brokenFile}`;
  const terminal = spawn('script', ['-qfec', command, '/dev/null'], {
    cwd: workspace,
    env: { ...process.env, TERM: 'xterm-256color', XDG_CONFIG_HOME: folder, XDG_CACHE_HOME: folder },
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const ended = new Promise((resolve) => terminal.once('close', resolve));
  const type = (/** @type {string} */ keys) => {
    terminal.stdin.write(keys);
  };
  return {
    type,
    log: () => readText(log),
    end: async () => {
      type(escapeKey);
      await pause(breath);
      type(':quit-all!\r');
      await Promise.race([ended, pause(patience, undefined, { ref: false })]);
      terminal.kill();
    },
  };
}

/** @param {string} file */
function readText(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/**
 * @param {string} name
 * @param {() => Promise<void>} step
 */
async function outcome(name, step) {
  try {
    await step();
    return `pass ${name}`;
  } catch (error) {
    return `fail ${name}: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/**
 * @param {string} what
 * @param {() => boolean} condition
 * @throws when it does not come true in time
 */
async function until(what, condition) {
  const end = Date.now() + patience;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`no ${what}`);
    await pause(100);
  }
}
