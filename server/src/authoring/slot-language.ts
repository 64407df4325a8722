/** Tells in which language a team's own kind is written, by what its sections and fields are called. Knows no documents. */
import type { HouseKind } from '../model/house-style';
import { englishSlots, translatedSlots, type SlotLanguage, type SlotWords } from '../model/slot-words';

/** Words of names that one of the languages with Latin letters has and none of the others, nor English. */
const signs: readonly (readonly [SlotLanguage, RegExp])[] = [
  [
    'de',
    /[äöüß]|^(?:schritte?|ablauf|vorgehen|zweck|ziele?|symptome|ursachen?|auswirkung(?:en)?|beschreibung|voraussetzung(?:en)?|vorbereitung(?:en)?|nachbereitung|durchführung|wiederherstellung|behebung|abhilfe|rückfall|eskalation|ansprechpartner|bereitschaft|verantwortlich|kontakte|hinweise|wann|und|der|die|das)$/u,
  ],
  [
    'es',
    /[ñ¿¡]|(?:ción|ciones)$|^(?:pasos|requisitos|síntomas|causas?|alcance|verificar|contactos|responsables?|cuándo|qué|el|los|las|del)$/u,
  ],
  [
    'fr',
    /[èêîœ]|^(?:étapes?|prérequis|procédure|vérifications?|symptômes?|portée|retour|arrière|escalade|astreinte|responsable|objectif|que|quand|le|les|des|du)$/u,
  ],
  [
    'pt',
    /[ãõ]|^(?:passos|etapas|requisitos|objetivo|sintomas|procedimento|verificar|reversão|contatos|responsável|quando|os|da|do|dos)$/u,
  ],
];

/** Characters of Chinese that Japanese writes otherwise; there are no slots in Chinese. */
const chinese = /[证验检骤滚级处决复报进务应诊环响围说联预产项设备业运维释监驗證驟滾]/u;

/** The slots for a kind: English ones where its language cannot be told. */
export function slotWordsOf({ sections, fields }: Pick<HouseKind, 'sections' | 'fields'>): SlotWords {
  const language = languageOf([...sections, ...fields].map(({ name }) => name));
  return language === null ? englishSlots : translatedSlots[language];
}

/** What most of the names are in that tell a language; null for English, and where they tell none. */
function languageOf(names: readonly string[]): SlotLanguage | null {
  if (names.some((name) => chinese.test(name))) return null;
  const counts = new Map<SlotLanguage, number>();
  for (const name of names)
    for (const language of languagesIn(name)) counts.set(language, (counts.get(language) ?? 0) + 1);
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  // what two languages share as much tells neither
  return first === undefined || first[1] === second?.[1] ? null : first[0];
}

function languagesIn(name: string): readonly SlotLanguage[] {
  if (/\p{Script=Hangul}/u.test(name)) return ['ko'];
  if (/\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Han}/u.test(name)) return ['ja'];
  const words =
    name
      .normalize('NFC')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  return signs.flatMap(([language, sign]) => (words.some((word) => sign.test(word)) ? [language] : []));
}
