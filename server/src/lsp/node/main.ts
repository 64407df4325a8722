/** Entry of the language server as a Node process: `node dist/server.js --stdio`. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../../../package.json';
import { readText } from '../../disk/read-text';
import { today } from '../../disk/today';
import { toCanonicalUri } from '../../disk/paths';
import { Background } from '../background';
import { guardMessages } from '../message-guard';
import { serve } from '../server';
import { DiskFileSource } from './disk-file-source';

// a message that nobody expected must not end the session of somebody at work
process.on('uncaughtException', (error) => {
  console.error(`Unexpected error, the server goes on: ${error.stack ?? error.message}`);
});
process.on('unhandledRejection', (reason) => {
  console.error('Unexpected rejection, the server goes on:', reason);
});

const background = new Background();
serve(createConnection(ProposedFeatures.all, guardMessages(background)), {
  version,
  background,
  toCanonicalUri,
  createFileSource: (service) => new DiskFileSource(service, background),
  readText,
  today,
});
