/** Command "Open the Examples": a copy of the example documents, in a window of its own. */
import { FileSystemError, Uri, commands, workspace, type ExtensionContext } from 'vscode';

/**
 * The copy is made once for each version of the extension and stays as the user leaves it.
 * Throws when the storage of the extension cannot be written.
 */
export async function openExamples({ extension, globalStorageUri }: ExtensionContext): Promise<void> {
  const copy = Uri.joinPath(globalStorageUri, `examples-${versionOf(extension.packageJSON)}`);
  if (!(await exists(copy))) {
    await workspace.fs.createDirectory(globalStorageUri);
    await workspace.fs.copy(Uri.joinPath(extension.extensionUri, 'examples'), copy);
  }
  await commands.executeCommand('vscode.openFolder', copy, { forceNewWindow: true });
}

function versionOf(manifest: unknown): string {
  const isManifest = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return isManifest ? String(manifest.version) : 'latest';
}

async function exists(folder: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(folder);
    return true;
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
}
