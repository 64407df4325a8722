/** Which alert rules lead to a document, and to what in it. Knows nothing of YAML. */
import { rememberOf } from '../text/remember';
import type { AlertSummary, AlertTarget } from './alert-summary';
import { definitionMeant, documentMeant } from './alert-target';
import type { LocatedAlert } from './alerts-index';
import type { Summary } from './summary';
import type { WorkspaceView } from './workspace-view';

/** An alert rule that leads to a document. */
export interface AlertLead {
  readonly alert: LocatedAlert;
  /** Key of the entry that it leads to; empty for another place. */
  readonly key: string;
  /** Fragment of the place, lower case; empty for the document as a whole. */
  readonly fragment: string;
}

/** The alert rules that lead to a document, by file and place. Costs the number of alert files and of what is found. */
export function leadsTo(document: Summary, workspace: WorkspaceView): readonly AlertLead[] {
  const leads: AlertLead[] = [];
  const keys = new Set(document.definitions.map(({ key }) => key));
  const own = [...keys].filter((key) => workspace.definition(key)?.uri === document.uri);
  const folded = document.path.toLowerCase();
  for (const file of workspace.alerts.files()) {
    const { byId, byPath } = waysOut(file);
    const found = new Map<string, AlertLead>();
    const put = (alert: AlertSummary, key: string, fragment: string): void => {
      const lead = { alert: { ...alert, uri: file.uri }, key, fragment: key === '' ? fragment : '' };
      const at = `${String(alert.range.start.line)} ${String(alert.range.start.character)}`;
      const place = `${at} ${key} ${lead.fragment}`;
      if (!found.has(place)) found.set(place, lead);
    };
    for (const key of own) for (const alert of byId.get(key) ?? []) put(alert, key, '');
    for (const { alert, target } of byPath.get(folded) ?? []) {
      if (documentMeant(target, file.folder, workspace)?.uri !== document.uri) continue;
      put(alert, entryMeant(document, target.fragment, workspace), target.fragment);
    }
    leads.push(...[...found.values()].sort((a, b) => compare(a.alert, b.alert)));
  }
  return leads.sort((a, b) => (a.alert.uri < b.alert.uri ? -1 : a.alert.uri > b.alert.uri ? 1 : 0));
}

interface WaysOut {
  readonly byId: ReadonlyMap<string, readonly AlertSummary[]>;
  /** By path in lower case. */
  readonly byPath: ReadonlyMap<
    string,
    readonly { readonly alert: AlertSummary; readonly target: AlertTarget }[]
  >;
}

/** Where the alerts of a file lead. */
const waysOut = rememberOf(({ alerts }: Summary): WaysOut => {
  const byId = new Map<string, AlertSummary[]>();
  const byPath = new Map<string, { alert: AlertSummary; target: AlertTarget }[]>();
  for (const alert of alerts) {
    for (const key of alert.ids) append(byId, key, alert);
    for (const target of alert.targets)
      for (const path of target.paths) append(byPath, path.toLowerCase(), { alert, target });
  }
  return { byId, byPath };
});

function append<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [item]);
  else known.push(item);
}

/** Key of the entry that a fragment means, or a document as a whole that is about one entry; empty for none. */
function entryMeant(document: Summary, fragment: string, workspace: WorkspaceView): string {
  if (fragment === '') return onlyEntry(document);
  const meant = definitionMeant(fragment, workspace);
  if (meant?.uri === document.uri) return meant.key;
  const named = document.definitions.find(
    ({ slug, anchors }) => slug === fragment || anchors.includes(fragment),
  );
  return named?.key ?? '';
}

/** Key of the entry that all of a document is; empty where it is more or something else. */
export function onlyEntry({ kind, definitions }: Summary): string {
  const keys = new Set(definitions.filter(({ form }) => form !== 'fence').map(({ key }) => key));
  const [key] = keys;
  return kind === 'entry' && keys.size === 1 && key !== undefined ? key : '';
}

function compare({ range: a }: AlertSummary, { range: b }: AlertSummary): number {
  return a.start.line - b.start.line || a.start.character - b.start.character;
}
