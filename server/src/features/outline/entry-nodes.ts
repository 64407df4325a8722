/** The nodes of entries: of a runbook what an operator looks for in it, in a SoT file by prefix with owner and age. */
import type { OutlineNode, OutlineNodeKind } from '../../../../protocol/src/messages';
import { daysBetween, readDate } from '../../document/fields/dates';
import { lastTestedKeys, lastUpdatedKeys } from '../../document/fields/date-fields';
import { entryField, saysNothing } from '../../document/fields/entry-field';
import { wordsAt } from '../../document/fields/fields';
import { ownerKeys } from '../../document/entries/owner-keys';
import { partState } from '../../document/sections/part-state';
import { rollbackState } from '../../document/sections/rollback-plan';
import type { Entry, Part, Runbook } from '../../model/runbook';
import { groupBy } from '../../text/group-by';
import { encloses } from '../../text/span';
import { checkNodes, stateOf, tickedIn } from './check-nodes';
import { inOrder, plain, unwrittenWords, type OutlineNodes, type PlacedNode } from './outline-nodes';
import { type Words, words } from '../../text/say';
import { ageWords } from '../shared/age-words';
import { procedureNodes } from './step-nodes';

/** Parts of an entry that have a row of their own besides its procedures. */
const shownRoles: Readonly<Partial<Record<Part['role'], OutlineNodeKind>>> = {
  trigger: 'trigger',
  prerequisites: 'prerequisites',
  escalation: 'escalation',
  rollback: 'rollback',
};

/** The node of an entry with those of its parts. */
export function entryNode(nodes: OutlineNodes, entry: Entry): OutlineNode {
  const { runbook, say } = nodes;
  const id = nodes.id(`entry-${entry.id.text}`);
  const procedures = runbook.procedures.filter(({ span }) => encloses(entry.span, span));
  const children: PlacedNode[] = procedureNodes(nodes, procedures, id);
  for (const part of entry.parts) {
    const kind = shownRoles[part.role];
    const covered = procedures.some(({ nameSpan }) => nameSpan.start === part.nameSpan.start);
    if (kind === undefined || covered || part.item !== null) continue;
    if (children.some(({ node }) => node.kind === kind)) continue;
    children.push({ span: part.span, node: partNode(nodes, id, part, kind) });
  }
  const { words, detail } = factsOf(nodes, entry);
  const rollback = entry.parts.find(({ role }) => role === 'rollback');
  return nodes.node(id, {
    kind: 'entry',
    label: entry.title === '' ? entry.id.text : `${entry.id.text}: ${plain(entry.title)}`,
    description: entry.stub ? say`template text` : entry.deprecated === null ? words : say`deprecated`,
    detail: entry.stub ? '' : detail,
    span: entry.span,
    words: { start: entry.idSpan.start, end: Math.max(entry.titleSpan.end, entry.idSpan.end) },
    prefix: entry.id.prefix,
    children: inOrder(children),
    marked: true,
    unwritten:
      !entry.stub && rollbackState(runbook, rollback) === 'unwritten' ? [say`rollback to be filled in`] : [],
    actions: entry.id.prefix === 'DEP' && rollback === undefined ? ['add-rollback'] : [],
    target: { entry },
  });
}

function partNode(nodes: OutlineNodes, under: string, part: Part, kind: OutlineNodeKind): OutlineNode {
  const { runbook } = nodes;
  const id = nodes.id(`${under}/${kind}`);
  const progress = tickedIn(nodes, part.content);
  const state = kind === 'rollback' ? rollbackState(runbook, part) : partState(runbook, part);
  return nodes.node(id, {
    kind,
    label: part.name,
    span: part.span,
    words: part.nameSpan,
    description:
      progress.total > 0 || part.empty ? '' : nodes.firstWords(part.content).replace(/^[-+>] /, ''),
    progress,
    ...(progress.total === 0 ? {} : { state: stateOf(progress) }),
    children: checkNodes(nodes, id, part.content),
    marked: true,
    unwritten: unwrittenWords(nodes.say, state),
  });
}

/** `46 d · Data Team · last run 2026-11-02, 41 min, succeeded`, and what is for a tooltip only. */
function factsOf(
  { runbook, say, today, runsOf }: OutlineNodes,
  entry: Entry,
): { readonly words: string; readonly detail: string } {
  const owner = valueOf(runbook, entry, ownerKeys);
  const tested = dateOf(runbook, entry, lastTestedKeys, today);
  const updated = dateOf(runbook, entry, lastUpdatedKeys, today);
  const age = tested ?? updated;
  const runs = runsOf(entry.id.text);
  return {
    words: [age === null ? '' : say`${age.days} d`, plain(owner), runs?.changes ?? '', runs?.last ?? '']
      .filter((one) => one !== '')
      .join(' · '),
    detail: [
      owner === '' ? '' : say`Owner: ${plain(owner)}`,
      tested === null ? '' : say`Last tested ${tested.date} (${ageWords(say, tested.days)})`,
      updated === null ? '' : say`Last updated ${updated.date} (${ageWords(say, updated.days)})`,
      ...(runs?.difference ?? []),
    ]
      .filter((one) => one !== '')
      .join('\n'),
  };
}

/** The value of a field without its tail; empty when it says nothing. */
function valueOf(runbook: Runbook, entry: Entry, keys: readonly string[]): string {
  const value = entryField(runbook, entry, keys)?.value;
  return value == null || saysNothing(runbook, value) ? '' : wordsAt(runbook, value.token);
}

function dateOf(
  runbook: Runbook,
  entry: Entry,
  keys: readonly string[],
  today: string,
): { readonly date: string; readonly days: number } | null {
  const value = entryField(runbook, entry, keys)?.value;
  const date = readDate(value == null ? '' : wordsAt(runbook, value.span).replace(/^[\s*_`"']+/, '')).iso;
  const days = date === '' ? -1 : daysBetween(date, today);
  return days < 0 ? null : { date, days };
}

/** What groups are called; others as the navigation names them. */
const groupNames: Readonly<Record<string, Words>> = {
  DEP: words`Deployments`,
  GTM: words`Go-to-Market`,
  RUN: words`Runbooks`,
  MON: words`Monitoring`,
  RISK: words`Risks`,
  TEST: words`Tests`,
  BR: words`Business Rules`,
};

/** The entries of a file by prefix, in the order in which the prefixes come. */
export function groupNodes(nodes: OutlineNodes, entries: readonly Entry[]): PlacedNode[] {
  return Array.from(
    groupBy(entries, ({ id }) => id.prefix),
    ([prefix, own]): PlacedNode => {
      const band = nodes.runbook.bands.find((one) => one.prefix === prefix)?.name ?? '';
      const known = groupNames[prefix];
      const name =
        known === undefined ? plain(band.charAt(0).toUpperCase() + band.slice(1)) : nodes.say(known);
      const [first] = own;
      const span = { start: first?.span.start ?? 0, end: own.at(-1)?.span.end ?? 0 };
      const node = nodes.node(nodes.id(`group-${prefix}`), {
        kind: 'group',
        label: name === '' ? prefix : `${prefix}: ${name}`,
        description: String(own.length),
        span,
        words: first?.idSpan ?? span,
        prefix,
        children: own.map((entry) => entryNode(nodes, entry)),
      });
      return { span, node };
    },
  );
}
