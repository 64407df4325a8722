/** Command "Go to Entry": a list of all ids and titles, which shows each place while someone moves through it. */
import {
  TabInputText,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  l10n,
  window,
  workspace,
  type QuickPickItem,
  type Tab,
  type TextEditor,
} from 'vscode';
import type { EntriesResult } from '../../../protocol/src/overview.js';
import { toRange } from '../to-range.js';
import { locate, type LocatedEntry } from './entry-groups.js';
import type { LiveAnswer } from './live-answer.js';

interface EntryItem extends QuickPickItem {
  readonly entry: LocatedEntry;
}

/** Milliseconds on an item before its place is shown: who moves on quickly opens nothing. */
const restTime = 80;

/** Settles when someone went to an entry or backed out; then the editor is as it was. */
export async function goToEntry(answer: LiveAnswer<EntriesResult>): Promise<void> {
  const pick = window.createQuickPick<EntryItem>();
  pick.title = l10n.t('Go to Entry');
  pick.placeholder = l10n.t('An ID or words of a title');
  pick.matchOnDescription = true;
  pick.busy = true;
  const before = window.activeTextEditor;
  const tabs = new Set(textTabs().map(uriOfTab));
  const selection = before?.selection;
  const visible = before?.visibleRanges[0];
  const done = { moved: false, previewed: false, accepted: false };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hidden = new Promise<void>((resolve) => {
    pick.onDidHide(() => {
      resolve();
    });
  });
  pick.onDidChangeActive(([item]) => {
    clearTimeout(timer);
    // the first one is active by itself: nobody has moved yet
    const isFirst = !done.moved;
    done.moved = true;
    if (item === undefined || isFirst) return;
    timer = setTimeout(() => {
      done.previewed = true;
      void show(item.entry, true).catch(() => undefined);
    }, restTime);
  });
  pick.onDidAccept(() => {
    const [item] = pick.activeItems;
    done.accepted = item !== undefined;
    pick.hide();
    if (item !== undefined) void show(item.entry, false);
  });
  pick.show();
  try {
    const all = await answer.get();
    pick.items = (all === undefined ? [] : locate(all)).map(toItem);
    pick.busy = false;
    await hidden;
  } finally {
    clearTimeout(timer);
    pick.dispose();
  }
  if (done.accepted || !done.previewed) return;
  if (before !== undefined) await restore(before, selection, visible);
  // what was looked at only
  await window.tabGroups.close(
    textTabs().filter((tab) => tab.isPreview && !tabs.has(uriOfTab(tab))),
    true,
  );
}

function textTabs(): Tab[] {
  return window.tabGroups.all.flatMap(({ tabs }) =>
    tabs.filter(({ input }) => input instanceof TabInputText),
  );
}

function uriOfTab({ input }: Tab): string {
  return input instanceof TabInputText ? input.uri.toString() : '';
}

function toItem(entry: LocatedEntry): EntryItem {
  const { id, title, label, deprecated } = entry;
  return {
    label: deprecated ? `$(circle-slash) ${id}` : id,
    description: deprecated ? `${title} (${l10n.t('deprecated')})` : title,
    detail: label,
    entry,
  };
}

async function show({ uri, range }: LocatedEntry, isPreview: boolean): Promise<void> {
  const document = await workspace.openTextDocument(Uri.parse(uri, true));
  const place = toRange(range);
  const editor = await window.showTextDocument(document, {
    selection: place,
    preserveFocus: isPreview,
    preview: isPreview,
  });
  editor.revealRange(place, TextEditorRevealType.InCenterIfOutsideViewport);
}

async function restore(
  { document, viewColumn }: TextEditor,
  selection: TextEditor['selection'] | undefined,
  visible: TextEditor['visibleRanges'][number] | undefined,
): Promise<void> {
  const editor = await window.showTextDocument(document, {
    viewColumn: viewColumn ?? ViewColumn.Active,
    ...(selection === undefined ? {} : { selection }),
  });
  if (visible !== undefined) editor.revealRange(visible, TextEditorRevealType.AtTop);
}
