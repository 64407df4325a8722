/** The names under which sections and labels are known. */
import type { Role } from './role';
import { translatedNames } from './translated-roles';

export type { Role } from './role';

/** Names of lists of ids; a heading of these words is one only where it holds nothing but ids and links. */
export const listsOfLinks: ReadonlySet<string> = namesOf('runbook, runbooks, alert, alerts');

/** Labels that confirm work inside a step, where elsewhere they are words like others. */
export const confirmingInStep: ReadonlySet<string> = namesOf(
  `check, checks, result, results, output, outcome, test, tests, evidence, expect, success, success check, proof, look for, watch for, healthy when, good when, ok when, assert, assertion,
  ergebnis, ausgabe, erwartet, kontrolle, résultat, sortie, attendu, resultado, salida, esperado, prueba, saída, teste, 結果, 出力, 期待, チェック, 결과, 출력, 기대, 체크, 점검`,
);

/**
 * Names by role as {@link foldName} leaves them: lower case, no hyphens, no articles. Their inflections, and what may
 * stand behind them, are in `role-patterns.ts`.
 */
const roleNames: readonly (readonly [Role, ReadonlySet<string>])[] = [
  [
    'gate-criteria',
    namesOf(`
      gate criteria, go criteria, gate, gates, gate conditions, gating conditions, exit condition, completion conditions, gate checks, quality gate, exit gate, exit conditions, exit checks, checkpoint, completion checklist, phase gate, phase gates, phase gate criteria, exit criteria,
      exit criterion, acceptance criteria, success criteria, completion criteria, definition of done`),
  ],
  [
    'verification',
    namesOf(`
      verification, verify, validation, validate, confirm, confirmation, checklist, configuration, acceptance,
      expected, expected output, expected result, expected results, expected response, expected outcome, expected state,
      expected behavior, expected behaviour, smoke test, smoke tests, smoke testing, post check, post checks, postcondition, postconditions, post condition, post conditions, healthy state,
      how to confirm, how to verify, how to check, how to validate, integrity check, integrity checks, sanity check,
      sanity checks, health check, health checks, healthcheck, healthchecks, looks good when, acceptance test, acceptance tests, acceptance checks,
      verify success, pass criteria, passing criteria, done when, success looks like, what success looks like,
      post recovery checklist`),
  ],
  [
    'rollback',
    namesOf(`
      rollback, roll back, revert, undo, backout, back out, recovery, restore, fallback, fall back, failback, fail back,
      downgrade, to undo, to roll back, to revert, complete rollback procedure, if something goes wrong, contingency, contingency plan, reversal, way back,
      plan b, reversal steps, abort procedure, abort plan, abort steps, how to abort`),
  ],
  [
    'escalation',
    namesOf(`
      getting help, get help, need help, where to get help, call tree, phone tree, contact tree, call list, phone list,
      escalation, escalate, escalating, chain of command, contact chain, notification chain, calling chain, who to contact, who to call, who to page, emergency contacts, incident contacts,
      escalation contacts, on call, points of contact, point of contact, contact points`),
  ],
  [
    'prerequisites',
    namesOf(`
      prerequisites, prerequisite, pre requisites, pre requisite, requirements, preparation, preparations, preparing,
      preconditions, precondition, pre conditions, before you start, before you begin, before starting, preflight,
      pre flight, pre flight checklist, pre checks, prechecks, required access, access required, permissions,
      required permissions, permissions required, what you need, prereqs, prereq, pre reqs, pre req, entry criteria,
      entry conditions, credentials`),
  ],
  [
    'trigger',
    namesOf(`
      trigger, triggers, triggered by, trigger condition, trigger conditions, use when, use this when, applies when, fires when, when to use, when to run, symptoms, symptom, meaning,
      detection, what fired`),
  ],
  [
    'steps',
    namesOf(`
      tasks, steps, procedure, procedures, deployment steps, deployment procedure, deployment procedures, build steps,
      resolution, mitigation, remediation, remediate, actions to take, fix, workflow, implementation, execution, cutover, cut over,
      solution, solutions, workaround, workarounds, quick fix, quick fixes, remedy, remedies,
      action plan, corrective actions, corrective action, operating instructions, operating procedure, walkthrough, walk through,
      repair, how to, step by step,
      immediate actions, immediate action, first response, initial response, immediate response, actions, instructions,
      troubleshooting, troubleshoot, how to troubleshoot, what to do, how to deploy,
      detailed procedure, detailed procedures`),
  ],
  [
    'post',
    namesOf(`
      post incident, post release, post execution, post resolution, after incident, after resolution, after recovery,
      after outage, once resolved, follow up actions, post mortem, postmortem, cleanup, clean up, prevention, follow up,
      followup, retrospective, lessons learned, lessons learnt, learnings, key learnings, debrief, debriefing, closure, closing,
      closing tasks, root cause analysis, rca, pir, incident review, blameless review`),
  ],
  ['scope', namesOf('scope, handles, does not handle')],
  [
    'objective',
    namesOf(
      'objective, objectives, goal, goals, aim, intent, purpose, purpose of phase, phase objective, phase goal, phase purpose, phase aim, what phase achieves, what phase does, what this achieves, what it achieves',
    ),
  ],
  ['dependencies', namesOf('dependencies, dependency, depends on, requires')],
  ['decision-point', namesOf('decision point, decision points, decision')],
  ['duration', namesOf('estimated duration, duration, expected duration, estimated time, time estimate')],
  ['commands', namesOf('commands, command, command / pipeline, run, execute')],
  [
    'linked-ids',
    namesOf(`
      ${[...listsOfLinks].join()}, linked ids, linked id, related ids, related id, related, cross references,
      cross reference, related runbook, related runbooks, related entries, see also, links`),
  ],
  [
    'navigation',
    namesOf('navigation, navigation by category, table of contents, contents, index, quick navigation'),
  ],
  [
    'change-log',
    namesOf('change log, changelog, change history, revision history, version history, history'),
  ],
  ['deprecated', namesOf('deprecated, deprecation, deprecation notice')],
  ['notes', namesOf('notes, note, warning, caution, important, tip')],
];

/** All names by role. */
export const namesByRole: readonly (readonly [Role, ReadonlySet<string>])[] = [
  ...roleNames,
  ...translatedNames,
];

function namesOf(list: string): ReadonlySet<string> {
  return new Set(list.split(',').map((name) => name.trim()));
}
