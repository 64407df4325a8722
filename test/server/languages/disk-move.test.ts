/** A runbook in other words than those of the other tests, in four languages: the same defects give the same findings. */
import { describe, expect, test } from 'vitest';
import { ConfigurationTree } from '../../../server/src/config/configuration-tree';
import { parseConfiguration } from '../../../server/src/config/parse-configuration';
import { createRunbookService, ruleOptions } from '../../../server/src/service';
import { instructs } from '../../../server/src/parsing/instructions';
import { today } from '../../support/workspace';

const configuration = `language: [de, ko, ja]
kinds:
  - name: page
    files: ["**"]
    roles: { steps: warning, verification: warning, rollback: warning, escalation: warning, owner: warning, review: warning }
`;

/** Title, fields, sections and steps, each line as in English; English headings stay among them. */
const texts = {
  en: `Move the message broker to new disks
Field|Owner|Platform team|Last updated
When it applies|The volume of a broker is more than 85 % full.
Business impact|Orders are late.
Before you begin|Access to the jump host
Procedure|Stop the consumer|Log in to the jump host.|Stop the service:|Step 2: Copy the data
Checks afterwards
Back out|Mount the old volume.|Start the service.
Who to call|Role|Contact`,
  de: `Nachrichten-Broker auf neue Platten umziehen
Feld|Verantwortlich|Plattform-Team|Zuletzt aktualisiert
Wann anzuwenden|Das Volume eines Brokers ist zu mehr als 85 % voll.
Auswirkungen auf das Geschäft|Bestellungen kommen zu spät.
Vorbedingungen|Zugang zum Sprungserver
Vorgehen|Verbraucher anhalten|Am Sprungserver anmelden.|Dienst anhalten:|Schritt 2: Daten kopieren
Kontrolle danach
Rückbau|Altes Volume einhängen.|Dienst starten.
Wen anrufen|Rolle|Kontakt`,
  ko: `메시지 브로커 디스크 이전
항목|담당 팀|플랫폼팀|마지막 수정일
적용 시점|브로커 볼륨 사용률이 85 %를 넘은 경우.
비즈니스 영향|주문 처리가 지연된다.
작업 전 준비|점프 호스트 접근 권한
작업 순서|컨슈머 중지|점프 호스트에 로그인한다.|서비스를 중지한다:|2단계: 데이터 복사
작업 후 점검
되돌리기|기존 볼륨을 마운트한다.|서비스를 시작한다.
비상 연락망|역할|연락처`,
  ja: `メッセージブローカーのディスク移行
項目|担当チーム|プラットフォームチーム|最終更新日
実施タイミング|ブローカーのボリューム使用率が 85 % を超えたとき。
ビジネスへの影響|注文処理が遅れる。
作業前の準備|踏み台サーバーへのアクセス権
作業手順|コンシューマーの停止|踏み台サーバーにログインする。|サービスを停止する:|手順 2: データのコピー
作業後の確認
切り戻し|旧ボリュームをマウントする。|サービスを起動する。
緊急連絡先|役割|連絡先`,
} as const;
type Language = keyof typeof texts;

const defects = ['none', 'no way back', 'nobody to call', 'nothing to do'] as const;

function documentOf(language: Language, defect: (typeof defects)[number]): string {
  const [
    [title = ''] = [],
    [field, owner, team, updated] = [],
    [trigger, when] = [],
    [impact, late] = [],
    [before, access] = [],
    [steps, stop, login, halt, copy] = [],
    [checks] = [],
    [back, mount, start] = [],
    [call, role, contact] = [],
  ] = texts[language].split('\n').map((line) => line.split('|'));
  const way = `## ${String(back)}\n\n1. ${String(mount)}\n2. ${String(start)}\n\n`;
  const people = `## ${String(call)}\n\n| ${String(role)} | ${String(contact)} |\n| --- | --- |\n| On-call | #platform |\n`;
  const work = `## ${String(steps)}

### Step 1: ${String(stop)}

1. ${String(login)}
2. ${String(halt)}

\`\`\`sh
systemctl stop consumer
\`\`\`

### ${String(copy)}

\`\`\`sh
rsync -a /old /new
\`\`\`

`;
  return `# ${title}

| ${String(field)} | |
| --- | --- |
| ${String(owner)} | ${String(team)} |
| ${String(updated)} | 2024-02-03 |

## ${String(trigger)}

${String(when)}

## ${String(impact)}

${String(late)}

## ${String(before)}

- [ ] ${String(access)}

${defect === 'nothing to do' ? '' : work}## ${String(checks)}

${defect === 'no way back' ? '' : way}${defect === 'nobody to call' ? '' : people}`;
}

/** Rule and line of each finding. */
function findingsOf(text: string): readonly string[] {
  const root = 'file:///shop';
  const service = createRunbookService({ today: () => today });
  service.setFolders([{ uri: root, name: 'shop' }]);
  const { configuration: layer } = parseConfiguration(configuration, ruleOptions);
  service.configure(root, new ConfigurationTree().with('', layer));
  service.putFile(`${root}/page.md`, text);
  return service
    .plainFindings(`${root}/page.md`)
    .map(({ rule, severity, range }) => `${String(range.start.line)} ${rule} ${severity}`);
}

describe.each(defects)('with the defect: %s', (defect) => {
  const english = findingsOf(documentOf('en', defect));

  test('there are findings in English', () => {
    expect(english.length).toBeGreaterThan(2);
  });

  test.each(['de', 'ko', 'ja'] as const)('%s gives those of English', (language) => {
    expect(findingsOf(documentOf(language, defect))).toEqual(english);
  });
});

test.each([
  ['Den Dienst neu starten', true],
  ['Starten Sie den Dienst.', true],
  ['Prüfe die Warteschlange', true],
  ['Nutzer können Daten löschen', false],
  ['Um den Dienst zu starten', false],
  ['Daten', false],
  ['サービスを再起動してください。', true],
  ['サービスの概要', false],
  ['로그를 확인한다:', true],
  ['Log in to the host', true],
])('"%s" is an instruction: %s', (words, expected) => {
  expect(instructs(words)).toBe(expected);
});
