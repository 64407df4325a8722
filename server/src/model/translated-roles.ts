/**
 * The names under which sections and labels are known in other languages that operators write in. What may stand in front
 * of them and behind them, and what compounds there are, is in `translated-patterns.ts`.
 */
import { chineseRoles } from './chinese-names';
import type { Role } from './role';

type NamesByRole = readonly (readonly [Role, ReadonlySet<string>])[];

/** Names that mean the same wherever they stand, so that no language need be named. */
export const translatedNames: readonly (readonly [Role, ReadonlySet<string>])[] = [
  ...chineseRoles.map(([role, names]) => [role, namesOf(names)] as const),
  [
    'verification',
    namesOf(`
      prüfen, überprüfen, erfolgskontrolle, funktionskontrolle, endkontrolle, nachkontrolle, nachprüfung, kontrolle danach, prüfung danach, prüfungen danach, erwartetes ergebnis, erwartete ausgabe,
      erwartetes verhalten, erwartete antwort, checkliste,
      vérifier, vérifications, contrôle, contrôles, résultat attendu, résultats attendus, sortie attendue, checklist finale,
      verificar, comprobación, comprobaciones, comprobar, resultado esperado, resultados esperados, salida esperada,
      saída esperada, resultados esperados,
      確認, 検証, 期待結果, 期待出力, 想定結果, チェックリスト, 확인, 검증, 예상 결과, 예상 출력, 기대 결과, 체크리스트, 헬스 체크, 헬스체크`),
  ],
  [
    'rollback',
    namesOf(`
      rückfall, rückbau, rückabwicklung, rückrollen, zurückrollen, rücknahme, zurücksetzen, rückgängig machen, rückfallebene, rückweg,
      retour arrière, retour en arrière, restauration de version, annulation du changement,
      reversión, revertir, marcha atrás, vuelta atrás, deshacer, reversão, reverter, desfazer,
      ロールバック, 切り戻し, 切戻し, 切戻, 巻き戻し, 戻し, 回復, 復旧手順, 롤백, 원복, 되돌리기, 되돌리는 방법, 복구 절차`),
  ],
  [
    'steps',
    namesOf(`
      schritte, aufgaben, vorgehen, vorgehensweise, ablauf, durchführung, anleitung, maßnahmen, sofortmaßnahmen, gegenmaßnahmen,
      erstmaßnahmen, abhilfe, abhilfemaßnahmen, fehlerbehebung, störungsbehebung, problembehebung, entstörung, was tun, was ist zu tun,
      étapes, tâches, procédure, procédures, marche à suivre, mode opératoire, actions immédiates, actions correctives, atténuation, remédiation, dépannage,
      que faire, déroulement,
      pasos, tareas, procedimiento, procedimientos, ejecución, paso a paso, mitigación, remediación, acciones inmediatas, qué hacer,
      passos, tarefas, procedimento, procedimentos, etapas, execução, passo a passo, mitigação, remediação, ações imediatas, o que fazer,
      手順, 作業内容, タスク, 対応, 対処, 初動対応, 暫定対応, 応急処置, 実施内容, 緩和策, 복구 단계, 절차, 단계, 조치, 조치 사항, 작업 순서, 작업 내용, 할 일, 해결, 해결 방법, 해결 방안,
      즉시 조치, 긴급 조치, 임시 조치, 완화 조치, 초기 대응, 대응, 대응 방안, 처리 방법, 진행 방법`),
  ],
  [
    'prerequisites',
    namesOf(`
      voraussetzungen, vorbedingungen, vorbereitung, vorbereitungen, vorarbeiten, vorab, vorabprüfung, vorabprüfungen, vor dem start,
      prérequis, pré requis, conditions préalables, avant de commencer,
      requisitos, requisitos previos, precondiciones, prerrequisitos, antes de empezar, antes de comenzar, condiciones previas, preparativos,
      pré requisitos, precondições, antes de começar, condições prévias,
      前提, 準備, 事前準備, 事前確認, 着手条件, 作業前提, 사전 준비, 사전 확인, 준비 사항, 준비사항, 전제, 시작하기 전에, 시작 전에`),
  ],
  [
    'escalation',
    namesOf(`
      eskalation, eskalieren, hilfe holen, wenn das nicht hilft, falls das nicht hilft, eskalationen, ansprechpartner, ansprechpartnerin, ansprechpersonen, bereitschaft, rufbereitschaft, notfallkontakte, notfallnummern, wen anrufen, wen kontaktieren,
      escalade, escalader, astreinte, contacts d'urgence, contacts d’urgence, qui appeler, qui contacter,
      escalada, escalación, escalado, escalar, escalamiento, contactos de emergencia, a quién llamar, a quién contactar, quién llamar, quién contactar,
      escalonamento, critérios de escalonamento, plantão, contatos de emergência, quem acionar, quem chamar,
      エスカレーション, 連絡先, 緊急連絡先, 連絡体制, 緊急連絡網, 問い合わせ先, 問合せ先, オンコール, 에스컬레이션, 연락처, 비상 연락처, 비상 연락망, 긴급 연락처, 담당자 연락처, 문의처, 온콜, 보고 체계, 升级, 上报`),
  ],
  [
    'trigger',
    namesOf(`
      auslöser, auslösende ereignisse, erkennung, symptome, anlass, fehlerbild, störungsbild, bedeutung des alarms,
      déclencheur, déclencheurs, détection, symptômes, signification,
      disparador, disparadores, desencadenante, desencadenantes, detección, síntomas, significado,
      gatilho, gatilhos, detecção, sintomas, quando usar,
      トリガー, 症状, 発生条件, 発動条件, 実施条件, 実行条件, 開始条件, 適用条件, 検知条件, アラートの意味, 発生事象,
      트리거, 증상, 장애 증상, 장애 인지, 발생 조건, 실행 조건, 발동 조건, 사용 시점, 적용 시점, 감지 조건, 触发条件`),
  ],
  [
    'post',
    namesOf(`
      nachbereitung, nacharbeiten, folgemaßnahmen, nach dem vorfall, nach dem incident, gelernte lektionen,
      après l’incident, retour d’expérience, leçons apprises, suivi post incident, suivi, seguimiento, acompanhamento,
      tras el incidente, después del incidente, lecciones aprendidas, após o incidente, pós incidente, lições aprendidas,
      事後対応, 事後作業, 事後処理, 振り返り, ポストモーテム, 再発防止, 再発防止策, 恒久対応, 恒久対策, 後処理, 後片付け, フォローアップ,
      사후 조치, 사후 처리, 사후 작업, 사후 분석, 사후 검토, 후속 조치, 후속 작업, 재발 방지, 재발 방지 대책, 포스트모템, 장애 회고`),
  ],
  [
    'gate-criteria',
    namesOf(`
      erfolgskriterien, freigabekriterien, abnahmekriterien, abschlusskriterien, austrittskriterien, übergangskriterien, abschlussbedingungen,
      critères de succès, critères de réussite, critères de sortie, critères de passage, critères d’acceptation, conditions de sortie,
      criterios de éxito, criterios de salida, criterios de aceptación, criterios de paso, condiciones de salida,
      critérios de sucesso, critérios de saída, critérios de aceitação, critérios de conclusão,
      成功基準, 成功条件, 完了条件, 完了基準, 終了条件, 終了基準, 移行条件, 通過条件, 合格基準, ゲート条件, ゲート基準, 受け入れ条件, 受け入れ基準,
      성공 기준, 성공 조건, 완료 조건, 완료 기준, 종료 조건, 통과 조건, 통과 기준, 게이트 기준, 게이트 조건, 인수 조건`),
  ],
  [
    'scope',
    namesOf(`
      geltungsbereich, anwendungsbereich, abgrenzung, périmètre, champ d’application, alcance, ámbito de aplicación, escopo, âmbito,
      適用範囲, 対象範囲, スコープ, 対象外, 적용 범위, 적용 대상, 대상 범위, 제외 대상`),
  ],
  [
    'objective',
    namesOf(
      'ziel, ziele, zielsetzung, zweck, objectif, objectifs, finalité, objetivo, objetivos, propósito, finalidade, 目的, 目標, ゴール, 목표, 목적',
    ),
  ],
  [
    'dependencies',
    namesOf(`
      abhängigkeiten, abhängigkeit, abhängig von, hängt ab von, dépendances, dépendance, dépend de, dependencias, dependencia, depende de,
      dependências, dependência, 依存関係, 依存, 前提フェーズ, 의존성, 의존 관계, 선행 작업, 선행 단계, 종속성`),
  ],
  [
    'decision-point',
    namesOf(`
      entscheidungspunkt, entscheidungspunkte, point de décision, points de décision, punto de decisión, puntos de decisión, ponto de decisão,
      pontos de decisão, 判断ポイント, 意思決定ポイント, 判断基準, 의사 결정 지점, 의사결정 지점, 판단 지점, 결정 지점`),
  ],
  [
    'duration',
    namesOf(`
      dauer, geschätzte dauer, geplante dauer, erwartete dauer, zeitbedarf, zeitaufwand, durée, durée estimée, durée prévue, temps estimé,
      duración, duración estimada, duración prevista, tiempo estimado, duração, duração estimada, duração prevista, tempo estimado,
      所要時間, 想定時間, 見積時間, 見積もり時間, 予定時間, 作業時間, 소요 시간, 예상 소요 시간, 예상 시간, 작업 시간`),
  ],
  [
    'commands',
    namesOf('befehle, befehl, commandes, comandos, コマンド, 実行コマンド, 명령어, 명령, 실행 명령'),
  ],
  [
    'linked-ids',
    namesOf(`
      verwandte ids, zugehörige ids, verknüpfte ids, ids liés, ids associés, ids relacionados, ids vinculados, 関連 id, 関連id, 관련 id,
      verwandte runbooks, verwandte einträge, zugehörige runbooks, siehe auch, querverweise, runbooks liés, voir aussi, références croisées,
      runbooks relacionados, ver también, véase también, referencias cruzadas, veja também, ver também, referências cruzadas,
      関連ランブック, 関連ドキュメント, 関連資料, 関連文書, 関連リンク, 참고 문서, 관련 문서, 관련 런북, 관련 링크`),
  ],
  ['navigation', namesOf('inhaltsverzeichnis, sommaire, table des matières, índice, 目次, 목차')],
  [
    'change-log',
    namesOf(`
      änderungshistorie, änderungsverlauf, änderungsprotokoll, versionshistorie, versionsgeschichte, historique des modifications,
      historique des versions, journal des modifications, historial de cambios, historial de versiones, registro de cambios,
      histórico de alterações, histórico de versões, 変更履歴, 改訂履歴, 更新履歴, 改版履歴, 변경 이력, 변경 기록, 변경 내역, 개정 이력, 수정 이력, 버전 이력`),
  ],
  [
    'notes',
    namesOf(`
      hinweis, hinweise, anmerkung, anmerkungen, achtung, wichtig, remarque, remarques, attention, avertissement, nota, notas, advertencia, atención,
      importante, aviso, atenção, 注意, 注意事項, 注意点, 備考, 補足, 留意事項, 주의, 주의 사항, 주의사항, 비고, 유의 사항, 참고 사항`),
  ],
];

/** Languages of which some words are doubtful. */
export type DoubtfulLanguage = 'de' | 'es' | 'fr' | 'pt' | 'ja' | 'ko';

/** Words that name parts of runbooks in one language, and something else elsewhere: they count where it is named. */
export const doubtfulNames: Readonly<Record<DoubtfulLanguage, NamesByRole>> = {
  de: [
    [
      'rollback',
      namesOf('wiederherstellen, wiederherstellung, wiederherstellungsplan, erholung, zurück, rückkehr'),
    ],
    ['escalation', namesOf('kontakt, kontakte, meldeweg, hilfe')],
    ['verification', namesOf('erwarteter output, ergebnis, kontrolle, test, tests, abnahme')],
    [
      'steps',
      namesOf('eindämmung, antwortschritte, behebung, lösung, umsetzung, wiederherstellungsschritte'),
    ],
    ['trigger', namesOf('bedeutung, einsatz, verwendung, wann')],
    ['post', namesOf('nacharbeit, abschluss, nachsorge')],
    ['gate-criteria', namesOf('freigabe')],
  ],
  es: [
    ['rollback', namesOf('recuperación, restauración')],
    ['escalation', namesOf('contacto, contactos, puntos de contacto, guardia, ayuda')],
    ['prerequisites', namesOf('preparación, accesos')],
    ['steps', namesOf('contención, pasos de respuesta, solución, resolución, acciones')],
    ['post', namesOf('cierre, seguimiento')],
    ['verification', namesOf('resultado, prueba, pruebas')],
  ],
  fr: [
    ['rollback', namesOf('récupération, restauration, retour')],
    ['escalation', namesOf('contact, contacts, points de contact, aide')],
    ['prerequisites', namesOf('préparation, accès')],
    ['steps', namesOf('confinement, étapes de réponse, résolution, exécution, actions')],
    ['post', namesOf('suivi, clôture')],
    ['verification', namesOf('résultat, tests')],
  ],
  pt: [
    ['rollback', namesOf('recuperação, restauração')],
    ['escalation', namesOf('contato, contatos, ajuda')],
    ['prerequisites', namesOf('preparação, acessos')],
    ['steps', namesOf('contenção, resolução, solução, ações')],
    ['post', namesOf('encerramento, acompanhamento')],
    ['verification', namesOf('resultado, testes')],
  ],
  ja: [
    ['rollback', namesOf('復旧, 復旧確認, 復元')],
    ['escalation', namesOf('連絡ポイント, 連絡')],
    ['steps', namesOf('作業, 対策, 封じ込め, 対処方法, 解決方法, 復旧作業')],
    ['trigger', namesOf('検出, 検知, 意味, 事象')],
    ['post', namesOf('学んだ教訓, 完了後')],
    ['verification', namesOf('結果, 点検, テスト')],
  ],
  ko: [
    ['rollback', namesOf('복구, 복원')],
    ['verification', namesOf('결과, 점검, 테스트')],
    ['steps', namesOf('작업, 실행, 방법, 대처, 처리, 진행')],
    ['prerequisites', namesOf('준비, 요구사항, 권한')],
    ['trigger', namesOf('의미, 감지, 상황')],
    ['post', namesOf('회고, 마무리')],
    ['escalation', namesOf('연락, 보고')],
  ],
};

function namesOf(list: string): ReadonlySet<string> {
  return new Set(list.split(',').map((name) => name.trim()));
}
