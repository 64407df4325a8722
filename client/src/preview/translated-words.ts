/** The words that the preview adds, in the language of the editor. */
import { l10n } from 'vscode';
import type { PreviewWords } from './preview-words.js';

export function translatedWords(): PreviewWords {
  return {
    ticked: l10n.t('Done'),
    open: l10n.t('Not done'),
    placeholder: l10n.t('To be filled in'),
    link: (id, title) => (title === '' ? id : `${id}: ${title}`),
    deprecated: (id, title) =>
      title === '' ? l10n.t('{0}. Deprecated', id) : l10n.t('{0}: {1}. Deprecated', id, title),
    missing: l10n.t('not defined'),
    missingId: (id) => l10n.t('{0} is not defined in this workspace', id),
    progress: (done, total) => l10n.t('{0} of {1} checked', done, total),
    copy: l10n.t('Copy'),
    copyCommands: l10n.t('Copy these commands'),
    copied: l10n.t('Copied'),
    notCopied: l10n.t('Could not copy'),
  };
}
