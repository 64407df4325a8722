/**
 * Words of the slots that sections of a team's own kind begin with, in the languages that operators write in. Slots that are written
 * without capital letters are known by these words alone: in brackets stand names of buttons, too.
 */

/** A language that is no English one, as the configuration names it. */
export type SlotLanguage = 'de' | 'es' | 'fr' | 'pt' | 'ja' | 'ko';

export interface SlotWords {
  /** Of the document. */
  readonly title: string;
  readonly describe: string;
  readonly item: string;
  readonly step: string;
  readonly command: string;
  readonly check: string;
  /** Of a table. */
  readonly columns: readonly [string, string];
  readonly value: string;
}

export const englishSlots: SlotWords = {
  title: 'Title of the document',
  ...{ describe: 'Describe here', item: 'First item', step: 'First step', command: 'Command to run' },
  ...{ check: 'What to check', columns: ['First column', 'Second column'], value: 'Value' },
};

export const translatedSlots: Readonly<Record<SlotLanguage, SlotWords>> = {
  de: {
    title: 'Titel des Dokuments',
    ...{
      describe: 'Hier beschreiben',
      item: 'Erster Punkt',
      step: 'Erster Schritt',
      command: 'Befehl zum Ausführen',
    },
    ...{ check: 'Was zu prüfen ist', columns: ['Erste Spalte', 'Zweite Spalte'], value: 'Wert' },
  },
  es: {
    title: 'Título del documento',
    ...{
      describe: 'Describir aquí',
      item: 'Primer punto',
      step: 'Primer paso',
      command: 'Comando que se ejecuta',
    },
    ...{ check: 'Qué comprobar', columns: ['Primera columna', 'Segunda columna'], value: 'Valor' },
  },
  fr: {
    title: 'Titre du document',
    ...{
      describe: 'Décrire ici',
      item: 'Premier point',
      step: 'Première étape',
      command: 'Commande à exécuter',
    },
    ...{ check: 'Quoi vérifier', columns: ['Première colonne', 'Deuxième colonne'], value: 'Valeur' },
  },
  pt: {
    title: 'Título do documento',
    ...{
      describe: 'Descrever aqui',
      item: 'Primeiro item',
      step: 'Primeiro passo',
      command: 'Comando a executar',
    },
    ...{ check: 'O que verificar', columns: ['Primeira coluna', 'Segunda coluna'], value: 'Valor' },
  },
  ja: {
    title: '文書のタイトル',
    ...{ describe: 'ここに記入', item: '最初の項目', step: '最初の手順', command: '実行するコマンド' },
    ...{ check: '確認すること', columns: ['最初の列', '次の列'], value: '値を記入' },
  },
  ko: {
    title: '문서 제목',
    ...{ describe: '여기에 작성', item: '첫 번째 항목', step: '첫 번째 단계', command: '실행할 명령어' },
    ...{ check: '확인할 내용', columns: ['첫 번째 열', '두 번째 열'], value: '값 입력' },
  },
};

const all: ReadonlySet<string> = new Set(
  Object.values(translatedSlots).flatMap(({ columns, ...words }) => [...columns, ...Object.values(words)]),
);

/** Whether words in brackets are one of these slots. */
export function isTranslatedSlot(words: string): boolean {
  return all.has(words);
}
