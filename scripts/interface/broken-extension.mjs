/** The built extension with a part of it that does not do its work, as it may be on somebody's machine. */
import { copyFileSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inProject } from '../support/project.mjs';

const parts = ['package.json', 'package.nls.json', 'l10n', 'media', 'snippets', 'syntaxes', 'schemas'];

/**
 * @param {string} folder to lay it out in
 * @param {string} part of `dist`
 * @param {string | null} text instead of what is built; null for a file that is missing
 * @returns {{ folder: string, mend: () => void }}
 */
export function brokenExtension(folder, part, text) {
  for (const name of parts) cpSync(inProject(name), path.join(folder, name), { recursive: true });
  const dist = path.join(folder, 'dist');
  mkdirSync(dist, { recursive: true });
  for (const name of ['extension.js', 'client.js', 'on-demand.js', 'server.js', 'preview.js'])
    copyFileSync(inProject('dist', name), path.join(dist, name));
  const broken = path.join(dist, part);
  if (text === null) rmSync(broken);
  else writeFileSync(broken, text);
  return {
    folder,
    mend: () => {
      copyFileSync(inProject('dist', part), broken);
    },
  };
}
