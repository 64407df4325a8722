/** Which tabs show Markdown documents rendered. VS Code tells of most of them only by their label. */
import { TabInputCustom, TabInputWebview, window, type Tab } from 'vscode';
import { candidateFor } from './candidate-for.js';

/** Whether a tab is a preview of Markdown, whatever document it shows. */
export function isPreview({ input }: Tab): boolean {
  return (
    (input instanceof TabInputWebview && input.viewType.endsWith('markdown.preview')) ||
    (input instanceof TabInputCustom && input.viewType.startsWith('vscode.markdown.'))
  );
}

/** Whether there is one. */
export function hasPreviewTab(): boolean {
  return window.tabGroups.all.some(({ tabs }) => tabs.some(isPreview));
}

/**
 * The URI of the document that a preview shows, out of some that it may be, the most likely one last; undefined where it is
 * none of them, or the tab is no preview.
 */
export function previewedIn(tab: Tab, candidates: readonly string[]): string | undefined {
  if (!isPreview(tab)) return undefined;
  if (tab.input instanceof TabInputCustom) return tab.input.uri.toString();
  return candidateFor(tab.label, candidates);
}
