/** Entry of the language server as a Node process: `node dist/server.js --stdio`, or `--no-cache` with it. */
import { constants } from 'node:os';
import { createConnection, ProposedFeatures, StreamMessageWriter } from 'vscode-languageserver/node';
import { version } from '../../../../package.json';
import { withoutAlias } from '../../disk/aliases';
import { cacheFolder } from '../../disk/cache-folder';
import { DiskHost } from '../../disk/disk-host';
import { DiskTexts } from '../../disk/disk-texts';
import { toPath } from '../../disk/paths';
import { readProgram } from '../../disk/program';
import { openSnapshots } from '../../disk/open-snapshots';
import { SharedJournals } from '../../disk/shared-journals';
import { today } from '../../files/today';
import { DiskWorkLog, workLogFolder } from '../../disk/work-log';
import { toCanonicalUri } from '../../files/canonical-uri';
import { WorkspaceFiles } from '../../files/workspace-files';
import { MemoryJournals } from '../../run/journal-store';
import { ruleOptions } from '../../service';
import { Answers } from '../answers';
import { Background } from '../background';
import { guardMessages } from '../message-guard';
import { serve } from '../server';
import { WorkspaceFileSource } from '../workspace-file-source';
import { GuardedMessageReader } from './message-reader';
import { nextTurn } from './next-turn';
import { makeRoom, releaseMemory, spareMemory } from './release-memory';

// an unexpected message must not end the session of a user at work
process.on('uncaughtException', (error) => {
  console.error(`Unexpected error, the server continues: ${error.stack ?? error.message}`);
});
process.on('unhandledRejection', (reason) => {
  console.error('Unexpected rejection, the server continues:', reason);
});

const background = new Background(nextTurn);
const caches = process.argv.includes('--no-cache') ? null : cacheFolder();
const program = caches === null ? null : readProgram([__filename]);
const snapshots = caches === null || program === null ? null : openSnapshots(caches, program);
const workLog =
  caches === null || program === null
    ? null
    : new DiskWorkLog({ folder: workLogFolder(caches), program, ends: 1 });
process.on('exit', () => workLog?.end());
// a signal ends the process as it should, but not in the middle of a document: that may never come to its end, and then it
// is the document that is to be named
if (workLog !== null) {
  handleSignals(true);
  workLog.onBusy = (isBusy) => {
    handleSignals(!isBusy);
  };
}

const texts = new DiskTexts();
const answers = new Answers(new StreamMessageWriter(process.stdout));
const guard = guardMessages(background, answers);
const reader = new GuardedMessageReader(process.stdin, {
  refuse: (refusal) => {
    answers.refuse(refusal);
  },
  onEnd: async (problem) => {
    if (problem !== null) console.error(problem);
    // a client may say all that it has to say and be gone: it is answered as one that stays
    await background.turn();
    if (guard.isShutDown) await answers.allGiven;
    process.exit(guard.isShutDown && problem === null ? 0 : 1);
  },
});
serve(createConnection(ProposedFeatures.all, reader, answers, guard.options), {
  version,
  background,
  toCanonicalUri,
  withoutAlias,
  createFileSource: (service, { today: now, language }) => {
    const files = new WorkspaceFiles(new DiskHost({ texts, pace: background }), service, ruleOptions, {
      pace: background,
      onCold: spareMemory,
      ...(snapshots === null ? {} : { snapshots: { ...snapshots, today: now, terms: language, texts } }),
    });
    return new WorkspaceFileSource(files, {
      toCanonicalUri,
      nameOf: (uri) => toPath(uri) ?? uri,
      say: service.say,
    });
  },
  createJournals: (folder) => {
    const path = toPath(folder);
    return path === null ? new MemoryJournals() : new SharedJournals(path);
  },
  readText: (uri) => texts.read(uri),
  savedText: (uri) => texts.saved(uri),
  makeRoom,
  releaseMemory,
  today,
  ...(workLog === null ? {} : { workLog }),
});

function handleSignals(areHandled: boolean): void {
  for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const)
    if (areHandled) process.on(signal, leave);
    else process.off(signal, leave);
}

function leave(signal: NodeJS.Signals): void {
  process.exit(128 + constants.signals[signal]);
}
