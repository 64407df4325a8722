/**
 * Names of parts in other languages, near those of `translated-roles.ts`: compounds, inflections, and what stands in front
 * and behind. Names are folded (`role-patterns.ts`), so hyphens are blanks. Where a language writes without blanks, what a
 * name ends with tells what it is.
 */
import type { Role } from './role';

/** A few words behind a name: what the part is about. */
const about = '(?: .{1,60})?';
/** The same behind a word that says of what. */
const of =
  '(?: (?:der|des|die|das|den|dem|ob|von|vom|nach|im|in|bei|auf|aller|de|del|du|des|d’[^ ]+|do|da|dos|das|que|si|se|el|la|le|les|los|las|o|a)(?: .{1,60})?)?';
/** What is decided, planned or rehearsed about a way back is none. */
const aboutRollback =
  /kriterien|entscheidung|auslöser|fenster|frist|test|übung|critères|décision|déclencheur|délai|exercice|criterios|decisión|disparador|plazo|simulacro|critérios|decisão|gatilho|prazo|simulado|判断|基準|条件|判定|期限|訓練|テスト|기준|조건|판단|여부|시점|훈련|테스트/u;

/** In order: the first that fits decides. Each is anchored, its repeats bounded. */
const sources: readonly (readonly [Role, readonly string[]])[] = [
  [
    'prerequisites',
    [
      `(?:technische |allgemeine |notwendige )?(?:voraussetzung|vorbedingung|vorbereitung|vorarbeit)(?:en)?${about}`,
      `(?:benötigte|erforderliche|notwendige) (?:zugänge|zugriffe|rechte|berechtigungen|werkzeuge|tools|unterlagen|informationen)${about}`,
      `bevor (?:du|sie|ihr|es|man)${about}`,
      `was (?:du|sie|man|ihr) (?:brauchst|brauchen|braucht|benötigst|benötigen|benötigt)`,
      `(?:conditions préalables|prérequis|pré requis)${about}`,
      `(?:accès|droits|outils|autorisations|permissions) (?:requis|nécessaires|requises)${about}`,
      `avant (?:de|d’|l’)${about}`,
      `(?:requisitos|prerrequisitos|precondiciones|condiciones) (?:previ[ao]s|para|de acceso|necesari[ao]s)${about}`,
      `(?:accesos|permisos|herramientas) (?:necesari[ao]s|requerid[ao]s)${about}`,
      `antes de (?:empezar|comenzar|iniciar|ejecutar|começar|iniciar|executar)${about}`,
      `(?:pré requisitos|precondições|requisitos)(?: (?:para|de|do|da|e))${about}`,
      `(?:acessos|permissões|ferramentas) (?:necessári[ao]s|requerid[ao]s)${about}`,
      '(?:[^ ]{0,12})(?:前提条件|前提事項|前提知識|事前準備|事前確認|事前条件|事前作業|事前チェック)(?:事項|項目|リスト|手順)?(?:[とや・][^ ]{1,12})?',
      '(?:作業前|実行前|実施前|開始前)の?(?:確認|準備|チェック)(?:事項|項目)?',
      '必要(?:な)?(?:権限|ツール|もの|アクセス|アクセス権|情報|条件|な権限)(?:と[^ ]{1,12})?',
      '(?:사전|선행|전제) ?(?:요구 ?사항|조건|준비(?: ?사항)?|확인(?: ?사항)?|점검(?: ?사항)?|작업|체크(?:리스트)?)',
      '(?:작업|실행|시작) ?전 ?(?:확인|준비|점검)(?: ?사항)?',
      '필요(?:한)? ?(?:권한|도구|조건|것|정보|접근 권한)(?: ?및 [^ ]{1,12})?',
    ],
  ],
  [
    'rollback',
    [
      `(?:[^ ]+ )?rückfall(?:plan|prozedur|verfahren|szenario|strategie|schritte|option|maßnahmen)${about}`,
      `(?:änderung|änderungen|deployment|update|release|migration|konfiguration)(?: [^ ]{1,30})? (?:zurücknehmen|zurückrollen|zurücksetzen|rückgängig machen)`,
      `(?:rollback|rückroll)(?:plan|prozedur|verfahren|schritte|anleitung)${about}`,
      `(?:zurückrollen|zurücksetzen|rückgängig machen)${about}`,
      `(?:was tun,? )?(?:wenn|falls) (?:etwas|es|das|was) (?:schiefgeht|schief geht|nicht klappt|fehlschlägt|scheitert)`,
      `zurück (?:zur|zum|auf) [^ ]+${about}`,
      `(?:cómo|como) (?:revertir|volver atrás|deshacer|reverter|desfazer)${about}`,
      `comment (?:revenir|annuler)${about}`,
      'plan de contingencia|plano de contingência|plan de secours|notfallplan',
      `(?:plans?|procédures?|étapes) de (?:retour(?: en)? arrière|rollback|repli|restauration)${about}`,
      `retour (?:à|en|vers) (?:l’état|la version|la configuration|état|arrière)${about}`,
      `revenir (?:en arrière|à (?:la version|l’état|la configuration))${about}`,
      `(?:si|en cas d’)(?: ?échec| problème| ça échoue| cela échoue)${about}`,
      `(?:plan(?:es)?|procedimientos?|pasos|procesos?|planos?|procedimentos?|passos|etapas) de (?:rollback|reversión|vuelta atrás|marcha atrás|reversão|retorno)${about}`,
      `(?:revertir|deshacer|reverter|desfazer)${about}`,
      `(?:volver|voltar) (?:atrás|al|a la|la|para|à|ao) ?${about}`,
      `(?:si|se) (?:algo|esto|isso) (?:falla|sale mal|falhar|der errado)`,
      `(?:[^ ]{0,12})(?:ロールバック|切り?戻し|巻き戻し)(?:の)?(?:手順|方法|計画|プラン|作業|対応)?`,
      '(?:元に戻す|元へ戻す)(?:手順|方法)?|戻し(?:手順|作業|方法)|(?:失敗|異常)(?:時|した場合)の(?:対応|対処|手順)',
      `(?:[^ ]+ ){0,2}(?:롤백|원복)(?: ?(?:절차|방법|계획|단계|수행|실행|작업|시나리오|가이드))?`,
      '(?:[^ ]+ ){0,3}(?:되돌리기|되돌리는 방법)|(?:실패|문제 발생|이상 발생) ?시(?: ?(?:조치|대응|절차))?',
    ],
  ],
  [
    'post',
    [
      `(?:nachbereitung|nacharbeit(?:en)?|nachbearbeitung|folgemaßnahmen)${about}`,
      `nach (?:dem|der|einem) (?:vorfall|incident|störung|ausfall|einsatz|behebung|lösung)${about}`,
      `après (?:l’incident|la résolution|le retour à la normale|l’intervention)${about}`,
      `(?:después|tras|luego) (?:de |del )?(?:el |la )?(?:incidente|resolución|recuperación)${about}`,
      `(?:depois|após) (?:do |da |o |a )?(?:incidente|resolução|recuperação)${about}`,
      '(?:インシデント|障害|対応|復旧|作業|解決)後の?(?:対応|作業|処理|レビュー|フォロー|フォローアップ|報告)',
      '事後(?:対応|作業|処理|レビュー|報告|分析)|(?:[^ ]{0,8})再発防止(?:策|対策)?',
      '(?:장애|복구|해결|작업) ?(?:이후|후) ?(?:조치|작업|처리|보고)(?: ?사항)?',
      '(?:사후|후속) ?(?:조치|작업|처리|분석|검토|관리|보고)(?: ?사항)?|재발 ?방지(?: ?(?:대책|방안|책))?',
    ],
  ],
  [
    'gate-criteria',
    [
      `(?:erfolgs|freigabe|abnahme|abschluss|ausstiegs|austritts|übergangs)(?:kriterien|bedingungen)${about}`,
      `(?:critères|conditions) (?:de |d’)(?:sortie|succès|réussite|passage|acceptation|fin)${about}`,
      `(?:criterios|condiciones) de (?:salida|éxito|aceptación|paso|finalización|cierre)${about}`,
      `(?:critérios|condições) de (?:saída|sucesso|aceitação|conclusão|encerramento)${about}`,
      '(?:[^ ]{0,8})(?:完了|終了|成功|移行|通過|合格|受け入れ|ゲート)(?:の)?(?:条件|基準|判定)',
      '(?:[^ ]+ )?(?:완료|종료|성공|통과|인수|게이트) ?(?:조건|기준)',
    ],
  ],
  [
    'verification',
    [
      `(?:[^ ]+ )?(?:überprüfung|verifizierung|verifikation|validierung|erfolgskontrolle|erfolgsprüfung|funktionsprüfung|funktionstest|abschlussprüfung|abschlusskontrolle|endkontrolle|nachprüfung|nachkontrolle|abnahmetest|abnahmeprüfung|ergebnisprüfung|ergebniskontrolle|rauchtest)${of}`,
      `(?:über)?prüf(?:en|ung)${of}`,
      `(?:so |wie )?(?:erkennst|erkennen|siehst|sehen|prüfst|prüfen|weißt) (?:du|sie)${about}`,
      `wie (?:prüfe|überprüfe|erkenne|sehe|teste) (?:ich|man)${about}`,
      `comment (?:vérifier|valider|contrôler|savoir)${about}`,
      `erwartete[rs]? (?:ergebnis|ergebnisse|ausgabe|antwort|verhalten|zustand|output|wert)${about}`,
      `(?:[^ ]+ )?vérifications?(?: [^ ]+){0,2}${of}`,
      'validation (?:du|des|finale|de la|de l’[^ ]+|de bon)(?: .{1,60})?',
      `contrôles? (?:final|finaux|post|après|de bon)${about}`,
      `vérifier${about}`,
      `(?:résultat|comportement|état)s? attendus?`,
      `(?:[^ ]+ )?(?:verificación|comprobación|validación|verificação|validação|conferência)(?: (?:final|de|del|do|da|posterior|pós|tras|después)${about})?`,
      `(?:verificar|comprobar|validar|conferir)${about}`,
      `cómo (?:verificar|comprobar|validar|saber)${about}`,
      `como (?:verificar|validar|conferir|saber)${about}`,
      `(?:resultado|comportamiento|estado|comportamento|saída|salida)s? esperad[ao]s?`,
      '(?!原因|影響|現状|状況|症状|事象|ログ|エラー|アラート)(?:[^ ]{0,12})(?:確認|検証)(?:の)?(?:手順|方法|項目|事項|ポイント|内容|コマンド|チェックリスト)?',
      '(?:期待|想定)(?:される|する)?(?:結果|出力|値|動作|状態)',
      '(?!원인|영향|로그|증상|현황|상황|에러|오류|알림)(?:[^ ]+ ){0,2}(?:확인|검증)(?: ?(?:절차|방법|사항|항목|단계|내용|포인트))?',
      '(?:완료|작업|배포|복구|적용|실행) ?후 ?(?:확인|점검|검증)(?: ?(?:사항|항목))?',
      '(?:예상|기대)(?:되는)? ?(?:결과|출력|값|동작|상태)|(?:[^ ]+ )?(?:스모크|동작|기능|연결) ?테스트',
    ],
  ],
  [
    'escalation',
    [
      `(?!eskalations(?:rate|historie|protokoll)$)eskalations?(?:weg|wege|pfad|stufen|stufe|kette|plan|matrix|prozess|regeln|kriterien|kontakte|verfahren)?${about}`,
      `(?:[^ ]+ )?(?:ansprechpartner|ansprechpartnerinnen|ansprechpersonen|notfallkontakte|bereitschaft)(?:(?: und| für| bei| im)${about})?`,
      `(?:wen|wann wen) (?:anrufen|kontaktieren|informieren|alarmieren)${about}`,
      `(?:chaîne|procédure|chemin|niveaux|critères|matrice|règles) d’escalade${about}`,
      `escalade (?:et|vers|en cas)${about}`,
      `qui (?:appeler|contacter|prévenir|alerter)${about}`,
      `contacts (?:d’urgence|d’astreinte|d’escalade)${about}`,
      `(?:ruta|camino|cadena|procedimiento|niveles|criterios|matriz|proceso) de (?:escalado|escalación|escalamiento|escalada)${about}`,
      `(?:escalado|escalación|escalamiento|escalada) (?:y|de|del|al|a)${about}`,
      `quién (?:llamar|contactar|avisar)${about}`,
      `(?:caminho|cadeia|fluxo|procedimento|níveis|critérios|matriz|processo) de escalonamento${about}`,
      `escalonamento (?:e|para|de)${about}`,
      `quem (?:acionar|chamar|contatar|avisar)${about}`,
      `contactos de (?:emergencia|escalado|guardia)|contatos de (?:emergência|escalonamento|plantão)`,
      'エスカレーション(?:先|フロー|パス|経路|ルート|基準|条件|手順|ルール|方法|体制)?(?:と[^ ]{1,10})?',
      '(?:緊急時の|障害時の|夜間の|緊急|障害|担当者|関係者)?連絡(?:先|体制|フロー|網|窓口|経路|方法)(?:一覧)?|オンコール(?:体制|担当|連絡先)?',
      '(?:[^ ]+ )?에스컬레이션(?: ?(?:절차|기준|경로|정책|조건|단계|라인|체계|연락처|방법|대상))?',
      '(?:비상|긴급|담당자?|장애) ?연락(?:처|망|체계)|(?:장애 )?(?:보고|연락) ?(?:체계|라인)|온콜(?: ?(?:담당자?|연락처))?',
    ],
  ],
  [
    'trigger',
    [
      `(?:auslöser|symptome?|anlass|erkennung)(?: (?:für|des|der|und|von)${about})?`,
      `wann (?:[^ ]+ ){0,4}(?:verwendet|angewendet|eingesetzt|verwenden|anwenden|einsetzen|nutzen|benutzen|ausführen|gilt|greift|brauche|brauchst|benötigt)${about}`,
      `(?:quand|dans quels cas) (?:utiliser|l’utiliser|appliquer|exécuter|lancer|s’en servir)${about}`,
      `(?:symptômes|déclencheurs?|conditions de déclenchement)${about}`,
      `cuándo (?:usar|utilizar|aplicar|ejecutar|usarlo|utilizarlo)${about}`,
      `(?:síntomas|disparadores|desencadenantes|condiciones de activación)${about}`,
      `quando (?:usar|utilizar|aplicar|executar)${about}`,
      `(?:sintomas|gatilhos|condições de acionamento)${about}`,
      '(?:トリガー|発生|発動|実施|実行|開始|適用|検知|使用|利用)(?:の|する)?(?:条件|タイミング|場面|契機|ケース)',
      '(?:いつ|どんな(?:とき|時)に?)(?:使う|使用する|実行する|実施する)(?:か|のか)?|(?:[^ ]{0,8})症状(?:[とや・][^ ]{1,12})?',
      '(?:트리거|발생|실행|발동|적용|감지|사용|수행) ?(?:조건|시점|상황)|감지 ?방법|언제 ?(?:사용|실행|적용)[^ ]{0,6}|(?:[^ ]+ )?증상',
    ],
  ],
  [
    'steps',
    [
      `(?:[^ ]{1,20} )?(?:arbeits|durchführungs|handlungs|umsetzungs|behebungs|lösungs|einzel|ausführungs)?schritte${about}`,
      `schritt für schritt(?: anleitung)?${about}`,
      `(?:[^ ]+ )?(?:durchführung|vorgehen|vorgehensweise|arbeitsablauf|arbeitsanweisung|maßnahmen|sofortmaßnahmen|fehlerbehebung|störungsbehebung|abhilfe)(?: (?:bei|im|der|des|für|zur|zum|von|in)${about})?`,
      `(?:étapes|procédure|marche|tâches|actions)(?: (?:à|de|d’|du|des|pour|immédiates|correctives))${about}`,
      `(?:procedimiento|procedimento|procédure)s? (?:detallad[ao]s?|detalhad[ao]s?|détaillée?s?|estándar|padrão|standard|general|geral|operativ[ao]s?|operacional)${about}`,
      `(?:pasos|procedimiento|tareas|acciones)(?: (?:de|del|para|a|inmediat[ao]s|correctiv[ao]s|la|el|seguir|detallad[ao]s?))${about}`,
      `(?:passos|procedimento|tarefas|etapas|ações)(?: (?:de|do|da|para|a|imediat[ao]s|corretiv[ao]s|seguir|detalhad[ao]s?))${about}`,
      '(?:[^ ]{0,16})(?:手順|対応フロー|作業フロー|実施手順|対処方法|対応方法|対応内容|復旧方法|解決方法|初動|初動対応)(?:書|詳細|一覧)?(?:[とや・][^ ]{1,12})?',
      '(?:[^ ]+ ){0,2}(?:작업|실행|대응|조치|처리|배포|수행|진행|해결|운영|재시작|복구|실시|적용|점검)?(?: )?(?:절차|순서|단계)',
      '(?:[^ ]+ ){0,2}(?:조치|대응|대처)(?: ?(?:사항|방법|내용|방안|작업))?|(?:[^ ]+ ){0,2}(?:해결|처리|수행|실행) ?(?:방법|방안|사항)',
    ],
  ],
  [
    'scope',
    [
      `(?:geltungs|anwendungs)bereich${about}`,
      `(?:périmètre|champ d’application|alcance|ámbito|escopo|âmbito)(?: (?:de|del|du|d’|do|da)${about})?`,
      '(?:適用|対象)(?:範囲|システム|サービス)?(?:と対象外)?|(?:적용|대상) ?(?:범위|대상|시스템)|대상',
    ],
  ],
];

// one by one: together they are more than can be judged
const patterns = sources.flatMap(([role, list]) =>
  list.map((source) => [role, new RegExp(`^(?:${source})$`, 'u')] as const),
);

/**
 * What every name in ASCII that one of the patterns takes holds some of: most names in English hold none.
 */
const stems =
  /voraus|klappt|fehlschl|scheitert|de vuelta|de marcha|de retorno|conditions d|attendu|vorbe|vorarb|erforder|notwend|bevor|brauch|rollback[pvsa]|de (?:rollback|repli|restauration)|schief|nachb|nacharb|nach (?:de|ei)|kriteri|bedingung|verifi[kz]|validier|validar|validation d|validation finale|erfolgs|funktions|kontroll|rauchtest|abnahme|ergebnis|wie |erkenn|siehst|sehen|erwartet|eskalation|ansprech|notfall|bereitschaft|wen |symptome?(?: |$)|anlass|wann |schritt|vorgehen|arbeits|behebung|abhilfe|bereich|outils|droits|autorisations|permissions requis|permisos|avant|retour|annul|revenir|escalad[aeo]|escalamiento|escalon|appeler|contacter|alerter|contacts d|contactos|contatos|quand|quels cas|comment |como |conting|secours|marche (?:d|pour|correctives)|actions (?:d|pour|correctives)|champ d|requisitos|precondicion|condicion|accesos|herramient|antes|vuelta|marcha|revertir|reverter|deshac|desfaz|volver|voltar|falla|falhar|sale mal|errado|tras |luego|depois|criterio|comprob|verificar|saber|conferir|esperad|disparador|desencad|sintoma|gatilho|pasos|passos|tareas|tarefas|etapas|accion|procedim|alcance|acessos|ferrament|quem|escopo|quando/;
/** Letters in ASCII, and marks that English has besides. */
const isPlain = /^[\x20-\x7e‘’“”–—…]*$/;

/** The role of a folded name that one of these languages has, or null. */
export function translatedRole(folded: string): Role | null {
  if (isPlain.test(folded) && !stems.test(folded)) return null;
  const name = folded.replaceAll("'", '’');
  const found = patterns.find(([, pattern]) => pattern.test(name))?.[0] ?? null;
  return found === 'rollback' && aboutRollback.test(name) ? null : found;
}
