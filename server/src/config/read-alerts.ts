/** Reads `alerts`, `addresses` and `imports`: what is known of alert rules and of where their runbooks are. Knows no disks. */
import { words } from '../text/say';
import type { AddressSetting, AlertSettings, ImportSetting } from './configuration';
import { readGlobs, readKnown, readNames } from './read-values';
import { relativePath } from './relative-path';
import { ofItem, ofKey } from './value-words';
import type { YamlReader } from './yaml-reader';

const alertKeys = ['files', 'annotations', 'labels', 'paging', 'team'] as const;

/** What is said of alert rules; a list that is left out stays as it is. */
export function readAlertSettings(reader: YamlReader, node: unknown): Partial<AlertSettings> {
  const known = readKnown(reader, node, ofKey('alerts'), alertKeys);
  const settings: { -readonly [K in keyof AlertSettings]?: AlertSettings[K] } = {};
  if (known.has('files')) settings.files = readGlobs(reader, known.get('files'), 'files');
  for (const name of ['annotations', 'labels', 'paging', 'team'] as const)
    if (known.has(name)) settings[name] = readNames(reader, known.get(name), name);
  return settings;
}

/** The pairs of an address and the files that it leads to, with a problem for each that cannot be one. */
export function readAddresses(reader: YamlReader, node: unknown): readonly AddressSetting[] {
  return reader.items(node, ofKey('addresses')).flatMap((item) => {
    const known = readKnown(reader, item, ofItem('addresses'), ['from', 'to'] as const);
    const missing = (['from', 'to'] as const).filter((name) => !known.has(name));
    if (missing.length > 0) {
      if (reader.isMap(item)) reader.report(reader.spanOf(item), ofItem('addresses').lacks(missing));
      return [];
    }
    const from = reader.text(known.get('from'), words`"from" must be a string.`);
    const to = reader.text(known.get('to'), words`"to" must be a string.`);
    const path = to === null ? null : relativePath(reader, to);
    if (from === null || to === null || path === null) return [];
    const unknown = slotsIn(path).find((slot) => !slotsIn(from.text).includes(slot));
    if (unknown === undefined) return [{ from: from.text, to: path }];
    reader.report(to.span, words`${unknown} does not occur in "from", so it is unknown what it stands for.`);
    return [];
  });
}

/** `{name}` and the like; `{{ … }}` is literal text of a template. */
function slotsIn(text: string): readonly string[] {
  return text.replace(/\{\{[^{}]{0,200}\}\}/g, '').match(/\{[a-z]\w{0,40}\}/gi) ?? [];
}

/** The lists of identifiers of other repositories. */
export function readImports(reader: YamlReader, node: unknown): readonly ImportSetting[] {
  return reader.texts(node, ofKey('imports')).flatMap((written) => {
    const path = relativePath(reader, written);
    return path === null ? [] : [{ path: path.replace(/^(?:\.\/)+/, ''), span: written.span }];
  });
}
