/** Where this platform keeps what programs must not lose. Knows nothing of what is kept there. */
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** The absolute path of our folder for state, which need not exist: below `XDG_STATE_HOME` where that is set. */
export function stateFolder(
  platform: NodeJS.Platform = process.platform,
  environment: Readonly<Partial<Record<string, string>>> = process.env,
): string {
  const chosen = environment['XDG_STATE_HOME'] ?? '';
  if (isAbsolute(chosen)) return join(chosen, 'runbook');
  if (platform !== 'win32') return join(homedir(), '.local', 'state', 'runbook');
  const local = environment['LOCALAPPDATA'] ?? '';
  return join(isAbsolute(local) ? local : join(homedir(), 'AppData', 'Local'), 'runbook', 'State');
}
