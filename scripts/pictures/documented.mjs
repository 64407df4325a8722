/** Which surfaces README and docs show, in both themes: where a picture is, which page names it, and what is in it. */

/** @type {Readonly<Record<string, { page: string, words: string }>>} */
export const documented = {
  overview: {
    page: 'README.md',
    words: 'A playbook in the editor with a finding, a hover and the Phases view',
  },
  'alert-findings': {
    page: 'docs/alerts.md',
    words: 'Alert rules in the editor, with what is wrong in the Problems panel',
  },
  'preview-playbook': {
    page: 'docs/preview.md',
    words: 'The preview of a playbook, with boxes and how many are ticked',
  },
  'run-step': {
    page: 'docs/run.md',
    words:
      'A step of a run: its commands, how to verify it, what comes next, the rollback and the escalation',
  },
  report: { page: 'docs/command-line.md', words: 'The report of the examples in the editor' },
};

/** The themes of these pictures, which pages choose by what their reader prefers. */
export const documentedThemes = /** @type {const} */ (['light', 'dark']);

/**
 * Where a picture is.
 * @param {string} surface
 * @param {string} theme
 * @returns {string} from the project's folder, with `/`
 */
export function documentedFile(surface, theme) {
  return `docs/images/${surface}-${theme}.png`;
}
