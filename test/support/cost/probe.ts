/**
 * A program: does what users do in the workspace of `workspace.ts`, and prints what each step costs as JSON.
 * `scripts/cost/measure.mjs` bundles and runs it; its argument is an empty folder.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { benchToday } from '../../../bench/workspace/words.mjs';
import { run } from '../../../server/src/cli/run';
import { DiskHost } from '../../../server/src/disk/disk-host';
import { DiskTexts } from '../../../server/src/disk/disk-texts';
import { toUri } from '../../../server/src/disk/paths';
import { WorkspaceFiles } from '../../../server/src/files/workspace-files';
import { createRunbookService, ruleOptions, type Affected } from '../../../server/src/service';
import { costOf, countRules, type Cost } from './counters';
import {
  alertPath,
  costWorkspace,
  foreignFolder,
  longestPath,
  longestText,
  longPath,
  namedId,
  namedPath,
  notePath,
} from './workspace';

const times = 9;

const folder = path.resolve(process.argv[2] ?? '');
const files = costWorkspace();
for (const [file, text] of files) {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}
countRules();

const texts = new DiskTexts();
const service = createRunbookService({ today: () => benchToday }, { readText: (uri) => texts.read(uri) });
const costs: Record<string, Cost> = {
  // the first time everything is compiled
  'a check': await costOf(2, () => check(folder)),
  'a check of documentation that is not ours': await costOf(2, () => check(path.join(folder, foreignFolder))),
  'opening the workspace': await costOf(1, open),
  'a key in a long runbook': await costOf(times, type(longPath, textOf(longPath))),
  'a key in a note': await costOf(times, type(notePath, textOf(notePath))),
  'a key in an alert file': await costOf(times, type(alertPath, textOf(alertPath))),
  'an edit that renames an identifier': await costOf(times, rename),
  'a key in 5,000 lines': await costOf(times, type(longestPath, longestText(), ' leads here')),
};
process.stdout.write(JSON.stringify(costs));

/** The command line, without what an earlier check left. */
async function check(place: string): Promise<void> {
  let said = '';
  const terminal = {
    out: (text: string) => (said += text),
    error: (text: string) => (said += text),
    colors: false,
  };
  const args = ['check', place, '--no-cache', '--format', 'json', '--today', benchToday];
  const code = await run(args, terminal, { rulePages: '', cache: null });
  if (code !== 0 && code !== 1) throw new Error(said);
}

/** As a server does it: everything is read and judged. */
async function open(): Promise<void> {
  service.setFolders([{ uri: toUri(folder), name: 'cost' }]);
  const workspace = new WorkspaceFiles(new DiskHost({ texts }), service, ruleOptions);
  for (const root of service.layout.folders) await workspace.load(root);
  judge(new Set(service.uris()));
}

/** A letter more each time in front of some words, in the middle of a document, and the findings that it may change. */
function type(file: string, text: string, words = ' '): (time: number) => void {
  const place = text.indexOf(words, text.length / 2);
  return (time) => {
    change(file, time, `${text.slice(0, place)}${'e'.repeat(time + 1)}${text.slice(place)}`);
  };
}

/** Another identifier each time. */
function rename(time: number): void {
  change(namedPath, time, textOf(namedPath).replaceAll(namedId, `RUN-90${time}`));
}

function change(file: string, version: number, text: string): void {
  judge(service.openDocument(toUri(path.join(folder, file)), version, text));
}

function judge(uris: Affected): void {
  for (const uri of uris) service.plainFindings(uri);
}

function textOf(file: string): string {
  const text = files.get(file);
  if (text === undefined) throw new Error(`there is no ${file}`);
  return text;
}
