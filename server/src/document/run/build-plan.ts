/** Makes the plan of a run out of a runbook: the questions that rules and views ask of it too, put in order. */
import { hasBody } from '../../model/entry';
import type { Part, Procedure, Runbook, Section } from '../../model/runbook';
import { rememberOf } from '../../text/remember';
import { encloses, type Span } from '../../text/span';
import { titleSpanOf } from '../document-title';
import { wordsAt } from '../fields/fields';
import { deploymentSection } from '../sections/release-sections';
import { isProcedural } from '../steps/judged-procedure';
import { defaultConfiguration } from '../../config/configuration';
import type { PlanPhase, PlanWords, RunPlan } from './plan';
import { escalationsOf } from './plan-escalation';
import { boxesBeside, closingParts, gateFrom, postOf, prerequisitesOf } from './plan-gates';
import { goNoGoIn } from './plan-decisions';
import { emptyPhase, readSteps, type Found } from './plan-found';
import { diagnosesIn, mitigationsIn, proceduresIn, stepsOfSection } from './plan-passages';
import { playbookPlan, rolloutPhases } from './plan-phases';
import { wholeRollback } from './plan-rollbacks';
import { asides, partsOf, scopeOf, sectionAround, wholeOf, type PlanScope } from './plan-scope';
import { itemsToConfirm } from './plan-boxes';
import { plainIn, wordsIn } from './plan-words';

/** Whether documents of a kind may hold something to run: which, {@link runnableIn} tells of each. */
export function mayHoldRuns(kind: Runbook['kind']['kind']): boolean {
  return kind !== 'none' && kind !== 'run' && kind !== 'skill';
}

/** What of a document can be run: itself (null) or its entries by id. */
export const runnableIn = rememberOf((runbook: Runbook): readonly (string | null)[] => {
  const { kind } = runbook.kind;
  if (!mayHoldRuns(kind) || runbook.unread || runbook.passedBound !== null) return [];
  if (kind === 'playbook' || kind === 'feature' || kind === 'release') return [null];
  const entries = runbook.entries
    .filter(
      (entry) =>
        hasBody(entry) &&
        !entry.stub &&
        entry.deprecated === null &&
        isProcedural(entry, defaultConfiguration),
    )
    .filter((entry) => runbook.procedures.some((one) => encloses(wholeOf(runbook, entry), one.span)))
    .map(({ id }) => id.text);
  return entries.length > 0 ? [...new Set(entries)] : kind === 'house' && holdsWork(runbook) ? [null] : [];
});

/** Whether a page of a house has a plan, without making it: lenses ask after each key. */
function holdsWork(runbook: Runbook): boolean {
  if (runbook.phases.length > 0) return planOf(runbook, null) !== null;
  const scope = scopeOf(runbook, null);
  return scope !== null && (carriedOut(scope).length > 0 || passagesOf(scope).length > 0);
}

/** The plan of a document (null) or of one of its entries; null where there is nothing to carry out. */
export function planOf(runbook: Runbook, entry: string | null): RunPlan | null {
  const plans = plansOf(runbook);
  const known = plans.get(entry);
  if (known !== undefined) return known;
  const scope = scopeOf(runbook, entry);
  const plan = scope === null ? null : build(scope);
  plans.set(entry, plan);
  return plan;
}

const plansOf = rememberOf<Runbook, Map<string | null, RunPlan | null>>(() => new Map());

function build(scope: PlanScope): RunPlan | null {
  const { entry } = scope;
  const found = playbookPlan(scope) ?? plainPlan(scope);
  const { taken } = found;
  const outside = [...taken, ...asides(scope).map(({ span }) => span)];
  const whole = wholeRollback(
    scope,
    taken,
    found.phases.filter(({ key }) => key !== ''),
    `r${String(found.rollbacks.length + 1)}`,
  );
  const ways = whole === null ? [] : [whole.id];
  const rollbackSpans = partsOf(scope, 'rollback', taken).map(({ span }) => span);
  const prerequisites = prerequisitesOf(scope, [...taken, ...rollbackSpans]);
  const post = postOf(scope, [...taken, ...rollbackSpans]);
  const before = partsOf(scope, 'prerequisites', taken).map(({ span }) => span);
  const after = partsOf(scope, 'post', taken).filter(({ from }) => entry !== null || from === 'heading');
  closingParts(scope, [...outside, ...rollbackSpans, ...before, ...after.map(({ span }) => span)]).forEach(
    (part) => {
      insertClosing(scope, found, part);
    },
  );
  if (found.phases.every(({ steps, gate }) => steps.length === 0 && gate === null)) return null;
  if (!found.phases.some(({ steps }) => steps.length > 0)) return null;
  const { when, levels } = escalationsOf(scope, taken);
  return {
    entry: entry?.id.text ?? null,
    title: titleOf(scope),
    purpose: purposeOf(scope, taken),
    prerequisites,
    phases: found.phases.map((phase) => ({ ...phase, rollback: phase.rollback ?? ways[0] ?? null })),
    rollbacks: whole === null ? found.rollbacks : [...found.rollbacks, whole],
    rollback: ways[0] ?? null,
    when,
    escalation: levels,
    post,
  };
}

/** A section of boxes behind the work, as a phase without steps. */
function insertClosing({ runbook }: PlanScope, { phases }: Found, part: Part): void {
  const id = `p${String(phases.length + 1)}`;
  const gate = gateFrom(`${id}.g`, part.name, itemsToConfirm(runbook, part.content));
  if (gate !== null) phases.push({ ...emptyPhase(id, part.name), gate });
}

/** Sections of steps, one a phase, of documents and entries without phases. */
function plainPlan(scope: PlanScope): Found {
  const found: Found = { phases: [], rollbacks: [], taken: [] };
  const sections = passagesOf(scope);
  const procedures = carriedOut(scope).filter(
    ({ span }) => !sections.some((section) => encloses(section.span, span)),
  );
  const works = [...sections, ...procedures].sort((a, b) => a.span.start - b.span.start);
  for (const work of works) {
    const id = `p${String(found.phases.length + 1)}`;
    const phase =
      'children' in work ? sectionPhase(scope, work, id, found) : stepsPhase(scope, work, id, found);
    found.phases.push(works.length > 1 ? phase : { ...phase, title: '' });
  }
  rolloutPhases(scope, found);
  const [first] = found.phases;
  if (first?.title === '' && found.phases.length > 1)
    found.phases.splice(0, 1, { ...first, title: procedures[0]?.name ?? '' });
  return found;
}

/** Sections that are carried out as they stand: a diagnosis; where a page of a house has no steps, what mends. */
function passagesOf(scope: PlanScope): readonly Section[] {
  const { runbook, entry } = scope;
  const isPage = entry === null && runbook.kind.kind === 'house';
  if (entry === null && !isPage) return [];
  const diagnoses = diagnosesIn(scope);
  if (!isPage) return diagnoses;
  const mitigations = mitigationsIn(scope).filter((one) => proceduresIn(runbook, one).length === 0);
  return [
    ...diagnoses,
    ...mitigations.filter((one) => !diagnoses.some(({ span }) => encloses(span, one.span))),
  ];
}

function sectionPhase(scope: PlanScope, section: Section, id: string, found: Found): PlanPhase {
  const { heading, span } = section;
  const title = heading === null ? '' : plainIn(scope.runbook, heading.titleSpan);
  const steps = stepsOfSection(scope, section, id, found);
  found.taken.push(span);
  return { ...emptyPhase(id, title), steps };
}

function stepsPhase(scope: PlanScope, procedure: Procedure, id: string, found: Found): PlanPhase {
  const { runbook } = scope;
  const whole = procedure.fence?.span ?? procedure.span;
  const { body } = sectionAround(runbook, whole);
  const steps = readSteps(scope, procedure, id, found);
  const own = { start: body.start, end: Math.max(body.end, procedure.span.end) };
  found.taken.push(whole, body);
  return {
    ...emptyPhase(id, procedure.name),
    steps,
    decision: goNoGoIn(runbook, own, `${id}.d`, procedure.span.start),
    gate: gateFrom(`${id}.g`, procedure.name, boxesBeside(runbook, own, [whole])),
  };
}

/** The procedures that are carried out from start to end, not those that answer one symptom each. */
function carriedOut(scope: PlanScope): readonly Procedure[] {
  const { runbook, span, entry } = scope;
  const all = runbook.procedures.filter((one) => encloses(span, one.span) && one.role !== 'rollback');
  const back = partsOf(scope, 'rollback', []).filter((part) => part.item === null);
  const forth = all.filter((one) => !back.some((part) => encloses(part.span, one.span)));
  if (entry !== null) return withoutAnswers(forth);
  const deployment = deploymentSection(runbook);
  const deployed =
    deployment === null || runbook.kind.kind !== 'feature'
      ? []
      : forth.filter((one) => encloses(deployment.span, one.span));
  if (deployed.length > 0) return deployed;
  const outside = asides(scope);
  return withoutAnswers(forth.filter((one) => !outside.some((section) => encloses(section.span, one.span))));
}

/** Lists in which nothing promises steps are left out where others have them. */
function withoutAnswers(procedures: readonly Procedure[]): readonly Procedure[] {
  const meant = procedures.filter(
    ({ role, form }) => role === 'steps' || (form !== 'list' && form !== 'table'),
  );
  return meant.length > 0 ? meant : procedures;
}

function titleOf({ runbook, entry }: PlanScope): string {
  if (entry !== null) return entry.title === '' ? entry.id.text : entry.title;
  const feature = runbook.labels.find(({ key, value }) => key === 'feature name' && value !== null)?.value;
  if (runbook.kind.kind === 'feature' && feature != null) return plainIn(runbook, feature.span);
  const title = plainIn(runbook, titleSpanOf(runbook));
  return title.replace(/^(?:playbook|release runbook|runbook):\s*/i, '') || runbook.path;
}

/** Goal, trigger or scope, the first that says something; else the first words of the document. */
function purposeOf(scope: PlanScope, inside: readonly Span[]): PlanWords[] {
  const { runbook, span, entry } = scope;
  for (const role of ['objective', 'trigger', 'scope'] as const) {
    const part = partsOf(scope, role, inside).find(
      ({ content, empty }) => !empty && content.end - content.start < 4000,
    );
    const words = part === undefined ? [] : wordsIn(runbook, part.content);
    if (words.length > 0 && part !== undefined && !wordsAt(runbook, part.content).startsWith('- '))
      return words;
  }
  if (entry !== null) return [];
  const first = runbook.blocks.find((block) => block.type === 'paragraph' && encloses(span, block.span));
  return first === undefined || runbook.labels.some((label) => encloses(first.span, label.nameSpan))
    ? []
    : wordsIn(runbook, first.span);
}
