/** Where this platform keeps what programs can make again. Knows nothing of what is kept there. */
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Partial<Record<string, string>>>;
  /** May throw where the user has no home. */
  readonly home: () => string;
}

/** The surroundings of this process. */
const hereAndNow: Surroundings = {
  platform: process.platform,
  environment: process.env,
  home: homedir,
};

/**
 * The absolute path of our folder in the place for caches, which need not exist: below `XDG_CACHE_HOME` where that is
 * set, else where the platform has it. Null where the user has no such place.
 */
export function cacheFolder({ platform, environment, home }: Surroundings = hereAndNow): string | null {
  const chosen = environment['XDG_CACHE_HOME'] ?? '';
  if (isAbsolute(chosen)) return join(chosen, 'runbook');
  try {
    if (platform === 'win32') {
      const local = environment['LOCALAPPDATA'] ?? '';
      return join(isAbsolute(local) ? local : join(home(), 'AppData', 'Local'), 'runbook', 'Cache');
    }
    return platform === 'darwin'
      ? join(home(), 'Library', 'Caches', 'runbook')
      : join(home(), '.cache', 'runbook');
  } catch {
    return null;
  }
}
