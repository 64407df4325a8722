/** Writes a proposal as the text of `.runbook.yaml`: what is certain as keys, what is not as comments that say how much it is. */
import type { HouseRole } from '../model/house-style';
import { counted } from '../text/counted';
import { requiredShare } from './infer-sections';
import { leastShare } from './outlines';
import type { Extent } from './extent';
import type { HouseStyle, Proposal, ProposedKind } from './propose';

/** What to do with what is unsure: take it in, or leave it in comments. */
export type Answer = 'all' | 'sure';

export interface WriteOptions {
  readonly answer: Answer;
  /** Path of the baseline. */
  readonly baseline: string;
  /** Globs of documents with other endings that are to be read too; empty for the usual ones. */
  readonly include: readonly string[];
  readonly mappings: readonly SetupMapping[];
}

/** Where addresses of alert rules lead, with how many of those that it is about lead to a document. */
export interface SetupMapping {
  readonly from: string;
  readonly to: string;
  readonly resolved: number;
  readonly total: number;
}

/** Rules whose new findings fail a check: what was there before is in the baseline. */
const gate = [
  'missing-section',
  'empty-section',
  'empty-verification',
  'empty-rollback',
  'missing-field',
  'invalid-field',
  'stale-review',
  'dangling-id',
  'malformed-id',
] as const;

/** Whether there is something to write. */
export function hasSetup({ kinds, known }: Proposal, answer: Answer): boolean {
  return known > 0 || kinds.some(({ sure }) => sure !== null || answer === 'all');
}

/** How many documents a kind takes in. */
export function takenIn({ sure, all }: ProposedKind, answer: Answer): number {
  return (answer === 'all' ? (all ?? sure) : sure)?.count ?? 0;
}

/** The text of the configuration file. */
export function writeSetup(
  { kinds, known }: Proposal,
  { answer, baseline, include, mappings }: WriteOptions,
): string {
  const lines = [
    '# What the documents of this workspace are, as "runbook-md init" found it. Change what does not fit;',
    '# house-styles.md and configuration.md explain all keys:',
    '# https://github.com/vscode-runbook/vscode-runbook/tree/main/docs',
    '',
    '# Findings that were there before. Only new ones fail a check.',
    `baseline: ${quoted(baseline)}`,
  ];
  if (include.length > 0)
    lines.push('', '# Which files to read.', 'include:', ...include.map((glob) => `  - ${quoted(glob)}`));
  if (known > 0)
    lines.push(
      '',
      `# ${counted(known, 'document')} more ${known === 1 ? 'is' : 'are'} recognised without being named here.`,
    );
  const open = kinds.filter((kind) => takenIn(kind, answer) > 0);
  const closed = kinds.filter((kind) => takenIn(kind, answer) === 0);
  if (open.length > 0) lines.push('', 'kinds:', ...open.flatMap((kind) => kindLines(kind, answer)));
  if (closed.length > 0) {
    lines.push(
      '',
      '# Documents that may be runbooks. Remove the "# " in front of the lines to take them in.',
    );
    if (open.length === 0) lines.push('# kinds:');
    for (const kind of closed) lines.push(...kindLines(kind, 'all').map((line) => `# ${line}`));
  }
  if (mappings.length > 0)
    lines.push(
      '',
      '# Where the addresses of runbooks in alert rules lead.',
      'addresses:',
      ...mappings.map(
        ({ from, to, resolved, total }) =>
          `  - { from: ${quoted(from)}, to: ${quoted(to)} } # ${String(resolved)} of ${String(total)} addresses lead to a document`,
      ),
    );
  lines.push(
    '',
    '# New findings of these rules are errors, so that they fail a check.',
    'rules:',
    ...gate.map((rule) => `  ${rule}: error`),
  );
  return `${lines.join('\n')}\n`;
}

function kindLines({ name, sure, all, style }: ProposedKind, answer: Answer): string[] {
  const taken = answer === 'all' ? (all ?? sure) : sure;
  if (taken === null) return [];
  const more = answer === 'sure' ? all : null;
  return [
    ...told(`${counted(taken.count, 'document')}, such as ${taken.examples.join(', ')}.`),
    ...(taken.leftOut.length === 0 ? [] : told(`Left out are, among others: ${taken.leftOut.join(', ')}.`)),
    ...(taken.untold === 0 ? [] : told(untoldWords(taken.untold))),
    `  - name: ${quoted(name)}`,
    ...filesLines(taken),
    ...(more === null ? [] : moreLines(more, more.count - taken.count)),
    ...styleLines(style),
  ];
}

function untoldWords(count: number): string {
  return `${String(count)} more ${count === 1 ? 'document is' : 'documents are'} alike, but no glob fits ${count === 1 ? 'it' : 'them'}: to take ${count === 1 ? 'it' : 'them'} in, name each path.`;
}

function filesLines({ files, title, headings }: Extent): string[] {
  const lines = files.length === 0 ? [] : ['    files:', ...files.map((glob) => `      - ${quoted(glob)}`)];
  if (title !== null) lines.push(`    title: ${quoted(title)}`);
  if (headings !== null)
    lines.push(
      '    headings:',
      `      atLeast: ${String(headings.atLeast)}`,
      '      of:',
      ...headings.of.map((name) => `        - ${quoted(name)}`),
    );
  return lines;
}

function moreLines(more: Extent, count: number): string[] {
  return [
    `    # ${counted(count, 'more document')} may be runbooks. To take them in, use these lines instead of those above:`,
    ...(more.untold === 0 ? [] : [`    # (${untoldWords(more.untold)})`]),
    ...filesLines(more).map((line) => line.replace(/^ {4}/, '    # ')),
  ];
}

function styleLines(style: HouseStyle): string[] {
  const { documents, titleFrom, sections, isOrdered, fields, ids } = style;
  const lines: string[] = titleFrom === 'h1' ? [] : [`    titleFrom: ${titleFrom}`];
  const roles = rolesOf(style);
  if (roles.length > 0) lines.push(`    roles: { ${roles.map((role) => `${role}: error`).join(', ')} }`);
  if (sections.length > 0)
    lines.push(
      `    # Required are those that 90 % of the documents have; behind each: how many of ${String(documents)}.`,
      '    sections:',
      ...sections.map(({ name, count }) => {
        const required = count >= documents * requiredShare ? ', required: true' : '';
        return `      - { name: ${quoted(name)}${required} } # ${String(count)}`;
      }),
    );
  if (isOrdered) lines.push('    order: fixed');
  if (fields.length > 0)
    lines.push(
      '    fields:',
      ...fields.map(({ name, count, sets, values, pattern }) => {
        const parts = [`name: ${quoted(name)}`];
        if (count >= documents * requiredShare) parts.push('required: true');
        if (sets !== null) parts.push(`sets: ${sets}`);
        if (values !== null) parts.push(`values: { ${values}: true }`);
        else if (pattern !== null) parts.push(`values: { pattern: ${quoted(pattern)} }`);
        return `      - { ${parts.join(', ')} } # ${String(count)}`;
      }),
    );
  if (ids !== null) lines.push(`    ids: ${quoted(ids)}`);
  const rare = rareRoles(style);
  if (rare.length > 0)
    lines.push(
      `    # Not asked for, since few documents have it: ${rare.map(([role, count]) => `${role} (${String(count)})`).join(', ')}.`,
    );
  return lines;
}

/** What is asked for by role: what nearly all documents have, where no section stands for it. */
function rolesOf({ documents, roles, sections }: HouseStyle): readonly HouseRole[] {
  if (documents < 5 || sections.some(({ count }) => count >= documents * requiredShare)) return [];
  return [...roles].flatMap(([role, count]) =>
    role !== 'owner' && role !== 'review' && count >= documents * requiredShare ? [role] : [],
  );
}

function rareRoles({ documents, roles }: HouseStyle): readonly (readonly [HouseRole, number])[] {
  if (documents < 5) return [];
  return [...roles].filter(([, count]) => count < documents * leastShare);
}

/** A comment of one or more lines. */
function told(text: string): string[] {
  const lines: string[] = [];
  let line = '  #';
  for (const word of text.split(' ')) {
    if (line.length + word.length > 118 && line !== '  #') {
      lines.push(line);
      line = '  #';
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}

/** A double-quoted scalar, which YAML and JSON write alike. */
function quoted(text: string): string {
  return JSON.stringify(text);
}
