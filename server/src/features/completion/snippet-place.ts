/**
 * What a template says where it is inserted: the next number, what that depends on, the next id, the depth of its heading,
 * and what changes elsewhere with it. Knows documents; nothing of items and snippet syntax but the tab stops it leaves.
 */
import { phaseInsertion } from '../../authoring/insert-phase';
import { changeLogsOf, coverageOf } from '../../document/links/change-log';
import { openBlockAround } from '../../document/open-block';
import { executionLog } from '../../document/phases/execution-log';
import { fromPhases } from '../../document/phases/from-phases';
import { spelledLikePhase } from '../../document/phases/phase-spelling';
import { playbookPhases } from '../../document/phases/playbook-phases';
import { rollbackPlan } from '../../document/sections/rollback-plan';
import { sectionsOf } from '../../document/sections/section-lookup';
import { valueOf } from '../../document/steps/number-series';
import type { Phase, Runbook, Section } from '../../model/runbook';
import type { TemplateName } from '../../templates/expand-template';
import type { Edit } from '../../text/edit';
import { findVersion, compareVersions, type Version } from '../../document/fields/version';
import { encloses } from '../../text/span';
import { phaseNumberEdits } from '../shared/phase-numbers';
import type { CompletionRequest } from './completion-request';

type Values = Readonly<Record<string, string>>;

/** What is known of a place. */
export interface SnippetPlace {
  /** Named values of the template. */
  readonly values: Values;
  /** Depth of its first heading, where that is not the template's. */
  readonly depth?: number;
  /** Changes elsewhere in the document that belong to it. */
  readonly more?: readonly Edit[];
}

/** Prefix of the entry that a template defines, by the name of the value that is its id. */
const entries: Readonly<Partial<Record<TemplateName, Values>>> = {
  'dep-entry': { id: 'DEP' },
  'gtm-entry': { id: 'GTM' },
  'run-entry-section': { id: 'RUN' },
  'run-entry': { id: 'RUN' },
  'mon-entry': { id: 'MON' },
  'sot-file': { depId: 'DEP', gtmId: 'GTM', runId: 'RUN', monId: 'MON' },
};

type Source = (request: CompletionRequest) => SnippetPlace;

const places: Readonly<Partial<Record<TemplateName, Source>>> = {
  phase: ofPhase,
  dependencies: ({ runbook, offset }) => {
    const phases = playbookPhases(runbook);
    const before = phases[phases.findIndex(({ span }) => encloses(span, at(offset))) - 1];
    return { values: before === undefined ? {} : { required: before.label } };
  },
  'execution-log-row': ({ runbook }) => {
    const logged = new Set(executionLog(runbook)?.rows.map(({ key }) => key.toUpperCase()));
    const lacking = playbookPhases(runbook).find(
      ({ key, label }) => !logged.has(key) && !logged.has(label.toUpperCase()),
    );
    return { values: lacking === undefined ? {} : { phase: lacking.label } };
  },
  'rollback-from-phase': ({ runbook }) => {
    const plan = rollbackPlan(runbook);
    const covered = new Set(plan === null ? [] : fromPhases(runbook, plan.span).flatMap(({ keys }) => keys));
    const lacking = playbookPhases(runbook).find(({ key }) => !covered.has(key));
    return { values: lacking === undefined ? {} : { number: lacking.label } };
  },
  step: ofStep,
  'deployment-step': ofStep,
  issue: (request) => {
    const before = headingsBefore(request, /^Issue (\d{1,4})\b/i);
    const last = before.at(-1);
    return { values: { number: next(before.map(({ value }) => value)) }, ...depthOf(last?.section) };
  },
  'escalation-level': ({ runbook, offset }) => {
    const { start } = sectionAt(runbook, offset).span;
    const levels = [...runbook.text.slice(start, offset).matchAll(/^[^\w\r\n]{0,12}Level (\d{1,3})\b/gim)];
    const number = next(levels.map(([, level]) => Number(level)));
    return { values: { number, next: String(Number(number) + 1) } };
  },
  'error-code-row': ({ runbook }) => {
    const codes = [...runbook.text.matchAll(/(?<![\w-])ERR-(\d{1,6})(?!\w)/g)];
    const width = Math.max(3, ...codes.map(([, digits = '']) => digits.length));
    return {
      values: { code: `ERR-${next(codes.map(([, digits]) => Number(digits))).padStart(width, '0')}` },
    };
  },
  'version-row': ({ runbook, offset }) => {
    const { span } = sectionAt(runbook, offset);
    const newest = newestVersion(runbook.text.slice(span.start, span.end));
    return { values: newest === null ? {} : { version: following(newest) } };
  },
  'change-log-row': ({ runbook }) => {
    const isLogged = coverageOf(runbook, changeLogsOf(runbook));
    const own = runbook.entries.filter(({ form }) => form === 'heading');
    const entry = own.findLast(({ id }) => !isLogged(id)) ?? own.at(-1);
    return { values: entry === undefined ? {} : { id: entry.id.text } };
  },
};

/** What a template says at the cursor. */
export function snippetPlace(name: TemplateName, request: CompletionRequest): SnippetPlace {
  const { context, uri } = request;
  const { values, ...place } = places[name]?.(request) ?? { values: {} };
  const ids = Object.entries(entries[name] ?? {}).map(([key, prefix]): [string, string] => [
    key,
    context.workspace.nextId(prefix, uri),
  ]);
  return { ...place, values: { ...values, ...Object.fromEntries(ids) } };
}

/**
 * The phase behind the ones above, which depends on the last of them. Those behind it count on, and the document lists it where
 * it lists the others, as the command does that inserts a phase.
 */
function ofPhase({ context, uri, runbook, offset }: CompletionRequest): SnippetPlace {
  const above = playbookPhases(runbook).filter(({ span }) => span.start < offset);
  const last = above.at(-1);
  if (last === undefined) return { values: { number: '1', required: '' }, ...depthOf(undefined) };
  const required = last.label;
  const depth = last.heading === null ? {} : { depth: last.heading.depth };
  const found = phaseInsertion(runbook, above.length);
  if (typeof found === 'string') return { values: { number: labelAfter(last), required }, ...depth };
  const { label, registers, shifted } = found;
  const listed = registers.filter((edit) => openBlockAround(runbook, edit) === undefined);
  const more = phaseNumberEdits(context, uri, runbook, shifted, listed).get(uri) ?? [];
  return { values: { number: label, required }, ...depth, more };
}

/** Where phases are not counted one after the other: as far as the last one can be counted on. */
function labelAfter({ label, key }: Phase): string {
  const number = /^\d+/.exec(key)?.[0];
  return number === undefined ? label : spelledLikePhase(label, String(Number(number) + 1));
}

/** The step behind the last one above it in its section. */
function ofStep({ runbook, offset }: CompletionRequest): SnippetPlace {
  const procedure = runbook.procedures.findLast(({ span }) => span.start < offset);
  const steps = procedure?.steps.filter(({ span }) => span.start < offset) ?? [];
  const last = steps.at(-1);
  const around = sectionAt(runbook, offset);
  if (procedure === undefined || last === undefined || isApart(runbook, last.span.end, offset))
    return { values: { number: '1' }, depth: depthBelow(around) };
  const own = runbook.headings.find(({ span }) => encloses(span, last.titleSpan));
  const parts = valueOf(last.number)?.parts;
  const number =
    parts === undefined ? last.number : [...parts.slice(0, -1), (parts.at(-1) ?? 0) + 1].join('.');
  return { values: { number }, depth: own?.depth ?? depthBelow(around) };
}

/** Whether another section begins between two places. */
function isApart({ headings }: Runbook, from: number, to: number): boolean {
  return headings.some(({ span }) => from <= span.start && span.start < to);
}

function headingsBefore(
  { runbook, offset }: CompletionRequest,
  pattern: RegExp,
): { readonly value: number; readonly section: Section }[] {
  return sectionsOf(runbook).flatMap((section) => {
    const { heading } = section;
    const value =
      heading === null
        ? undefined
        : pattern.exec(runbook.text.slice(heading.titleSpan.start, heading.titleSpan.end))?.[1];
    return value === undefined || section.span.start >= offset ? [] : [{ value: Number(value), section }];
  });
}

/** The innermost section around a place. */
function sectionAt(runbook: Runbook, offset: number): Section {
  return sectionsOf(runbook).findLast(({ span }) => encloses(span, at(offset))) ?? runbook.root;
}

function depthOf(section: Section | undefined): Pick<SnippetPlace, 'depth'> {
  return section?.heading == null ? {} : { depth: section.heading.depth };
}

function depthBelow({ heading }: Section): number {
  return Math.min(6, (heading?.depth ?? 1) + 1);
}

function next(numbers: readonly number[]): string {
  return String(Math.max(0, ...numbers) + 1);
}

function newestVersion(text: string): Version | null {
  let newest: Version | null = null;
  for (const line of text.split(/\r?\n/)) {
    const version = line.trimStart().startsWith('|') ? findVersion(line)?.version : undefined;
    if (version !== undefined && (newest === null || compareVersions(version, newest) > 0)) newest = version;
  }
  return newest;
}

/** The next version of the same length: `1.4` behind `1.3`, `2.0.1` behind `2.0.0`. */
function following({ numbers }: Version): string {
  return [...numbers.slice(0, -1), (numbers.at(-1) ?? 0) + 1].join('.');
}

function at(offset: number): { readonly start: number; readonly end: number } {
  return { start: offset, end: offset };
}
