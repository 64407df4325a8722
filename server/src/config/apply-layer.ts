/** Lays what one configuration file says over what holds above its folder. Knows nothing of YAML and of disks. */
import { shortestPath } from '../text/paths';
import type {
  Configuration,
  ConfigurationLayer,
  PrefixSetting,
  RuleOverride,
  RuleSettings,
} from './configuration';
import { mergeRuleSettings } from './configured-files';
import { moveGlob } from './glob';

/**
 * The configuration of `folder` (POSIX style, relative to the workspace folder, empty for that itself).
 * Maps override by key, lists are appended; `include` replaces, because what is nearer narrows what is above.
 */
export function applyLayer(base: Configuration, layer: ConfigurationLayer, folder: string): Configuration {
  const move = (globs: readonly string[]): readonly string[] => globs.map((glob) => moveGlob(folder, glob));
  return {
    extends: [],
    join: folder === '' ? (layer.join ?? base.join) : base.join,
    prefixes: mergeMaps(base.prefixes, movePrefixes(layer.prefixes, folder)),
    kinds: mergeKinds(base.kinds, layer.kinds, folder),
    words: mergeWords(base.words, layer.words),
    language: append(base.language, layer.language),
    include: layer.include === undefined ? base.include : move(layer.include),
    exclude: append(base.exclude, layer.exclude && move(layer.exclude)),
    templates: append(base.templates, layer.templates && move(layer.templates)),
    rules: mergeRules(base.rules, layer.rules),
    overrides: append(base.overrides, [
      ...rulesAsOverride(base, layer, folder),
      ...(layer.overrides ?? []).map(({ files, rules }) => ({ files: move(files), rules })),
    ]),
    procedures: append(base.procedures, layer.procedures),
    categories: mergeMaps(base.categories, layer.categories),
    statuses: mergeMaps(base.statuses, layer.statuses),
    staleAfterDays: layer.staleAfterDays ?? base.staleAfterDays,
    profile: layer.profile ?? base.profile,
    baseline: folder === '' ? (layer.baseline ?? base.baseline) : base.baseline,
    alerts: mergeAlerts(base.alerts, layer.alerts, folder),
    addresses: append(
      base.addresses,
      layer.addresses?.map(({ from, to }) => ({ from, to: resolvePath(folder, to) })),
    ),
    imports: folder === '' ? append(base.imports, layer.imports) : base.imports,
    run: mergeRun(base.run, layer.run, folder),
  };
}

/** A terminal that is switched off stays off. */
function mergeRun(
  base: Configuration['run'],
  over: ConfigurationLayer['run'],
  folder: string,
): Configuration['run'] {
  if (over === undefined) return base;
  return {
    record: over.record === null ? base.record : resolvePath(folder, over.record),
    terminal: over.terminal ?? base.terminal,
  };
}

/** Files add up; every other list of a nested file takes the place of the one above it. */
function mergeAlerts(
  base: Configuration['alerts'],
  over: ConfigurationLayer['alerts'],
  folder: string,
): Configuration['alerts'] {
  if (over === undefined) return base;
  const above = base ?? { files: [], annotations: null, labels: null, paging: null, team: null };
  const files = over.files?.map((glob) => moveGlob(folder, glob));
  return { ...above, ...over, files: append(above.files, files) };
}

/** Kinds of a nested file take the place of those of the same name above it, and hold below its folder only. */
function mergeKinds(
  base: Configuration['kinds'],
  over: Configuration['kinds'] | undefined,
  folder: string,
): Configuration['kinds'] {
  if (over === undefined) return base;
  const names = new Set(over.map(nameOf).filter((name) => name !== null));
  const kept = base.filter((item) => !names.has(nameOf(item) ?? ''));
  return append(
    kept.length === base.length ? base : kept,
    over.map((item) => moveKind(item, folder)),
  );
}

function nameOf(item: Configuration['kinds'][number]): string | null {
  return 'name' in item ? item.name : null;
}

function moveKind(item: Configuration['kinds'][number], folder: string): Configuration['kinds'][number] {
  if (!('name' in item)) return { files: moveGlob(folder, item.files), kind: item.kind };
  const { files, template } = item;
  const globs = files.length === 0 && folder !== '' ? ['**'] : files;
  return {
    ...item,
    files: globs.map((glob) => moveGlob(folder, glob)),
    template: template === null ? null : resolvePath(folder, template),
  };
}

/** Words add up; what is nearer takes away what is added above, and the other way round. */
function mergeWords(
  base: Configuration['words'],
  over: Configuration['words'] | undefined,
): Configuration['words'] {
  if (over === undefined) return base;
  const merged = new Map(base);
  for (const [role, { add, remove }] of over) {
    const above = base.get(role) ?? { add: [], remove: [] };
    merged.set(role, {
      add: [...above.add.filter((word) => !remove.includes(word)), ...add],
      remove: [...above.remove.filter((word) => !add.includes(word)), ...remove],
    });
  }
  return merged;
}

/** The rules of a nested file must win over the overrides above it, which are looked at after all rules. */
function rulesAsOverride(
  base: Configuration,
  { rules }: ConfigurationLayer,
  folder: string,
): readonly RuleOverride[] {
  if (rules === undefined || base.overrides.length === 0) return [];
  return [{ files: [moveGlob(folder, '**')], rules }];
}

function mergeRules(base: RuleSettings, over: RuleSettings | undefined): RuleSettings {
  if (over === undefined) return base;
  const merged = new Map(base);
  for (const [rule, setting] of over) {
    const above = base.get(rule);
    merged.set(rule, above === undefined ? setting : mergeRuleSettings(above, setting));
  }
  return merged;
}

function mergeMaps<V>(
  base: ReadonlyMap<string, V>,
  over: ReadonlyMap<string, V> | undefined,
): ReadonlyMap<string, V> {
  return over === undefined ? base : new Map([...base, ...over]);
}

/** Keeps `base` itself when nothing is added, so that what is compiled for it is not compiled again. */
function append<T>(base: readonly T[], more: readonly T[] | undefined): readonly T[] {
  return more === undefined || more.length === 0 ? base : [...base, ...more];
}

function movePrefixes(
  prefixes: Configuration['prefixes'] | undefined,
  folder: string,
): Configuration['prefixes'] | undefined {
  if (prefixes === undefined) return undefined;
  const moved = new Map<string, PrefixSetting>();
  for (const [prefix, { owner }] of prefixes) {
    moved.set(prefix, { owner: owner === null ? null : resolvePath(folder, owner) });
  }
  return moved;
}

/** `path`, relative to `folder`, as one relative to the workspace folder; `..` at its start leads out of that. */
function resolvePath(folder: string, path: string): string {
  return shortestPath(`${folder}/${path}`);
}
