/** What of the workspace's files a client is asked to tell of. */
import { WatchKind, type FileSystemWatcher } from 'vscode-languageserver';

export const watchers: FileSystemWatcher[] = [
  { globPattern: '**/*.{md,markdown,MD,Md}' },
  { globPattern: '**/{.runbook.yaml,.gitignore}' },
  // baselines by their usual names; those of others are looked for now and then
  { globPattern: '**/*baseline*.json' },
  // and styles that others extend, by theirs
  { globPattern: '**/*{runbook,house,style}*.{yaml,yml}' },
  // a folder that goes is told of once, not file by file
  { globPattern: '**', kind: WatchKind.Delete },
];
