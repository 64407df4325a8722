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

/** Name of a kind as people say it, or undefined for a document that Runbook has nothing to say about. */
export function kindName(kind: DocumentKind): string | undefined {
  return kindNames[kind];
}

const kindNames: Readonly<Record<DocumentKind, string | undefined>> = {
  playbook: 'Playbook',
  feature: 'Feature runbook',
  entry: 'Runbook entry',
  sot: 'SoT file',
  release: 'Release runbook',
  skill: 'Skill file',
  none: undefined,
};

/** @returns undefined when the item should not be shown. */
export function statusText(status: StatusState): StatusText | undefined {
  switch (status.state) {
    case 'hidden':
      return undefined;
    case 'starting':
      return {
        text: '$(loading~spin) Runbook: starting…',
        name: 'Runbook',
        detail: 'starting…',
        tooltip: 'The Runbook language server is starting. Click to see its output.',
        spoken: 'Runbook is starting',
        alarming: false,
        click: 'showOutput',
      };
    case 'stopped':
      return {
        text: '$(debug-disconnect) Runbook: stopped',
        name: 'Runbook',
        detail: 'stopped',
        tooltip:
          'The Runbook language server is not running: findings and phases are unavailable. Click to restart it.',
        spoken: 'Runbook is stopped. Activate to restart it',
        alarming: true,
        click: 'restart',
      };
    case 'document':
      return documentText(status.kind, status.reasons, status.counts);
  }
}

function documentText(
  kind: DocumentKind,
  reasons: readonly string[],
  counts: FindingCounts,
): StatusText | undefined {
  const name = kindName(kind);
  if (name === undefined) return undefined;
  const findings = findingsText(counts);
  return {
    text: `$(book) ${name}  ${findingsIcons(counts)}`,
    name,
    detail: findings,
    tooltip: [`${name} · ${findings}`, '', 'Recognised by:', ...reasons.map((reason) => `• ${reason}`)].join(
      '\n',
    ),
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
export function findingsText({ errors, warnings, infos }: FindingCounts): string {
  const parts = [
    [errors, 'error'],
    [warnings, 'warning'],
    [infos, 'information'],
  ] as const;
  const said = parts
    .filter(([count]) => count > 0)
    .map(([count, noun]) => `${String(count)} ${noun}${count > 1 && noun !== 'information' ? 's' : ''}`);
  return said.length === 0 ? 'no findings' : said.join(', ');
}
