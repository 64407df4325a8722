/**
 * Whether words are an instruction to the operator in another language than English. German, Japanese and Korean have the verb at the
 * end of a line or say it to somebody: `Dienst neu starten`, `Starten Sie den Dienst`, `サービスを停止する`. Knows no Markdown.
 */
import { wordSet } from '../text/word-set';
import { instructsInRomance } from './instructions-romance';

/** What German instructions end with, or begin with in front of `Sie`. */
const infinitives = wordSet(`
  starten neustarten durchstarten stoppen anhalten beenden abbrechen ausführen anmelden abmelden einloggen löschen entfernen anlegen
  erstellen kopieren verschieben sichern einspielen zurückspielen wiederherstellen einhängen aushängen öffnen schließen warten abwarten
  informieren benachrichtigen melden anrufen setzen ändern anpassen eintragen umschalten umstellen aktivieren deaktivieren sperren
  entsperren freigeben wechseln aufrufen auswählen wählen klicken anklicken eingeben speichern hinzufügen installieren aktualisieren
  ausrollen bereitstellen skalieren tauschen austauschen ersetzen einschalten ausschalten abschalten hochfahren herunterfahren verbinden
  trennen prüfen überprüfen kontrollieren bestätigen notieren dokumentieren leeren zurücksetzen zurückrollen rotieren erneuern
  generieren laden hochladen herunterladen vergleichen suchen sammeln umziehen übertragen einrichten konfigurieren umbenennen
`);
const imperatives = wordSet(`
  starte stoppe halte beende führe melde lösche entferne lege erstelle kopiere verschiebe sichere spiele hänge öffne schließe warte
  informiere benachrichtige rufe setze ändere trage schalte aktiviere deaktiviere sperre wechsle wähle klicke gib speichere installiere
  aktualisiere ersetze tausche fahre verbinde trenne prüfe überprüfe kontrolliere bestätige notiere dokumentiere leere rotiere erneuere
  lade vergleiche suche sammle stelle richte
`);
/** `Nutzer können Daten löschen` says what is possible, `um Platz zu schaffen` what for. */
const stating = /(?<!\p{L})(?:kann|können|könnte|darf|dürfen|wird|werden|würde|will|wollen|zu)(?!\p{L})/iu;

/** What operators do, as Japanese and Korean name it at the end of an item: `파드 재시작`, `로그 수집 후 전달하세요`. */
const japaneseWork =
  /(?:停止|起動|実行|削除|作成|適用|変更|設定|接続|ログイン|ログアウト|取得|収集|追加|切り替え|切替|復元|復旧|更新|マウント|コピー|移動|連絡|通知|報告|確認|選択|クリック|入力|保存|デプロイ|ロールバック|無効化|有効化|待機|登録|解除|交換|記録)(?:する|します|して(?:ください|下さい|おく)|すること|せよ)?[.。:：]?$/u;
const koreanWork =
  /(?:재?시작|재?기동|재?배포|재?부팅|중지|정지|중단|종료|실행|삭제|제거|확인|점검|검증|복구|복원|적용|반영|변경|수정|설정|설치|전환|승격|연결|접속|로그인|마운트|복제|수집|조회|추가|등록|해제|차단|격리|교체|갱신|업데이트|업그레이드|롤백|백업|생성|작성|저장|이동|복사|선택|클릭|입력|요청|공유|전달|보고|통보|알림|기록|대기|테스트|모니터링|restart|sync|apply|rollout)(?:(?:하|해) ?(?:기|세요|십시오|주세요|주십시오|야 한다|야 합니다|둔다|본다)|합니다|한다|할 것|함)?[.。:：]?$/iu;

/** Whether a line ends or begins as an instruction of one of these languages does. */
export function instructsAbroad(words: string): boolean {
  const line = words.split(/[\r\n]/, 1)[0]?.trim() ?? '';
  if (/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(line))
    return japaneseWork.test(line) || koreanWork.test(line);
  return instructsInGerman(line) || instructsInRomance(line);
}

function instructsInGerman(line: string): boolean {
  const bare = line.replace(/[.:!]$/, '');
  const last = bare.slice(bare.lastIndexOf(' ') + 1);
  if (infinitives.has(last.toLowerCase()) && last !== bare) return !stating.test(bare);
  const [first = '', second = ''] = /^[^\p{L}]{0,8}(\p{L}{2,20}) (\p{L}{2,20})/u.exec(bare)?.slice(1) ?? [];
  const verb = first.toLowerCase();
  return imperatives.has(verb) || (infinitives.has(verb) && second === 'Sie');
}
