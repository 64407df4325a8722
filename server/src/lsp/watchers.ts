/** What of the workspace's files a client is asked to tell of, and which of them may make a difference by their names. */
import { WatchKind, type FileSystemWatcher } from 'vscode-languageserver';

export const watchers: FileSystemWatcher[] = [
  { globPattern: '**/*.{md,markdown,MD,Md}' },
  { globPattern: '**/{.runbook.yaml,.gitignore}' },
  // files with alert rules
  { globPattern: '**/*.{yaml,yml,tpl}' },
  // baselines by their usual names; those of others are looked for now and then
  { globPattern: '**/*baseline*.json' },
  // a folder that goes is told of once, not file by file
  { globPattern: '**', kind: WatchKind.Delete },
];

/** Whether a change of a file may make a difference, whatever it holds: documents, configurations, styles and baselines. */
export function isWatched(uri: string): boolean {
  return /\.(?:md|markdown|ya?ml|tpl|gitignore|json)$/i.test(uri);
}
