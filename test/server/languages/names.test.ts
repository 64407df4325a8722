/** Names of parts as operators write them in six languages, apart from those that the word lists were made from. */
import { expect, test } from 'vitest';
import { roleOf, type Role } from '../../../server/src/model/vocabulary';

const names: Readonly<Partial<Record<Role, string>>> = {
  rollback:
    'Rollback-Strategie|Rollback-Prozedur|Zurück zur alten Version|Was tun, wenn es schiefgeht?|Rückfallszenario|Änderungen zurücknehmen|Procedimiento de vuelta atrás|Cómo revertir|Si algo sale mal|Plan de contingencia|Revertir los cambios|Procédure de rollback|Comment revenir en arrière|Retour à la version précédente|En cas d’échec|Como reverter|Plano de rollback|Desfazer a mudança|ロールバック方法|切り戻し手順|切戻し手順|元に戻す手順|戻し作業|ロールバック手順（Rollback）|롤백 방법|원복 방법|롤백 계획|이전 버전으로 되돌리기|롤백 시나리오',
  verification:
    'Abnahmetest|Nachkontrolle|Wie prüfe ich den Erfolg?|Überprüfung nach dem Deployment|Ergebnisprüfung|Funktionstest|Smoke-Test|Verificación posterior|Cómo comprobar el resultado|Validación final|Comprobación de servicio|Vérifications post-déploiement|Comment vérifier|Contrôles après intervention|Verificação pós-deploy|Como validar|動作確認|事後確認|作業後確認|正常性確認|確認項目|復旧確認方法|チェック（Validation）|배포 후 확인|정상 동작 확인|검증 방법|결과 확인|확인 사항|완료 후 점검',
  escalation:
    'Eskalationsstufen|Wen informieren?|Eskalation und Kontakte|Eskalationsmatrix|Ansprechpartner im Notfall|Niveles de escalado|Escalación y contactos|A quién avisar|Matriz de escalamiento|Procédure d’escalade|Niveaux d’escalade|Qui prévenir ?|Níveis de escalonamento|Matriz de escalonamento|エスカレーションフロー|エスカレーション基準|連絡体制|緊急連絡先一覧|障害時の連絡先|에스컬레이션 기준|에스컬레이션 정책|담당자 연락처|비상 연락망|장애 보고 체계',
  prerequisites:
    'Voraussetzungen und Zugänge|Vorbereitung der Umgebung|Benötigte Berechtigungen|Bevor Sie beginnen|Requisitos previos y accesos|Antes de empezar|Permisos necesarios|Prérequis techniques|Avant de commencer|Droits nécessaires|Pré-requisitos e acessos|Antes de começar|Permissões necessárias|前提条件と準備|事前確認事項|必要なツール|必要な権限|作業前チェック|前提（Prereqs）|사전 요구사항|사전 준비 사항|필요 도구|작업 전 확인 사항|전제 조건',
  steps:
    'Schritt-für-Schritt-Anleitung|Durchführung der Arbeiten|Vorgehen im Fehlerfall|Arbeitsschritte|Störungsbehebung|Sofortmaßnahmen|Pasos a seguir|Procedimiento detallado|Pasos de resolución|Acciones inmediatas|Étapes de résolution|Procédure de redémarrage|Actions à mener|Mode opératoire|Passos para resolução|Procedimento de recuperação|Ações imediatas|作業手順|対応手順|実施手順（本番）|手順（Steps）|障害初動|デプロイ手順|배포 절차|작업 절차|장애 대응 절차|조치 방법|해결 방법|재시작 절차|단계별 절차',
  trigger:
    'Auslöser (Wann brauche ich das?)|Wann wird dieses Runbook verwendet?|Wann anwenden|Symptome und Erkennung|Cuándo usar este runbook|Síntomas y detección|Quand utiliser cette procédure|Symptômes|Quando usar este procedimento|Sintomas|トリガー条件|発生条件|症状とアラート|いつ使うか|실행 조건|사용 시점|증상|발생 조건|언제 사용하나요',
  post: 'Nachbereitung und Lessons Learned|Nach dem Vorfall|Folgemaßnahmen|Después del incidente|Tras la resolución|Après l’incident|Retour d’expérience|Após o incidente|事後対応|再発防止策|障害後の対応|사후 조치|재발 방지 대책|후속 조치',
};

test.each(Object.entries(names))('%s', (role, list) => {
  expect(list.split('|').filter((name) => roleOf(name) !== role)).toEqual([]);
});

test('what is something else has no role', () => {
  const others =
    'Kontrolle der Kosten|Datenprüfung der Kunden|Wartungsfenster|Übersicht|Architektur|Überwachung|Datenverarbeitung|Ablaufdatum|Rückfallkriterien|' +
    'Voraussichtliche Dauer|Configuración|Arquitectura|Descripción|Monitoreo|Dependencias externas|Criterios de reversión|Référence|Sauvegarde|Surveillance|Retour d’information|' +
    'Contrôle d’accès|Plan de communication|Arquitetura|Segurança|設定|構成|アーキテクチャ|監視|バックアップ|原因|影響|概要|参考|データ処理|原因の確認|ログ確認|切り戻し判断基準|ロールバック訓練|' +
    '설정|구성|아키텍처|모니터링|백업|개요|원인|데이터 처리|알림|로그 확인|원인 확인|사용 방법|롤백 기준|롤백 여부 판단|Restart policy|Test plan';
  expect(
    others
      .split('|')
      .map((name) => [name, roleOf(name)])
      .filter(([, role]) => role !== null),
  ).toEqual([]);
});
