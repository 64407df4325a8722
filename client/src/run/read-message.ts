/** Reads what the page of a run sent, by its shape. Whether an id is one of the run's is for the server to say. */
import type { RunAct } from '../../../protocol/src/run.js';
import type { RunOutcome, RunPlace } from '../../../protocol/src/run-view.js';
import type { RunPageMessage } from './page-messages.js';

type Fields = Readonly<Record<string, unknown>>;

const outcomes: readonly RunOutcome[] = ['succeeded', 'failed', 'rolled-back', 'aborted'];

/** UTF-16 units of what someone types into the page. */
const longestText = 10_000;

/** Undefined for anything of another shape. */
export function toRunPageMessage(value: unknown): RunPageMessage | undefined {
  const fields = fieldsOf(value);
  switch (fields?.['type']) {
    case 'ready':
    case 'terminal':
    case 'record':
      return { type: fields['type'] };
    case 'act': {
      const act = toAct(fieldsOf(fields['act']));
      return act === undefined ? undefined : { type: 'act', act };
    }
    case 'copy':
    case 'put': {
      const command = text(fields['command']);
      return command === undefined ? undefined : { type: fields['type'], command };
    }
    case 'reveal': {
      const line = fields['line'];
      return line === null || isCount(line) ? { type: 'reveal', line } : undefined;
    }
    case 'open': {
      const target = text(fields['target']);
      return target === undefined ? undefined : { type: 'open', target };
    }
    case 'end': {
      const outcome = outcomes.find((one) => one === fields['outcome']);
      const note = text(fields['note']);
      return outcome === undefined || note === undefined ? undefined : { type: 'end', outcome, note };
    }
    case 'copy-text':
      return fields['text'] === 'summary' || fields['text'] === 'timeline'
        ? { type: 'copy-text', text: fields['text'] }
        : undefined;
    default:
      return undefined;
  }
}

/** Of the acts, those that a page may ask for: slots and what was copied or sent are the extension's to tell. */
function toAct(fields: Fields | undefined): RunAct | undefined {
  switch (fields?.['act']) {
    case 'tick':
    case 'untick':
      return named(fields, 'box', (box) => ({ act: fields['act'] === 'tick' ? 'tick' : 'untick', box }));
    case 'pass-gate':
      return named(fields, 'gate', (gate) => ({ act: 'pass-gate', gate, ...optional(fields, 'reason') }));
    case 'start-phase':
      return named(fields, 'phase', (phase) => ({
        act: 'start-phase',
        phase,
        ...optional(fields, 'reason'),
      }));
    case 'complete-step':
      return named(fields, 'step', (step) => ({ act: 'complete-step', step, ...optional(fields, 'note') }));
    case 'fail-step':
      return named(fields, 'step', (step) => ({ act: 'fail-step', step, ...optional(fields, 'note') }));
    case 'skip-step':
      return named(fields, 'step', (step) =>
        named(fields, 'reason', (reason) => ({ act: 'skip-step', step, reason })),
      );
    case 'reopen-step':
      return named(fields, 'step', (step) => ({ act: 'reopen-step', step }));
    case 'decide':
      return named(fields, 'decision', (decision) =>
        named(fields, 'branch', (branch) => ({
          act: 'decide',
          decision,
          branch,
          ...optional(fields, 'note'),
        })),
      );
    case 'start-rollback':
      return named(fields, 'rollback', (rollback) => ({
        act: 'start-rollback',
        rollback,
        ...optional(fields, 'reason'),
      }));
    case 'complete-rollback':
      return named(fields, 'rollback', (rollback) => ({
        act: 'complete-rollback',
        rollback,
        ...optional(fields, 'note'),
      }));
    case 'go': {
      const to = toPlace(fieldsOf(fields['to']));
      return to === undefined ? undefined : { act: 'go', to };
    }
    case 'note': {
      const on = fields['on'] === null ? null : text(fields['on']);
      return on === undefined
        ? undefined
        : named(fields, 'text', (words) => ({ act: 'note', on, text: words }));
    }
    case 'call': {
      const { level } = fields;
      return isCount(level) ? { act: 'call', level, ...optional(fields, 'note') } : undefined;
    }
    case 'who':
      return named(fields, 'who', (who) => ({ act: 'who', who }));
    case 'pause':
    case 'resume':
      return { act: fields['act'] };
    default:
      return undefined;
  }
}

function toPlace(fields: Fields | undefined): RunPlace | undefined {
  switch (fields?.['type']) {
    case 'gate': {
      const phase = fields['phase'] === null ? null : text(fields['phase']);
      return phase === undefined
        ? undefined
        : named(fields, 'gate', (gate) => ({ type: 'gate', gate, phase }));
    }
    case 'dependencies':
      return named(fields, 'phase', (phase) => ({ type: 'dependencies', phase }));
    case 'step':
      return named(fields, 'phase', (phase) =>
        named(fields, 'step', (step) => ({ type: 'step', phase, step })),
      );
    case 'decision':
      return named(fields, 'phase', (phase) =>
        named(fields, 'decision', (decision) => ({ type: 'decision', phase, decision })),
      );
    case 'rollback': {
      const step = fields['step'] === null ? null : text(fields['step']);
      return step === undefined
        ? undefined
        : named(fields, 'rollback', (rollback) => ({ type: 'rollback', rollback, step }));
    }
    case 'end':
      return { type: 'end' };
    default:
      return undefined;
  }
}

/** What `make` makes of a text that has to be there. */
function named<T>(fields: Fields, key: string, make: (value: string) => T | undefined): T | undefined {
  const value = text(fields[key]);
  return value === undefined ? undefined : make(value);
}

/** A text that may be left out; anything else counts as left out. */
function optional<K extends string>(fields: Fields, key: K): Partial<Record<K, string>> {
  const value = text(fields[key]);
  const found: Partial<Record<K, string>> = {};
  if (value !== undefined) found[key] = value;
  return found;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.length <= longestText ? value : undefined;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null ? { ...value } : undefined;
}
