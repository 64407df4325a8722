/** Which changes of a loaded folder make it be searched again. Knows names of files; nothing of what is in them. */
import { configurationFileName } from '../config/configuration';
import { mayHoldDocuments } from './document-name';
import { ignoreFileName } from './ignore-rules';
import type { LoadedFolder } from './loaded-folder';

/** Whether a file at a path may say what other files are to the folder, so that all of it is to be searched again. */
export function isRule({ rules }: LoadedFolder, path: string): boolean {
  const name = nameOf(path);
  if (name === ignoreFileName || name === configurationFileName) return true;
  return [...rules.extendedFiles, ...rules.imported].some((one) => one.path === path);
}

/** Whether a folder is at a path: one that was renamed brings its documents without a word on each of them. */
export async function isFolder({ files }: LoadedFolder, path: string): Promise<boolean> {
  return mayHoldDocuments(nameOf(path)) && (await files.isFolder(path));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
