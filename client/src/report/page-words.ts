/** What the report page says, in the language of the editor. */
import { l10n } from 'vscode';
import type { PageWords } from './page-messages.js';

/** The words; `{0}` and `{1}` are left to the page to fill in. */
export function pageWords(): PageWords {
  return {
    title: l10n.t('Runbook Report'),
    exportAs: l10n.t('Export as {0}'),
    missing: l10n.t('What is missing'),
    graph: l10n.t('Who leads where'),
    graphHelp: l10n.t(
      'Each box is an entry, each arrow leads to what it names. Arrow keys move from box to box, Enter opens the entry.',
    ),
    graphEmpty: l10n.t('No entry names another one.'),
    graphAround: l10n.t('Around the entry'),
    graphAll: l10n.t('all entries'),
    graphCut: l10n.t('What is around {0}, of {1} entries.'),
    zoomIn: l10n.t('Zoom In'),
    zoomOut: l10n.t('Zoom Out'),
    leadsTo: l10n.t('Leads to: {0}'),
    comesFrom: l10n.t('Named by: {0}'),
    deprecated: l10n.t('deprecated'),
    nothing: l10n.t('none'),
  };
}
