/** What fixes owe besides {@link damageOf}: one that is applied unasked ends its finding and brings no other. */
import type { Fix } from '../../server/src/lint/rule';
import { applyEdits, type Edit } from '../../server/src/text/edit';
import type { WorkspaceDocuments } from '../../server/src/workspace-documents';
import { damageOf } from './edit-statement';
import { offsetAfter } from './edited-texts';
import { isRevealed, type PlacedFinding } from './revealed';
import { findingsOf, openedWorkspace, openWorkspace, uriOf } from './workspace';

type Files = ReadonlyMap<string, string>;

/** What the slots that a fix inserts may bring: they are for the author to fill in. */
const ofSlots = /^(?:placeholder|stub-entry|unfilled-template|empty-)/;

/** What is wrong with all fixes of all findings of some files, or of one rule's, in words. */
export function faultsOfFixes(files: Files, rule?: string, day?: string): string[] {
  const before = findingsIn(openedWorkspace(files), files, day);
  const counts = counted(before);
  const seen = new Set<string>();
  const own = before.filter(({ finding }) => rule === undefined || finding.rule.name === rule);
  return own.flatMap(({ path, finding }) =>
    finding.fixes().flatMap((fix) => {
      if (!/^[A-Z]\S* \S/.test(fix.title)) return [`${finding.rule.name}: no title: "${fix.title}"`];
      const edits = editsOf(files, fix);
      if (![...edits.values()].some(({ length }) => length > 0))
        return [`${finding.rule.name}, "${fix.title}": changes nothing`];
      // one fix for several findings is looked at once
      const key = `${fix.title}${JSON.stringify([...edits])}`;
      if (seen.has(key)) return [];
      seen.add(key);
      const damage = damageOf({ files, edits, removes: fix.removes ?? 'nothing', anchors: fix.automatic });
      const faults =
        damage.length === 0 && fix.automatic
          ? unfinished(files, edits, { path, finding }, counts, day)
          : damage;
      return faults.map((fault) => `${finding.rule.name}, "${fix.title}": ${fault}`);
    }),
  );
}

function unfinished(
  files: Files,
  edits: ReturnType<typeof editsOf>,
  { path, finding: { rule, message, span } }: Pick<PlacedFinding, 'path' | 'finding'>,
  before: Counts,
  day: string | undefined,
): string[] {
  const after = new Map([...files].map(([path, text]) => [path, applyEdits(text, edits.get(path) ?? [])]));
  const left = findingsIn(openWorkspace(after), after, day);
  const found = counted(left);
  const faults: string[] = [];
  const correction = { rule: rule.name, edits };
  const ended =
    (found.messages.get(`${rule.name}: ${message}`) ?? 0) <
      (before.messages.get(`${rule.name}: ${message}`) ?? 0) ||
    (found.rules.get(rule.name) ?? 0) < (before.rules.get(rule.name) ?? 0) ||
    // what it reveals elsewhere may say the same
    (left.some((other) => other.finding.rule.name === rule.name && isRevealed(correction, other)) &&
      !left.some(
        ({ path: of, finding: other }) =>
          of === path &&
          other.rule.name === rule.name &&
          other.span.start === offsetAfter(edits.get(path) ?? [], span.start, 'before'),
      ));
  if (!ended) faults.push(`does not end "${message}"`);
  const brought = left.filter((other) => !isRevealed(correction, other));
  for (const [name, count] of counted(brought).loud)
    if (count > (before.loud.get(name) ?? 0) && !ofSlots.test(name)) faults.push(`brings ${name}`);
  return faults;
}

interface Counts {
  readonly rules: ReadonlyMap<string, number>;
  readonly messages: ReadonlyMap<string, number>;
  /** Errors and warnings by rule. */
  readonly loud: ReadonlyMap<string, number>;
}

function counted(findings: readonly PlacedFinding[]): Counts {
  const [rules, messages, loud] = [
    new Map<string, number>(),
    new Map<string, number>(),
    new Map<string, number>(),
  ];
  const add = (counts: Map<string, number>, key: string): void =>
    void counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { finding } of findings) {
    add(rules, finding.rule.name);
    add(messages, `${finding.rule.name}: ${finding.message}`);
    if (finding.severity === 'error' || finding.severity === 'warning') add(loud, finding.rule.name);
  }
  return { rules, messages, loud };
}

function findingsIn(documents: WorkspaceDocuments, files: Files, day: string | undefined): PlacedFinding[] {
  return [...files.keys()]
    .filter((path) => path.endsWith('.md'))
    .flatMap((path) => {
      const runbook = documents.runbook(uriOf(path));
      if (runbook === undefined) throw new Error(`no file ${path}`);
      return findingsOf(documents, path, day).map((finding) => ({ path, runbook, finding }));
    });
}

function editsOf(files: Files, fix: Fix): Map<string, readonly Edit[]> {
  return new Map(
    [...files.keys()].flatMap((path) => {
      const own = fix.edits.get(uriOf(path));
      return own === undefined ? [] : [[path, own] as const];
    }),
  );
}
