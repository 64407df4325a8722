/** What the status items say about a document: pure text, tested without an editor. */
import type { DocumentKind } from '../../protocol/src/messages.js';

/** Number of findings of each severity; hints are not counted. */
export interface FindingCounts {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

/** The one thing that the item stands for at a time. */
export type StatusState =
  | { readonly state: 'hidden' | 'starting' | 'stopped' }
  | {
      readonly state: 'document';
      readonly kind: DocumentKind;
      /** The name of the workspace's own kind, if it is of one. */
      readonly ownKind?: string | undefined;
      readonly reasons: readonly string[];
      readonly counts: FindingCounts;
    };

export interface StatusText {
  /** Text with codicons: `$(book) Playbook  $(warning) 2`. */
  readonly text: string;
  /** The same in two parts, for the list of what is known of the editor's language: `Playbook`, `2 warnings`. */
  readonly name: string;
  readonly detail: string;
  /** Plain text of several lines. */
  readonly tooltip: string;
  /** What a screen reader says. */
  readonly spoken: string;
  /** Whether the item gets the background of errors: not for findings, which are the author's daily bread. */
  readonly alarming: boolean;
  /** What a click does. */
  readonly click: 'explain' | 'restart' | 'showOutput';
}

/** Says English texts in the language of the editor, as `vscode.l10n` does. */
export interface Localizer {
  t(message: string, ...args: readonly (string | number)[]): string;
}

/** Name of a kind as people say it, or undefined for a document that Runbook has nothing to say about. */
export function kindName(kind: DocumentKind, l10n: Localizer): string | undefined {
  switch (kind) {
    case 'playbook':
      return l10n.t('Playbook');
    case 'feature':
      return l10n.t('Feature runbook');
    case 'entry':
      return l10n.t('Runbook entry');
    case 'sot':
      return l10n.t('SoT file');
    case 'release':
      return l10n.t('Release runbook');
    case 'house':
      return l10n.t('Own kind');
    case 'run':
      return l10n.t('Run file');
    case 'skill':
      return l10n.t('Skill file');
    case 'none':
      return undefined;
  }
}

/** @returns undefined when the item should not be shown. */
export function statusText(status: StatusState, l10n: Localizer): StatusText | undefined {
  switch (status.state) {
    case 'hidden':
      return undefined;
    case 'starting':
      return {
        text: `$(loading~spin) ${l10n.t('Runbook: starting…')}`,
        name: 'Runbook',
        detail: l10n.t('starting…'),
        tooltip: l10n.t('The Runbook language server is starting. Click to see its output.'),
        spoken: l10n.t('Runbook is starting'),
        alarming: false,
        click: 'showOutput',
      };
    case 'stopped':
      return {
        text: `$(debug-disconnect) ${l10n.t('Runbook: stopped')}`,
        name: 'Runbook',
        detail: l10n.t('stopped'),
        tooltip: l10n.t(
          'The Runbook language server is not running: findings and phases are unavailable. Click to restart it.',
        ),
        spoken: l10n.t('Runbook is stopped. Activate to restart it'),
        alarming: true,
        click: 'restart',
      };
    case 'document':
      return documentText(status, l10n);
  }
}

function documentText(
  { kind, ownKind, reasons, counts }: Extract<StatusState, { state: 'document' }>,
  l10n: Localizer,
): StatusText | undefined {
  const name = ownKind ?? kindName(kind, l10n);
  if (name === undefined) return undefined;
  const findings = findingsText(counts, l10n);
  return {
    text: `$(book) ${name}  ${findingsIcons(counts)}`,
    name,
    detail: findings,
    tooltip: [
      `${name} · ${findings}`,
      '',
      l10n.t('Recognised by:'),
      ...reasons.map((reason) => `• ${reason}`),
    ].join('\n'),
    spoken: `${name}, ${findings}`,
    alarming: false,
    click: 'explain',
  };
}

function findingsIcons({ errors, warnings, infos }: FindingCounts): string {
  const parts = [
    ...(errors > 0 ? [`$(error) ${String(errors)}`] : []),
    ...(warnings > 0 ? [`$(warning) ${String(warnings)}`] : []),
    ...(infos > 0 ? [`$(info) ${String(infos)}`] : []),
  ];
  return parts.length === 0 ? '$(check)' : parts.join(' ');
}

/** `1 error, 2 warnings`, or `no findings`. */
export function findingsText({ errors, warnings, infos }: FindingCounts, l10n: Localizer): string {
  const parts: string[] = [];
  if (errors > 0) parts.push(errors === 1 ? l10n.t('1 error') : l10n.t('{0} errors', errors));
  if (warnings > 0) parts.push(warnings === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', warnings));
  if (infos > 0) parts.push(l10n.t('{0} information', infos));
  return parts.length === 0 ? l10n.t('no findings') : parts.join(', ');
}
