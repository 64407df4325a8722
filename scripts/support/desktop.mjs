/**
 * Finds the desktop VS Code that someone asked for instead of the embedded editor.
 */
import { existsSync } from 'node:fs';
import { downloadAndUnzipVSCode, resolveCliPathFromVSCodeExecutablePath } from '@vscode/test-electron';

/**
 * @param {string} wanted path of an executable, or a version to download: `stable`, `insiders`, `1.91.0`
 * @param {(message: string) => void} report
 * @returns {Promise<string>} path of the executable
 * @throws when it does not exist or cannot be downloaded
 */
export async function desktopExecutable(wanted, report) {
  if (existsSync(wanted)) return wanted;
  if (/[\\/]/.test(wanted)) throw new Error(`RUNBOOK_VSCODE names ${wanted}, which does not exist.`);
  report(`Downloading VS Code ${wanted} …`);
  return downloadAndUnzipVSCode(wanted);
}

/**
 * The `code` command that belongs to an executable; the executable itself where there is none beside it.
 * @param {string} executable
 * @returns {string}
 */
export function desktopCommandLine(executable) {
  const commandLine = resolveCliPathFromVSCodeExecutablePath(executable);
  return existsSync(commandLine) ? commandLine : executable;
}
