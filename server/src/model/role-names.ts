/** The names under which sections and labels are known. */

/** What a section or label is for, whatever it is called. */
export type Role =
  | 'verification'
  | 'gate-criteria'
  | 'rollback'
  | 'escalation'
  | 'prerequisites'
  | 'trigger'
  | 'steps'
  | 'post'
  | 'scope'
  | 'objective'
  | 'dependencies'
  | 'decision-point'
  | 'duration'
  | 'commands'
  | 'linked-ids'
  | 'navigation'
  | 'change-log'
  | 'deprecated'
  | 'notes';

/** Names of lists of ids; a heading of these words is one only where it holds nothing but ids and links. */
export const listsOfLinks: ReadonlySet<string> = namesOf('runbook, runbooks, alert, alerts');

/** Labels that confirm work inside a step, where elsewhere they are words like others. */
export const confirmingInStep: ReadonlySet<string> = namesOf(
  `check, checks, result, results, output, outcome, test, tests, evidence, expect, success, success check, proof, look for, watch for, healthy when, good when, ok when, assert, assertion`,
);

/**
 * Names by role as {@link foldName} leaves them: lower case, no hyphens, no articles. Their inflections, and what may
 * stand behind them, are in `role-patterns.ts`.
 */
const roleNames: readonly (readonly [Role, ReadonlySet<string>])[] = [
  [
    'gate-criteria',
    namesOf(`
      gate criteria, gate, gates, gate checks, exit gate, exit conditions, exit checks, checkpoint, completion checklist, phase gate, phase gates, phase gate criteria, exit criteria,
      exit criterion, acceptance criteria, success criteria, completion criteria, definition of done`),
  ],
  [
    'verification',
    namesOf(`
      verification, verify, validation, validate, confirm, confirmation, checklist, configuration, acceptance,
      expected, expected output, expected result, expected results, expected response, expected outcome, expected state,
      expected behavior, expected behaviour, smoke test, smoke tests, smoke testing, post check, post checks,
      how to confirm, how to verify, how to check, how to validate, integrity check, integrity checks, sanity check,
      sanity checks, health check, health checks, acceptance test, acceptance tests, acceptance checks,
      verify success, pass criteria, passing criteria, done when, success looks like, what success looks like,
      post recovery checklist`),
  ],
  [
    'rollback',
    namesOf(`
      rollback, roll back, revert, undo, backout, back out, recovery, restore, fallback, fall back, failback, fail back,
      downgrade, complete rollback procedure, if something goes wrong, contingency, contingency plan, reversal, way back,
      plan b, abort procedure, abort plan, abort steps, how to abort`),
  ],
  [
    'escalation',
    namesOf(`
      getting help, get help, need help, where to get help,
      escalation, escalate, escalating, who to contact, who to call, who to page, emergency contacts, incident contacts,
      escalation contacts, on call, points of contact, point of contact, contact points`),
  ],
  [
    'prerequisites',
    namesOf(`
      prerequisites, prerequisite, pre requisites, pre requisite, requirements, preparation, preparations, preparing,
      preconditions, precondition, pre conditions, before you start, before you begin, before starting, preflight,
      pre flight, pre flight checklist, pre checks, prechecks, required access, access required, permissions,
      required permissions, permissions required, what you need`),
  ],
  [
    'trigger',
    namesOf(`
      trigger, triggers, triggered by, trigger conditions, when to use, when to run, symptoms, symptom, meaning,
      detection, what fired`),
  ],
  [
    'steps',
    namesOf(`
      tasks, steps, procedure, procedures, deployment steps, deployment procedure, deployment procedures, build steps,
      resolution, mitigation, remediation, remediate, fix, workflow, implementation, execution, cutover, cut over,
      immediate actions, immediate action, first response, initial response, immediate response, actions, instructions,
      troubleshooting, troubleshoot, how to troubleshoot, what to do, how to deploy,
      detailed procedure, detailed procedures`),
  ],
  [
    'post',
    namesOf(`
      post incident, post release, post execution, post resolution, after incident, after resolution, after recovery,
      after outage, once resolved, follow up actions, post mortem, postmortem, cleanup, clean up, prevention, follow up,
      followup, retrospective, lessons learned, lessons learnt`),
  ],
  ['scope', namesOf('scope, handles, does not handle')],
  ['objective', namesOf('objective, objectives, goal, purpose of phase')],
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

/** The same in other languages that operators write in. */
const translated: readonly (readonly [Role, ReadonlySet<string>])[] = [
  [
    'verification',
    namesOf(`
      prüfung, prüfen, überprüfung, überprüfen, verifikation, verifizierung, erfolgskontrolle, erwartetes ergebnis,
      erwartete ausgabe, vérification, vérifications, vérifier, contrôle, résultat attendu, sortie attendue, verificación,
      verificar, comprobación, comprobar, validación, resultado esperado, salida esperada, verificação, validação,
      saída esperada, 確認, 確認手順, 確認方法, 動作確認, 検証, 期待結果, 期待される結果, 확인, 검증, 확인 방법, 예상 결과,
      验证, 验证步骤, 检查, 確認方式, 驗證, 预期结果, 预期输出,
      validierung, verificación final, verificação final, checklist finale, 検証チェックリスト, 検証方法, 체크리스트`),
  ],
  [
    'rollback',
    namesOf(`
      rückfall, rückfallplan, rückrollen, zurückrollen, rücknahme, zurücksetzen, retour arrière, retour en arrière,
      plan de retour arrière, procédure de retour arrière, reversión, revertir, plan de reversión, marcha atrás, reversão,
      reverter, plano de reversão, ロールバック, ロールバック手順, 切り戻し, 切り戻し手順, 롤백, 롤백 절차, 回滚, 回滚步骤,
      回滚方案, 回退, 回復, 回滾,
      rollback prozedur, 復旧手順, 복구 절차, 원복`),
  ],
  [
    'steps',
    namesOf(`
      schritte, vorgehen, vorgehensweise, ablauf, durchführung, anleitung, étapes, procédure, marche à suivre, pasos,
      procedimiento, passos, etapas, procedimento, 手順, 作業手順, 対応手順, 実施手順, 절차, 단계, 조치, 步骤, 操作步骤, 步驟,
      处理步骤,
      maßnahmen, pasos de ejecución, ejecución, execução, 実行手順, 対応, 해결, 해결 방법, 즉시 조치, 대응`),
  ],
  [
    'prerequisites',
    namesOf(`
      voraussetzungen, vorbedingungen, vorbereitung, prérequis, pré requis, requisitos, requisitos previos, pré requisitos,
      前提条件, 事前準備, 사전 조건, 전제 조건, 사전 준비, 先决条件,
      precondiciones, 前提, 準備, 사전 요구사항, 사전 확인`),
  ],
  [
    'escalation',
    namesOf(`
      eskalation, ansprechpartner, escalade, escalada, escalación, escalonamento, escalamiento, contacts d'urgence,
      critérios de escalonamento, エスカレーション, エスカレーション基準, 連絡先, 에스컬레이션, 연락처, 升级, 上报`),
  ],
  [
    'trigger',
    namesOf(`
      auslöser, erkennung, symptome, déclencheur, détection, symptômes, disparador, detección, gatilho, quando usar,
      sintomas, トリガー, トリガー条件, 症状, 트리거, 증상, 장애 인지, 触发条件`),
  ],
  ['post', namesOf('nachbereitung, 再発防止策, 재발 방지, 사후 조치')],
  [
    'gate-criteria',
    namesOf('erfolgskriterien, critères de succès, criterios de éxito, critérios de sucesso'),
  ],
];

/** Languages of which some words are doubtful. */
export type DoubtfulLanguage = 'de' | 'es' | 'fr' | 'pt' | 'ja' | 'ko';

/** Words that name parts of runbooks in one language, and something else elsewhere: they count where it is named. */
export const doubtfulNames: Readonly<
  Record<DoubtfulLanguage, readonly (readonly [Role, ReadonlySet<string>])[]>
> = {
  de: [
    ['rollback', namesOf('wiederherstellen, wiederherstellung, erholung, zurück')],
    ['escalation', namesOf('kontakt, kontakte, meldeweg')],
    ['verification', namesOf('erwarteter output, ergebnis, kontrolle, test')],
    ['steps', namesOf('eindämmung, antwortschritte, behebung, lösung')],
    ['post', namesOf('gelernte lektionen, nacharbeit, nacharbeiten')],
  ],
  es: [
    ['rollback', namesOf('recuperación, restauración')],
    ['escalation', namesOf('contacto, contactos, puntos de contacto')],
    ['prerequisites', namesOf('preparación')],
    ['steps', namesOf('contención, pasos de respuesta, solución, resolución')],
    ['post', namesOf('lecciones aprendidas')],
    ['trigger', namesOf('síntomas')],
  ],
  fr: [
    ['rollback', namesOf('récupération, restauration')],
    ['escalation', namesOf('contact, contacts, points de contact')],
    ['prerequisites', namesOf('préparation')],
    ['steps', namesOf('confinement, étapes de réponse, résolution, exécution')],
    ['post', namesOf('leçons apprises')],
  ],
  pt: [
    ['rollback', namesOf('recuperação, restauração')],
    ['escalation', namesOf('contato, contatos')],
    ['prerequisites', namesOf('preparação')],
    ['steps', namesOf('contenção, resolução, solução')],
    ['post', namesOf('lições aprendidas')],
  ],
  ja: [
    ['rollback', namesOf('復旧, 復旧確認, 復元')],
    ['escalation', namesOf('連絡ポイント, 連絡体制')],
    ['steps', namesOf('封じ込め, 対処, 対処方法')],
    ['trigger', namesOf('検出, 検知')],
    ['post', namesOf('学んだ教訓, 振り返り')],
  ],
  ko: [
    ['rollback', namesOf('복구, 복원, 되돌리기')],
    ['verification', namesOf('결과, 점검')],
    ['steps', namesOf('실행, 방법, 대처')],
    ['prerequisites', namesOf('준비, 요구사항')],
    ['post', namesOf('회고, 후속 조치')],
  ],
};

/** All names by role. */
export const namesByRole: readonly (readonly [Role, ReadonlySet<string>])[] = [...roleNames, ...translated];

function namesOf(list: string): ReadonlySet<string> {
  return new Set(list.split(',').map((name) => name.trim()));
}
