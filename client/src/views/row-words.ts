/** The words of rows of the Phases tree, in the language of the editor. */
import { l10n } from 'vscode';
import type { OutlineState } from '../../../protocol/src/messages.js';
import type { RowWords } from './tree-row.js';

/** Says what icon, colour and box show. */
export const rowWords: RowWords = {
  state: stateWord,
  checked: (checked) => (checked ? l10n.t('checked') : l10n.t('not checked')),
  count: (done, total) => l10n.t('{0} of {1} checked', done, total),
  missing: (lacks) => l10n.t('missing: {0}', lacks),
  missingTitle: () => l10n.t('Missing:'),
};

function stateWord(state: OutlineState): string {
  switch (state) {
    case 'open':
      return l10n.t('not started');
    case 'started':
      return l10n.t('started');
    case 'done':
      return l10n.t('done');
    case 'blocked':
      return l10n.t('waiting');
  }
}
