/** Entry of the language server as a web worker. It has no disk: files and storage are those of its client. */
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { version } from '../../../../package.json';
import { toCanonicalUri } from '../../files/canonical-uri';
import { FolderSnapshots } from '../../files/folder-snapshots';
import { today } from '../../files/today';
import { WorkspaceFiles } from '../../files/workspace-files';
import { ruleOptions } from '../../service';
import { Answers } from '../answers';
import { Background } from '../background';
import { guardMessages } from '../message-guard';
import { serve } from '../server';
import { WorkspaceFileSource } from '../workspace-file-source';
import { ClientFiles, type Requests } from './client-files';
import { ClientHost } from './client-host';
import { ClientJournals } from './client-journals';
import { ClientStore } from './client-store';
import { nextTurnByMessages } from './next-turn';
import { sha256 } from './sha256';

/** Replaced by the digest of the bundle when it is built: what other code has worked out may be something else. */
const fingerprint = '@@BUNDLE_DIGEST@@';

// an unexpected error must not end the session of a user at work: unhandled, it ends the worker
self.addEventListener('error', (event) => {
  event.preventDefault();
  console.error(`Unexpected error, the server continues: ${event.message}`);
});
self.addEventListener('unhandledrejection', (event) => {
  event.preventDefault();
  console.error('Unexpected rejection, the server continues:', event.reason);
});

const background = new Background(nextTurnByMessages());
const answers = new Answers(new BrowserMessageWriter(self));
const guard = guardMessages(background, answers);
const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(self),
  answers,
  guard.options,
);
const requests: Requests = {
  sendRequest: (method, params) => connection.sendRequest<unknown>(method, params),
};
// only secure contexts have digests, without which nothing is saved
const snapshots =
  'subtle' in crypto
    ? new FolderSnapshots(new ClientStore(requests, sha256), { name: 'web', fingerprint }, sha256)
    : null;
serve(connection, {
  version,
  background,
  toCanonicalUri,
  createJournals: () => new ClientJournals(requests, 'locks' in navigator ? navigator.locks : null),
  createFileSource: (service, { today: now, language }) => {
    const host = new ClientHost(new ClientFiles(requests));
    const files = new WorkspaceFiles(host, service, ruleOptions, {
      pace: background,
      ...(snapshots === null
        ? {}
        : { snapshots: { snapshots, digest: sha256, today: now, terms: language, texts: null } }),
    });
    return new WorkspaceFileSource(files, { toCanonicalUri, nameOf: (uri) => uri, say: service.say });
  },
  today,
});
