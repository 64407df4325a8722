/** Whether something is there. */
import { FileSystemError, workspace, type Uri } from 'vscode';

/** Whether there is a file or a folder of this URI. Throws when the file system cannot tell. */
export async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
}
