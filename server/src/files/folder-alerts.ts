/** Takes in the alert files of a folder, where something in it makes these matter. Knows paths; nothing of YAML. */
import type { Affected, CoreService } from '../service';
import type { LoadedFolder, Pause } from './loaded-folder';

export interface AlertLoading {
  readonly service: CoreService;
  readonly pause: Pause;
  readonly signal: AbortSignal | undefined;
}

/** Looks into the files at these paths, which may hold alert rules. Returns whose findings may differ. */
export async function loadAlerts(
  loaded: LoadedFolder,
  paths: readonly string[],
  { service, pause, signal }: AlertLoading,
): Promise<Affected> {
  const affected = new Set<string>();
  if (!service.wantsAlerts(loaded.folder.uri)) return affected;
  loaded.hasAlerts = true;
  const own = paths.filter((path) => loaded.holds(loaded.files.uriOf(path)));
  for await (const [path, content] of loaded.read(own)) {
    signal?.throwIfAborted();
    for (const other of (await loaded.put(path, content)).affected) affected.add(other);
    await pause();
  }
  return affected;
}
