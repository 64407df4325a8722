/**
 * What the fields and sections of the format are called in other languages that operators write in, by their English name:
 * rules and features ask for the English one. Names that mean something else in another language, as "data" does, are left
 * out; those of parts with a role of their own are in `role-names.ts`.
 */
import { chineseFields } from './chinese-names';
import { groupBy } from '../text/group-by';
import { rememberWords } from '../text/remember';

/** English name, and its translations: German; Spanish; French; Portuguese; Japanese; Korean. */
const translations: readonly (readonly [name: string, others: string])[] = [
  [
    'category',
    'kategorie; categoría; catégorie; categoria; カテゴリ, カテゴリー, 分類, 区分; 카테고리, 분류, 구분',
  ],
  ['status', '; estado; statut, état; situação; ステータス, 状態; 상태'],
  [
    'owner',
    'verantwortlich, verantwortliche, verantwortlicher, verantwortliches team, zuständig, zuständiges team, eigentümer, inhaber, betreuer; responsable, propietario, equipo responsable, encargado; propriétaire, équipe responsable; responsável, proprietário, dono, equipe responsável, time responsável; オーナー, 担当, 担当者, 担当チーム, 責任者, 管理者, 所有者; 담당자, 담당, 담당 팀, 담당팀, 소유자, 책임자, 오너, 관리자',
  ],
  [
    'trigger',
    'auslöser; disparador, desencadenante; déclencheur; gatilho, acionador; トリガー, 発動条件; 트리거, 발동 조건',
  ],
  [
    'last tested',
    'zuletzt getestet, letzter test, zuletzt geübt, letzte übung, zuletzt erprobt, getestet am; última prueba, probado por última vez, último simulacro, última comprobación; dernier test, testé le, dernier exercice, dernière répétition; último teste, testado em, último simulado; 最終テスト日, 最終テスト, 最終訓練日, 最終訓練, 最終検証日, 最終実施日; 마지막 테스트, 최종 테스트, 최근 테스트, 마지막 훈련, 최종 훈련, 최근 훈련, 최종 점검일, 테스트 일자',
  ],
  [
    'last updated',
    'letztes update, letzte aktualisierung, zuletzt aktualisiert, letzte änderung, zuletzt geändert, aktualisiert am, stand; última actualización, actualizado, última modificación; dernière mise à jour, dernière maj, mis à jour le, dernière modification; última atualização, atualizado em, última alteração, última modificação; 最終更新, 最終更新日, 更新日, 最終変更日, 最終改訂日, 最終改定日; 최종 업데이트, 마지막 업데이트, 마지막 수정일, 마지막 수정, 마지막 갱신, 최종 갱신일, 최종 갱신, 최종 수정일, 최종 수정, 수정일, 업데이트',
  ],
  [
    'last reviewed',
    'zuletzt geprüft, letzte prüfung, letztes review, zuletzt überprüft, letzte überprüfung; última revisión, revisado el, revisado por última vez; dernière revue, dernière révision, dernière relecture, relu le; última revisão, revisado em, revisado pela última vez; 最終レビュー, 最終レビュー日, 最終確認日, 最終見直し日; 최종 검토, 최종 검토일, 마지막 검토, 최근 검토, 최근 검토일',
  ],
  [
    'created',
    'erstellt, erstellt am, angelegt am; creado, creado el, fecha de creación; créé, créé le, date de création; criado em, data de criação; 作成日, 作成; 작성일, 생성일',
  ],
  [
    'author',
    'autor, autorin, verfasser, verfasserin; autor, autora; auteur, autrice, rédacteur; autor, autora; 作成者, 著者, 執筆者; 작성자',
  ],
  ['date', 'datum; fecha; ; ; 日付, 実施日; 날짜, 일자'],
  [
    'target date',
    'zieldatum, zieltermin; fecha objetivo, fecha prevista; date cible, date prévue; data alvo, data prevista; 目標日, 予定日; 목표일, 예정일',
  ],
  [
    'release date',
    'veröffentlichungsdatum, releasedatum; fecha de lanzamiento; date de sortie, date de mise en production; data de lançamento; リリース日; 릴리스 일자, 배포일, 릴리스일',
  ],
  ['version', 'dokumentversion; versión; ; versão; バージョン, 版; 버전'],
  [
    'severity',
    'schweregrad, schwere, kritikalität; severidad, gravedad, criticidad; sévérité, gravité, criticité; severidade, gravidade, criticidade; 重要度, 深刻度, 重大度; 심각도, 중요도',
  ],
  [
    'priority',
    'priorität, dringlichkeit; prioridad; priorité; prioridade; 優先度, 優先順位; 우선순위, 우선 순위',
  ],
  [
    'impact',
    'auswirkung, auswirkungen; impacto, afectación; conséquences; impacto; 影響, 影響範囲; 영향, 영향 범위, 영향도',
  ],
  [
    'likelihood',
    'wahrscheinlichkeit, eintrittswahrscheinlichkeit; probabilidad; probabilité; probabilidade; 発生確率, 可能性; 발생 가능성',
  ],
  [
    'risk level',
    'risiko, risikostufe, risikoniveau; nivel de riesgo; niveau de risque; nível de risco; リスクレベル, リスク; 위험도, 리스크 수준, 위험 수준',
  ],
  [
    'estimated duration',
    'geschätzte dauer, voraussichtliche dauer; duración estimada, tiempo estimado; durée estimée; duração estimada, tempo estimado; 所要時間, 想定所要時間, 予定所要時間; 예상 소요 시간, 예상 시간',
  ],
  [
    'metric definition',
    'metrik, metrikdefinition, messgröße; métrica, definición de la métrica; métrique, définition de la métrique; definição da métrica; メトリクス定義, 指標の定義; 지표 정의, 메트릭 정의',
  ],
  [
    'thresholds',
    'schwellwerte, schwellenwerte, grenzwerte; umbrales; seuils; limiares; しきい値, 閾値; 임계값, 임계치',
  ],
  ['environment', 'umgebung; entorno; environnement; ambiente; 環境, 対象環境; 환경, 대상 환경'],
  ['service', 'dienst; servicio; ; serviço; サービス, 対象サービス; 서비스, 대상 서비스'],
  ['team', 'mannschaft; equipo; équipe; equipe; チーム; 팀'],
  ['reviewed by', 'geprüft von; revisado por; relu par; revisado por; レビュー者, 確認者; 검토자'],
  ['approved by', 'freigegeben von, genehmigt von; aprobado por; approuvé par; aprovado por; 承認者; 승인자'],
  ['title', 'titel; título; titre; título; タイトル, 件名; 제목'],
  ['reason', 'grund, begründung; motivo; motif; motivo; 理由; 사유, 이유'],
  [
    'handles',
    'behandelt, deckt ab, gilt für; cubre, aplica a, se aplica a; couvre, traite, s’applique à; cobre, aplica-se a, se aplica a; 対象, 適用対象; 대상, 적용 대상',
  ],
  [
    'does not handle',
    'behandelt nicht, deckt nicht ab, gilt nicht für, nicht enthalten; no cubre, no aplica a, no se aplica a, fuera de alcance; ne couvre pas, ne traite pas, hors périmètre; não cobre, não se aplica a, fora do escopo; 対象外, 適用対象外; 제외 대상, 비대상, 적용 제외, 대상 아님',
  ],
  [
    'who to contact',
    'wen kontaktieren, wen anrufen, wen informieren; a quién contactar, a quién llamar, a quién avisar; qui contacter, qui appeler; quem contatar, quem acionar, quem chamar; 連絡相手, 連絡する相手; 연락 대상',
  ],
  [
    'when to escalate',
    'wann eskalieren, eskalieren wenn; cuándo escalar; quand escalader; quando escalonar, quando escalar; エスカレーションのタイミング, エスカレーション条件; 에스컬레이션 시점, 에스컬레이션 조건',
  ],
  [
    'what to provide',
    'mitzuteilen, was mitteilen, benötigte angaben; qué comunicar, qué información dar; informations à fournir, quoi fournir; o que informar, informações a fornecer; 伝える内容, 報告内容, 共有する情報; 전달 내용, 전달 사항, 보고 내용',
  ],
  [
    'response time',
    'reaktionszeit, antwortzeit; tiempo de respuesta; temps de réponse, délai de réponse; tempo de resposta; 応答時間, 対応時間; 응답 시간, 대응 시간',
  ],
  [
    'overview',
    'überblick, übersicht, zusammenfassung, kurzbeschreibung; resumen, descripción general, visión general; aperçu, vue d’ensemble, résumé; visão geral, resumo; 概要; 개요',
  ],
  [
    'emergency contacts',
    'notfallkontakte, notfallnummern; contactos de emergencia; contacts d’urgence; contatos de emergência; 緊急連絡先; 비상 연락처, 긴급 연락처, 비상 연락망',
  ],
  [
    'communication plan',
    'kommunikationsplan, kommunikation; plan de comunicación, comunicación; plan de communication; plano de comunicação, comunicação; コミュニケーション計画, 連絡計画; 커뮤니케이션 계획, 공지 계획, 소통 계획',
  ],
  [
    'data preservation',
    'datensicherung, datenerhalt, datenaufbewahrung, sicherung der daten; preservación de datos, conservación de datos, respaldo de datos, copia de seguridad, copias de seguridad; préservation des données, conservation des données, sauvegarde des données; preservação de dados, preservação dos dados, backup de dados; データ保全, データの保全, データ保護; 데이터 보존, 데이터 백업',
  ],
  [
    'rollback plan',
    'rollbackplan, rollback-plan, rückfallplan; plan de rollback, plan de reversión; plan de rollback, plan de retour arrière; plano de rollback, plano de reversão; ロールバック計画, 切り戻し計画; 롤백 계획, 원복 계획',
  ],
  [
    'success criteria',
    'erfolgskriterien; criterios de éxito; critères de succès, critères de réussite; critérios de sucesso; 成功基準, 成功条件; 성공 기준, 성공 조건',
  ],
  [
    'execution log',
    'ausführungsprotokoll, durchführungsprotokoll; registro de ejecución, bitácora de ejecución; journal d’exécution; registro de execução; 実行ログ, 実施記録, 作業記録; 실행 로그, 실행 기록, 작업 기록',
  ],
  ['goal', 'ziel, ziele; objetivo, meta; objectif, but; objetivo; 目標, ゴール; 목표'],
  ['motivation', 'beweggrund, hintergrund; motivación; ; motivação; 動機, 背景; 동기, 배경'],
  ['field', 'feld, attribut, eigenschaft; campo; champ, attribut; campo; 項目; 항목, 속성'],
  ['value', 'wert; valor; valeur; valor; 値, 内容; 값, 내용'],
  ['contact', 'kontakt, erreichbarkeit; contacto; ; contato; 連絡先; 연락처'],
  ['role', 'rolle, funktion; rol, función; rôle, fonction; papel, função; 役割; 역할'],
  ['description', 'beschreibung; descripción; ; descrição; 説明; 설명'],
  [
    'replaced by',
    'ersetzt durch; reemplazado por, sustituido por; remplacé par; substituído por; 後継, 置き換え先; 대체 문서',
  ],
];

const english: ReadonlyMap<string, string> = new Map(
  [...translations, ...chineseFields].flatMap(([name, others]) =>
    others
      .split(/[;,]/)
      .map((one) => one.trim())
      .filter((one) => one !== '')
      .map((one): [string, string] => [one, name]),
  ),
);

/** The English name of a field or section by its name in lower case; a name that is none of those listed is its own. */
export const englishName = rememberWords(
  (normalized): string => english.get(normalized.replaceAll("'", '’')) ?? normalized,
);

const others: ReadonlyMap<string, readonly (readonly [other: string, name: string])[]> = groupBy(
  english,
  ([, name]) => name,
);

/** What a field or section is called in other languages, in lower case. */
export function namesMeaning(name: string): readonly string[] {
  return others.get(name)?.map(([other]) => other) ?? [];
}
