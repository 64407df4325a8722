/**
 * Words that say what a sentence of a runbook is for, in other languages that operators write in: German, Spanish, French,
 * Portuguese, Japanese, Korean. Rules and the parser ask for these besides the English ones.
 */
import { groupBy } from '../text/group-by';

/** A pattern of words of letters, whole ones where the language has blanks between them. */
function wordsOf(latin: string, others: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${latin})(?!\\p{L})|${others}`, 'iu');
}

/** What the title of a step says that it does: by what it begins with, or ends with where the verb stands there. */
interface Aim {
  /** By their first words what follows those in each phrase: often nothing. */
  readonly begins: ReadonlyMap<string, readonly string[]>;
  readonly ends: ReadonlySet<string>;
  readonly endsWithoutBlanks: RegExp;
}

function aimOf(begins: string, ends: string, endsWithoutBlanks: string): Aim {
  const phrases = begins.split(', ').map((phrase) => ({ phrase, first: wordAtStart(phrase) }));
  const byFirst = groupBy(phrases, ({ first }) => first);
  return {
    begins: new Map(
      Array.from(byFirst, ([first, group]) => [first, group.map(({ phrase }) => phrase.slice(first.length))]),
    ),
    ends: new Set(ends.split(', ')),
    endsWithoutBlanks: new RegExp(`(?:${endsWithoutBlanks})$`, 'u'),
  };
}

function wordAtStart(words: string): string {
  return /^\p{L}+/u.exec(words)?.[0] ?? '';
}

/** Both ends of a title in lower case, without marks: what aims are looked for in. */
export interface TitleEnds {
  readonly firstWord: string;
  /** What stands behind the first word. */
  readonly behind: string;
  readonly end: string;
}

/** More than this is looked at of neither end of a title. */
const farthest = 60;

/** The ends of a title, for the questions about aims. */
export function titleEnds(title: string): TitleEnds {
  const whole = title.slice(0, farthest).replaceAll("'", '’').toLowerCase();
  const lead = whole.replace(/^[^\p{L}]{1,20}/u, '');
  const firstWord = wordAtStart(lead);
  return {
    firstWord,
    behind: lead.slice(firstWord.length),
    end: title
      .slice(-farthest)
      .toLowerCase()
      .replace(/[.。!]$/, ''),
  };
}

function isMeant({ begins, ends, endsWithoutBlanks }: Aim, { firstWord, behind, end }: TitleEnds): boolean {
  if (
    begins
      .get(firstWord)
      ?.some((rest) => behind.startsWith(rest) && !/^\p{L}/u.test(behind.slice(rest.length)))
  )
    return true;
  // a look saves most titles in English the search for the last word
  if (end.endsWith('n')) return ends.has(/(?<!\p{L})\p{L}+$/u.exec(end)?.[0] ?? '');
  return end.charCodeAt(end.length - 1) >= firstLetterWithoutBlanks && endsWithoutBlanks.test(end);
}

/** Letters of languages without blanks between words, or with endings at them, come from here on in Unicode. */
const firstLetterWithoutBlanks = 0x3040;

const verifying = aimOf(
  'prüfe, prüfen, überprüfe, überprüfen, kontrolliere, verifiziere, validiere, teste, beobachte, comprobar, compruebe, verificar, verifique, validar, valide, confirmar, confirme, ' +
    'vérifier, vérifiez, contrôler, contrôlez, valider, validez, confirmer, confirmez, s’assurer, assurez-vous, surveiller, surveillez, tester, testez, ' +
    'conferir, confira, certificar-se, certifique-se, monitorar, monitore, probar, pruebe, testar',
  'prüfen, überprüfen, kontrollieren, verifizieren, validieren, sicherstellen, beobachten, testen',
  '(?:確認|検証|チェック|監視|点検)(?:する|します|した|せよ|を行う)?|(?:확인|검증|점검|모니터링|체크)(?:한다|하기|합니다|하세요|할 것)?',
);

const investigating = aimOf(
  'untersuche, analysiere, ermittle, finde, suche, liste, revisar, revise el, revise la, revise los, revise las, revise si, revise que, revise o, revise a, revise os, revise as, ' +
    'mirar, mire, observar, observe, identificar, identifique, investigar, investigue, analizar, analice, ' +
    'buscar, busque, listar, liste, consultar, consulte, examinar, examine, determinar, determine, recopilar, recopile, inspeccionar, inspeccione, averiguar, averigüe, ' +
    'regarder, regardez, identifier, identifiez, examiner, examinez, analyser, analysez, chercher, cherchez, rechercher, recherchez, lister, listez, consulter, consultez, ' +
    'déterminer, déterminez, collecter, collectez, inspecter, inspectez, trouver, trouvez, ' +
    'olhar, olhe, analisar, analise, procurar, procure, coletar, colete, veja',
  'ansehen, anschauen, untersuchen, analysieren, ermitteln, feststellen, identifizieren, suchen, finden, auflisten, anzeigen, abfragen, sammeln, sichten, vergleichen, einsehen, lesen, messen',
  '(?:調査|特定|参照|分析|収集|取得|把握)(?:する|します)?|調べる|調べます|見る|洗い出す|(?:조회|조사|분석|파악|식별|검색|수집|검토)(?:한다|하기|합니다|하세요)?|살펴보기|찾기|살펴본다|상태|진단|현황',
);

const telling = aimOf(
  'informiere, benachrichtige, verständige, melde, avisar, avise, informar, informe, notificar, notifique, comunicar, comunique, llamar a, llame a, anunciar, anuncie, documentar, documente, ' +
    'prévenir, prévenez, informer, informez, avertir, avertissez, notifier, notifiez, annoncer, annoncez, communiquer, communiquez, appeler, appelez, contacter, contactez, alerter, alertez, signaler, signalez, documenter, documentez, ' +
    'ligar para, ligue para, contatar, contate, iniciar sesión, inicie sesión, conectarse, conéctese, se connecter, connectez-vous, fazer login, faça login',
  'informieren, benachrichtigen, verständigen, alarmieren, melden, mitteilen, kommunizieren, eskalieren, anrufen, dokumentieren, protokollieren, ankündigen, hinzuziehen, einberufen, anmelden, einloggen',
  '(?:連絡|報告|通知|共有|周知|エスカレーション|相談|告知|アナウンス|電話|ログイン)(?:する|します|せよ)?|(?:공유|보고|통보|공지|연락|전파|에스컬레이션|전화|로그인)(?:한다|하기|합니다|하세요)?|알린다|알리기',
);

/** Whether the title of a step says that it confirms something. */
export function verifiesAbroad(title: TitleEnds): boolean {
  return isMeant(verifying, title);
}

/** Whether the title of a step says that it only looks. */
export function investigatesAbroad(title: TitleEnds): boolean {
  return isMeant(investigating, title);
}

/** Whether the title of a step says that it only tells somebody. */
export function tellsAbroad(title: TitleEnds): boolean {
  return isMeant(telling, title);
}

const confirming = wordsOf(
  '(?:über)?prüf(?:en|e|t)|vergewissern|sicherstellen|erwartet\\p{L}{0,3}|sollten?|wart(?:en|e)(?: sie)?,? bis|' +
    'vérifi(?:er|ez|e)|attendue?s?|attend(?:re|ez) (?:que|jusqu)|jusqu’à ce que|devrai(?:t|ent)|doit (?:être|afficher|renvoyer|retourner|répondre)|assurez-vous|s’assurer|' +
    'verifi(?:car|que|ca)|compr(?:obar|ueb[ae])|esperad[oa]s?|hasta que|esper(?:e|ar) (?:hasta|a que)|deber(?:ía|ían|á|án)|debe (?:ser|mostrar|devolver|responder|decir|estar)|asegúrese|asegurar(?:se)?|' +
    'aguard(?:e|ar) (?:até|que)|até que|deve (?:ser|mostrar|retornar|responder|exibir|estar)|deverá|certifi(?:que|car)-se|confira|conferir',
  '確認|検証|こと。?$|になっていれば|表示され(?:る|れば|ます)|が返(?:る|って|れば)|まで待|期待|はずで|はず。|正常|확인|검증|어야 ?(?:한다|합니다|함)|까지 ?(?:기다|대기)|표시(?:되면|된다|됩니다)|정상|반환(?:되면|된다|됩니다)|예상',
);

/** What every line that {@link confirmsAbroad} takes holds some of, as the source of a pattern: English lines hold none. */
export const confirmingStemsAbroad =
  'vergewiss|sicherstell|erwartet|sollte|warte|attend|jusqu|devrai|doit |assure[rz]|verifi(?:que|ca(?!t))|comprob|comprueb|esperad|espere|esperar|hasta|deberí|deberá|debe |asegur|aguard|deve |certifi(?:que|car-)|confira|conferir|' +
  'prüf|vérifi|asegúr|até|deverá|[\\u3040-\\u30ff\\u4e00-\\u9fff\\uac00-\\ud7a3]';
const mayConfirm = new RegExp(confirmingStemsAbroad, 'i');

/** Whether a line says how to see that something worked. */
export function confirmsAbroad(line: string): boolean {
  return mayConfirm.test(line) && confirming.test(line.replaceAll("'", '’'));
}

const escalating = {
  when: wordsOf(
    'wenn|falls|sobald|innerhalb|länger als|minuten|stunden?|si|cuando|después de|tras|dentro de|más de|minutos|horas?|quand|lorsque|après|au bout de|plus de|heures?|se|quando|após|depois de|mais de',
    '場合|以内|経過|超え|以上|[\\d０-９]分|時間|たら|경우|이내|이상|초과|\\d ?분|시간|하면|으면|않으면|되면|걸리면',
  ),
  whom: wordsOf(
    'kontaktieren|anrufen|rufen|leitung|ansprechpartner|llam(?:e|ar)|contact(?:e|ar)|avis(?:e|ar)|equipo|guardia|responsable|soporte|' +
      'appel(?:er|ez)|contacter|contactez|prévenir|prévenez|équipe|astreinte|lig(?:ue|ar)|contat(?:e|ar)|acion(?:e|ar)|equipe|plantão|responsável',
    'team(?!\\p{L})|bereitschaft|dienst(?!\\p{L})|連絡|電話|担当|チーム|当番|責任者|オンコール|연락|전화|담당|팀|당직|책임자|온콜',
  ),
  what: wordsOf(
    'mitteilen|mitgeben|angeben|bereitstellen|beifügen|anhängen|senden|schicken|berichten|informationen|protokolle?|zeitverlauf|proporcion(?:e|ar)|indi(?:que|car)|adjunt(?:e|ar)|envi(?:e|ar)|envíe|información|registros|cronología|compart(?:a|ir)|' +
      'fournir|fournissez|indiquer|indiquez|joindre|joignez|envoyer|envoyez|transmettre|informations|journaux|chronologie|forneça|fornecer|informe|anex(?:e|ar)|informações|compartilh(?:e|ar)',
    '伝え|共有|報告|提供|添付|情報|ログ|送る|送付|전달|공유|보고한|첨부|정보|로그|제공',
  ),
} as const;

/** Whether an escalation says when to escalate, whom to turn to, or what they need to know. */
export function escalatesAbroad(words: string, aspect: keyof typeof escalating): boolean {
  return escalating[aspect].test(words);
}

const turning = wordsOf(
  'anrufen|verständigen|benachrichtigen|alarmieren|hinzuziehen|eskalier(?:en|e|t)|llam(?:e|ar) (?:a|al)|avis(?:e|ar) (?:a|al)|contact(?:e|ar) (?:con|a|al)|appel(?:er|ez)|prévenir|prévenez|contactez|contacter|' +
    'lig(?:ue|ar) para|acion(?:e|ar) (?:o plantão|o time|a equipe)|contat(?:e|ar)|avis(?:e|ar) (?:o|a)',
  '電話する|電話して|連絡する|連絡して|エスカレーション|전화한다|전화하|연락한다|연락하|에스컬레이션',
);

/** Whether words say to turn to somebody. */
export function turnsToSomebodyAbroad(words: string): boolean {
  return turning.test(words);
}

const goingBack = wordsOf(
  'rückfall|zurückrollen|zurücksetzen|rückgängig|retour arrière|reversión|revertir|revierta|deshacer|vuelta atrás|reversão|reverter|reverta|desfazer',
  'ロールバック|切り?戻|元に戻|롤백|원복|되돌리|되돌린',
);

/** Whether words speak of a way back. */
export function goesBackAbroad(words: string): boolean {
  return goingBack.test(words);
}
