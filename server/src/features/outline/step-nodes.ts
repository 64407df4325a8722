/** Nodes for procedures and their steps, each with its commands and what verifies it. */
import type { OutlineAction, OutlineNode } from '../../../../protocol/src/messages';
import { numberItems } from '../../authoring/number-items';
import { verificationState } from '../../document/steps/verification-state';
import type { Procedure, Step } from '../../model/runbook';
import { firstFrom } from '../../text/span';
import { checkNodes, stateOf, tickedIn } from './check-nodes';
import { plain, unwrittenWords, type OutlineNodes, type PlacedNode } from './outline-nodes';
import { procedureNames } from './procedure-names';

/** The nodes of procedures that stand beside each other, each with those of its steps. */
export function procedureNodes(
  nodes: OutlineNodes,
  procedures: readonly Procedure[],
  under = '',
): PlacedNode[] {
  const names = procedureNames(nodes.runbook, procedures);
  return procedures.map((procedure) => ({
    span: procedure.span,
    node: procedureNode(nodes, procedure, names.get(procedure) ?? procedure.name, under),
  }));
}

function procedureNode(nodes: OutlineNodes, procedure: Procedure, label: string, under: string): OutlineNode {
  const id = nodes.id(`${under === '' ? '' : `${under}/`}procedure-${procedure.name}`);
  const { steps, span, nameSpan } = procedure;
  return nodes.node(id, {
    kind: procedure.role === 'rollback' ? 'rollback' : 'section',
    label,
    description: steps.length === 1 ? nodes.say`1 step` : nodes.say`${steps.length} steps`,
    span: { start: Math.min(nameSpan.start, span.start), end: span.end },
    words: nameSpan,
    children: stepNodes(nodes, id, procedure),
    marked: true,
    actions: stepListActions(nodes, procedure),
    target: { procedure },
  });
}

/** What can be done with the steps of a procedure as a whole. */
export function stepListActions({ runbook }: OutlineNodes, { form, steps }: Procedure): OutlineAction[] {
  const base = steps[0]?.number === '0' ? 0 : 1;
  const outOfOrder =
    form === 'list'
      ? numberItems(
          runbook,
          steps.flatMap(({ item }) => item ?? []),
        ).length > 0
      : steps.some(({ number }, index) => /^\d+$/.test(number) && Number(number) !== base + index);
  return outOfOrder ? ['add-step', 'renumber'] : ['add-step'];
}

/** The nodes of the steps of a procedure. */
export function stepNodes(nodes: OutlineNodes, under: string, procedure: Procedure): OutlineNode[] {
  return procedure.steps.map((step) => stepNode(nodes, under, step, procedure));
}

function stepNode(nodes: OutlineNodes, under: string, step: Step, procedure: Procedure): OutlineNode {
  const { say } = nodes;
  const { form, role } = procedure;
  const id = nodes.id(`${under}/step-${step.number}`);
  const words = plain(step.title);
  const state = verificationState(nodes.runbook, step);
  const children = [...commandNodes(nodes, id, step), ...verificationNodes(nodes, id, step)];
  const box = step.item?.box ?? null;
  const actions: OutlineAction[] = ['add-step', 'move'];
  // a row of a table has no room for one
  if (state === 'missing' && role === 'steps' && form !== 'table') actions.push('add-verification');
  return nodes.node(id, {
    kind: form === 'list' ? 'task' : 'step',
    label: form === 'list' ? words : say`Step ${step.number}: ${words}`,
    span: step.span,
    words: step.titleSpan,
    description: state === 'present' && step.verification.length > 0 ? say`verified` : '',
    children,
    marked: true,
    unwritten: state === 'unwritten' ? [say`verification to be filled in`] : [],
    actions,
    target: { procedure, step },
    box,
  });
}

function commandNodes(nodes: OutlineNodes, id: string, { commands }: Step): OutlineNode[] {
  const { fences, text } = nodes.runbook;
  return commands.flatMap(({ form, span, language }) => {
    if (form === 'inline') return [];
    const fence = fences[firstFrom(fences, span.start, (one) => one.span.start)];
    const content = fence?.span.start === span.start ? fence.content : span;
    const prompt = /^[ \t]*\$[ \t]+/.exec(text.slice(content.start, content.end))?.[0] ?? '';
    const words = form === 'prompt' ? { start: content.start + prompt.length, end: content.end } : content;
    const label = plain(
      text
        .slice(words.start, words.end)
        .trim()
        .split(/[\r\n]/)[0] ?? '',
    );
    return [
      nodes.node(nodes.id(`${id}/command`), {
        kind: 'command',
        label: label === '' ? nodes.say`command` : label,
        span,
        words,
        description: language,
      }),
    ];
  });
}

function verificationNodes(nodes: OutlineNodes, id: string, step: Step): OutlineNode[] {
  const [verification] = step.verification;
  if (verification === undefined) return [];
  const own = `${id}/verification`;
  const progress = tickedIn(nodes, verification);
  return [
    nodes.node(own, {
      kind: 'verification',
      label: nodes.say`Verification`,
      span: verification,
      words: verification,
      progress,
      ...(progress.total === 0 ? {} : { state: stateOf(progress) }),
      children: checkNodes(nodes, own, verification),
      unwritten: unwrittenWords(nodes.say, verificationState(nodes.runbook, step)),
    }),
  ];
}
