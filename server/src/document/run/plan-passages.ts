/**
 * Sections that are carried out though they hold no steps in any known form: a diagnosis, which comes before what mends it,
 * and a mitigation in words. Each of their parts is a step.
 */
import { namesDiagnosis } from '../../model/diagnosis-names';
import type { Procedure, Runbook, Section } from '../../model/runbook';
import { encloses, trimSpan, type Span } from '../../text/span';
import { sectionsIn } from '../sections/section-lookup';
import type { PlanStep } from './plan';
import { readSteps, type Found } from './plan-found';
import { asides, type PlanScope } from './plan-scope';
import { stepOfPassage } from './plan-steps';
import { plainIn } from './plan-words';

/** The outermost sections of a scope that say how to find out what is wrong. */
export function diagnosesIn(scope: PlanScope): readonly Section[] {
  return outermost(scope, ({ heading }) => heading !== null && namesDiagnosis(heading.title));
}

/** The outermost sections that say by their names that they are work, and say something. */
export function mitigationsIn(scope: PlanScope): readonly Section[] {
  return outermost(scope, ({ role }) => role === 'steps');
}

function outermost(scope: PlanScope, isMeant: (section: Section) => boolean): readonly Section[] {
  const { runbook, span } = scope;
  const outside = asides(scope);
  const found: Section[] = [];
  for (const section of sectionsIn(runbook, span))
    if (
      isMeant(section) &&
      passagesOf(runbook, section).length > 0 &&
      ![...found, ...outside].some((one) => encloses(one.span, section.span))
    )
      found.push(section);
  return found;
}

/** The steps of a section: those of its only list of steps, else its parts as they stand. */
export function stepsOfSection(scope: PlanScope, section: Section, phase: string, found: Found): PlanStep[] {
  const { runbook } = scope;
  const [procedure, ...others] = proceduresIn(runbook, section);
  if (
    procedure !== undefined &&
    others.length === 0 &&
    (section.children.length === 0 || isNumbered(procedure))
  )
    return readSteps(scope, procedure, phase, found);
  return passagesOf(runbook, section).map(({ part: { heading }, span, id }) => {
    const title = heading === null ? '' : plainIn(runbook, heading.titleSpan);
    return stepOfPassage(runbook, trimSpan(runbook.text, span), `${phase}.${id}`, title);
  });
}

/** What a section says before its parts, and each of them that says something. */
function passagesOf(
  runbook: Runbook,
  section: Section,
): readonly { readonly part: Section; readonly span: Span; readonly id: string }[] {
  return [section, ...section.children]
    .map((part, index) => ({
      part,
      span: part === section ? section.body : insideOf(part),
      id: `s${String(index + 1)}`,
    }))
    .filter(({ span }) => saysSomething(runbook, span));
}

/** The procedures in a section that lead forth. */
export function proceduresIn({ procedures }: Runbook, { span }: Section): readonly Procedure[] {
  return procedures.filter((one) => encloses(span, one.span) && one.role !== 'rollback');
}

/** Whether its steps are headings, which hold all that stands in their section. */
function isNumbered({ form }: Procedure): boolean {
  return form !== 'list' && form !== 'table';
}

/** A section without its heading. */
function insideOf({ body, span }: Section): Span {
  return { start: Math.min(body.start, span.end), end: span.end };
}

function saysSomething({ text }: Runbook, { start, end }: Span): boolean {
  return /[\p{L}\p{N}]/u.test(text.slice(start, end));
}
