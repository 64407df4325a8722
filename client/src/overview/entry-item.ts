/** The rows of the Entries view, in words and icons. Nothing is said by a colour alone. */
import { ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri, l10n } from 'vscode';
import { commandIds } from '../../../protocol/src/contributions.js';
import { prefixIcons } from '../views/prefix-icons.js';
import { ageLimits, type EntryGroup, type Grouping, type LocatedEntry } from './entry-groups.js';

const groupIcons: Readonly<Record<Grouping, string>> = {
  prefix: 'symbol-namespace',
  file: 'file',
  owner: 'person',
  age: 'history',
};

/** The row of a group, open at first where it is said to be. */
export function groupItem({ key, name, entries }: EntryGroup, by: Grouping, isOpen: boolean): TreeItem {
  const { Expanded, Collapsed } = TreeItemCollapsibleState;
  const item = new TreeItem(groupLabel(name, by), isOpen ? Expanded : Collapsed);
  // the editor remembers by the id which ones were closed before
  item.id = isOpen ? `${key} open` : key;
  item.description = String(entries.length);
  item.iconPath = new ThemeIcon((by === 'prefix' ? prefixIcons[name] : undefined) ?? groupIcons[by]);
  item.contextValue = 'group';
  item.accessibilityInformation = {
    label: l10n.t('{0}, {1} entries', groupLabel(name, by), entries.length),
  };
  return item;
}

function groupLabel(name: string, by: Grouping): string {
  if (by === 'owner' && name === '') return l10n.t('No owner');
  if (by !== 'age') return name;
  if (name === '') return l10n.t('No date of a test');
  const at = ageLimits.findIndex((limit) => String(limit) === name);
  const before = ageLimits[at - 1];
  if (before === undefined) return l10n.t('Tested within {0} days', name);
  if (ageLimits[at] === Infinity) return l10n.t('Tested more than {0} days ago', before);
  return l10n.t('Tested {0} to {1} days ago', before + 1, name);
}

/** The row of a part of a long list. */
export function partItem(key: string, entries: readonly LocatedEntry[]): TreeItem {
  const label = l10n.t('{0} to {1}', entries[0]?.id ?? '', entries.at(-1)?.id ?? '');
  const item = new TreeItem(label, TreeItemCollapsibleState.Collapsed);
  item.id = key;
  item.description = String(entries.length);
  item.contextValue = 'group';
  return item;
}

/** The row of an entry. Trees cannot strike through: an icon and a word say that it is deprecated. */
export function entryItem(entry: LocatedEntry): TreeItem {
  const { key, id, title, uri, range, label } = entry;
  const item = new TreeItem(`${id} ${title}`.trim(), TreeItemCollapsibleState.None);
  const facts = factsOf(entry, countWords);
  // a menu that is open finds its row by it, wherever the entry is meanwhile
  item.id = key;
  // the icon says what is counted; in a narrow view the word would be cut off
  item.description = [...factsOf(entry, String), ...entry.runs.slice(0, 1)].join(' · ');
  item.tooltip = [`${id} ${title}`.trim(), ...facts, ...detailsOf(entry), label].join('\n');
  item.iconPath = iconOf(entry);
  item.contextValue = [
    'entry',
    ...(entry.deprecated || !entry.hasBody ? [] : ['inForce']),
    ...(entry.prefix === 'RUN' && entry.hasBody ? ['run'] : []),
  ].join(' ');
  item.accessibilityInformation = {
    label: [`${id} ${title}`.trim(), ...facts, ...detailsOf(entry)].join(', '),
  };
  item.command = {
    command: commandIds.revealOutlineNode,
    title: l10n.t('Go to Entry'),
    arguments: [Uri.parse(uri, true), range],
  };
  return item;
}

function countWords(findings: number): string {
  return findings === 1 ? l10n.t('1 finding') : l10n.t('{0} findings', findings);
}

/** What matters most, short and first. */
function factsOf(
  { deprecated, stub, findings }: LocatedEntry,
  counted: (findings: number) => string,
): string[] {
  return [
    ...(deprecated ? [l10n.t('deprecated')] : []),
    ...(stub ? [l10n.t('template text')] : []),
    ...(findings === 0 ? [] : [counted(findings)]),
  ];
}

function detailsOf({ status, owner, days, runs }: LocatedEntry): string[] {
  return [
    ...(status === '' ? [] : [l10n.t('Status: {0}', status)]),
    ...(owner === '' ? [] : [l10n.t('Owner: {0}', owner)]),
    ...(days === null ? [] : [l10n.t('Last tested {0} days ago', days)]),
    ...runs,
  ];
}

function iconOf({ deprecated, stub, severity }: LocatedEntry): ThemeIcon {
  if (deprecated) return new ThemeIcon('circle-slash', new ThemeColor('disabledForeground'));
  if (severity === 'error') return new ThemeIcon('error', new ThemeColor('problemsErrorIcon.foreground'));
  if (severity === 'warning')
    return new ThemeIcon('warning', new ThemeColor('problemsWarningIcon.foreground'));
  if (severity === 'information') return new ThemeIcon('info', new ThemeColor('problemsInfoIcon.foreground'));
  return new ThemeIcon(stub ? 'circle-large-outline' : 'pass');
}
