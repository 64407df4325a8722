/**
 * How labels are written in a line: the marks around their names and what stands between them and their values. Knows
 * nothing of other lines.
 */
import type { Carrier } from '../model/runbook';
import { plainWords } from '../model/plain-text';
import { fieldKey, fieldNames, type Role, type Vocabulary } from '../model/vocabulary';
import type { FlowLine } from './flow';
import { hasColon } from './label-text';
import { isCounting } from './sequence';

/** `**Name:**`, `**Name**:`, `***Name***:` and the same with underscores. Group: name. */
const boldPattern =
  /^(?:[*_](?=\*\*|__))?(?:\*\*|__)[*_]?((?:[^*_\r\n]|(?<=\w)_(?=\w)){1,80}?)(?:\\?[:：][ \t]{0,8}(?:\*\*|__)[*_]?|(?:\*\*|__)[*_]?[ \t]{0,8}(?:\\?[:：]|$))/;
/** `**Step 2** – Restart`, `**1.** Restart`: a number needs no colon. */
const boldNumberPattern =
  /^(?:\*\*|__)((?:(?:step|phase)[ \t]{1,3})?\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?[.):]?)(?:\*\*|__)(?:[ \t]{0,3}[–—-])?(?=[ \t]{1,8}\S)/i;
const italicPattern = /^[*_]([^*_\s][^*_\r\n]{0,80}?)(?:\\?[:：][*_]|[*_][ \t]{0,3}(?:\\?[:：]|$))/;
/** `*Expected: it falls*`, `*(Expected: it falls)*`: all of a line, with what the name says. */
const italicLinePattern =
  /^([*_])(\(?)([^*_:：()\s][^*_:：()\r\n]{0,58})([:：][ \t]{1,4})[^*_\r\n]{1,300}\1[ \t]{0,8}$/;
/** `**Owner** — Data Team`, `*Owner* - Data Team`, `**Owner** | Data Team`: this is enough behind the name of a field or part. */
const dashedPattern =
  /^(\*\*|__|[*_])([^*_\s][^*_\r\n]{0,58}?)(?:\1[ \t]{1,3}(?:[–—|=→»⇒-]|[=-]>)|[ \t]{0,3}[–—-]\1)[ \t]{1,3}(?=\S)/;
/** `**Roll back with** make undo`, `**Rollback** \`make undo\``: a command is enough behind the name of a part, as is its preposition. */
const barePattern =
  /^(\*\*|__)([^*_\s][^*_\r\n]{0,58}?)(?:(?<= (?:with|by|using|via|to|through))\1[ \t]{1,3}(?=\S)|\1[ \t]{1,3}(?=`))/i;
/** `Owner — Data Team`, of the fields at the head of an entry. */
export const plainDashedPattern =
  /^((?:runbook |service )?owner|owners|owning team|team|category|status|trigger|severity|created|last (?:updated|tested|drill))[ \t]{1,3}[–—|=→-][ \t]{1,3}(?=\S)/i;
const plainPattern =
  /^([A-Za-z\u00c0-\u024f\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af][A-Za-z0-9\u00c0-\u024f\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af /'’&()\\‑_-]{0,58}?)[ \t]{0,8}\\?(?::(?=[ \t]|$)|：)/;
/** `Step 2: Restart`, `Step 2. Restart` as a paragraph of its own. */
const plainStepPattern =
  /^((?:step|schritt|[ée]tape|paso|passo|etapa)(?:[ \t]{1,3}#?|-)(?:\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?|one|two|three|four|five|six|seven|eight|nine|ten)|(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth)[ \t]step|(?:手順|ステップ|步骤|步驟|단계)[ \t]{0,2}\d{1,3}|第[\d一二三四五六七八九十]{1,3}步|\d{1,2}[ ]?단계)[ \t]{0,8}([:.)–—→：．、-])(?=[ \t]{1,8}\S|(?<=[：．、])\S)/i;
export const mayBePlainStep =
  /^(?:s(?:tep|chr|eco)|[ée]tap|pas[so]|fi(?:rst|fth)|four|thir|\d{1,2}(?:[snrt]|[ ]?단)|[第手ス步단])/i;
/** Symbols in front of a label's name: `🔎 **Verify:** …`, `:warning: Rollback: …`. */
export const symbolPattern =
  /^(?:(?:[\p{Extended_Pictographic}\p{So}\p{Sk}•·▪–—]|\ufe0f|\u200d){1,12}|:[a-z0-9_+-]{2,30}:)[ \t]{1,8}(?=\S)/u;
/** The title of an admonition: `> [!warning] Rollback`, `!!! tip "Verify"`, `:::note[Rollback]`. Groups: lead, title. */
const admonitionPattern =
  /^(\[![A-Za-z-]{2,20}\][+-]?[ \t]{1,3}|(?:!!!|\?\?\?\+?)[ \t]{1,3}[\w-]{1,20}[ \t]{1,3}"|:{3,5}[ \t]?[\w-]{1,20}(?:[ \t]{1,3}|\[))([^"\]]{1,60})["\]]?[ \t]{0,3}$/;
/** What stands between two fields of one line. */
export const dividerPattern = /[ \t][|·•][ \t]{1,8}/g;

/** A name that stands in a line, and the form that it has. */
export interface LabelForm {
  readonly name: string;
  readonly carrier: Exclude<Carrier, 'table' | 'yaml'>;
  /** Characters up to the name, up to the value, and of the marks behind it. */
  readonly lead: number;
  readonly length: number;
  readonly behind?: number;
}

const beginsAdmonition = /^(?:\[!|!!!|\?\?\?|:::)/;

/** The form of the label that a line begins with, or null; `opens` where `source` is the whole line. */
export function readLabelForm(
  source: string,
  line: FlowLine,
  opens: boolean,
  words: Vocabulary,
): LabelForm | null {
  if (source.startsWith('*') || source.startsWith('_')) {
    const bold = boldPattern.exec(source) ?? boldNumberPattern.exec(source);
    if (bold !== null) {
      const lead = /^[*_]{2,3}/.exec(source)?.[0].length ?? 2;
      const inside = fieldInside.exec(bold[1] ?? '');
      // `**Owner: Data Team**`
      if (inside !== null && bold[0].length >= source.trimEnd().length && isFieldName(inside[1] ?? ''))
        return {
          name: inside[1] ?? '',
          carrier: 'bold',
          lead,
          length: lead + inside[0].length,
          behind: bold[0].length - lead - (bold[1]?.length ?? 0),
        };
      return { name: bold[1] ?? '', carrier: 'bold', lead, length: bold[0].length };
    }
    const dashed = dashedPattern.exec(source);
    if (dashed !== null && isName(dashed[2] ?? '', words)) {
      const [whole, marks = '', name = ''] = dashed;
      return {
        name,
        carrier: marks.length === 2 ? 'bold' : 'italic',
        lead: marks.length,
        length: whole.length,
      };
    }
    const bare = barePattern.exec(source);
    if (bare !== null && opensPart.has(words.roleOf(bare[2] ?? '')))
      return { name: bare[2] ?? '', carrier: 'bold', lead: 2, length: bare[0].length };
    const whole = italicLinePattern.exec(source);
    if (whole !== null && isName(whole[3] ?? '', words)) {
      const [, marks = '', bracket = '', name = '', between = ''] = whole;
      const lead = marks.length + bracket.length;
      return { name, carrier: 'italic', lead, length: lead + name.length + between.length, behind: lead };
    }
    const italic = italicPattern.exec(source);
    if (italic === null || !isName(italic[1] ?? '', words)) return null;
    return { name: italic[1] ?? '', carrier: 'italic', lead: 1, length: italic[0].length };
  }
  const titled = opens && beginsAdmonition.test(source) ? admonitionPattern.exec(source) : null;
  if (titled !== null)
    return isName(titled[2] ?? '', words)
      ? { name: titled[2] ?? '', carrier: 'plain', lead: titled[1]?.length ?? 0, length: titled[0].length }
      : null;
  const plain = hasColon(source) ? plainPattern.exec(source) : null;
  if (plain !== null && words.isKnownLabel(plainWords(plain[1] ?? '')))
    return { name: plain[1] ?? '', carrier: 'plain', lead: 0, length: plain[0].length };
  // `Rollback steps:` alone is the heading of what stands below it
  if (plain !== null && opens && line.opensParagraph && headsParts(source, plain[0], plain[1] ?? '', words))
    return { name: plain[1] ?? '', carrier: 'plain', lead: 0, length: plain[0].length };
  const dashed = plainDashedPattern.exec(source);
  if (dashed !== null) return { name: dashed[1] ?? '', carrier: 'plain', lead: 0, length: dashed[0].length };
  const mayBeStep = opens && line.item === null && mayBePlainStep.test(source);
  const step = mayBeStep ? plainStepPattern.exec(source) : null;
  // within a paragraph `step 2.` may end a sentence that began above
  return step === null || (!line.opensParagraph && (step[2] === '.' || /^[a-zé]/.test(source)))
    ? null
    : { name: step[1] ?? '', carrier: 'plain', lead: 0, length: step[0].length };
}

/** Whether words with a colon behind them stand alone in their line and name a part that has no steps of its own. */
function headsParts(source: string, whole: string, name: string, words: Vocabulary): boolean {
  if (whole.length < source.trimEnd().length || !/^\p{Lu}/u.test(name)) return false;
  return opensPart.has(words.roleOf(name));
}

/** What has content right behind its name. */
const opensPart: ReadonlySet<Role | null> = new Set<Role>([
  'verification',
  'rollback',
  'escalation',
  'prerequisites',
]);

const fieldInside = /^([^:：]{1,40})[:：][ \t]{1,3}(?=\S)/;

function isFieldName(name: string): boolean {
  return fieldNames.has(fieldKey(name)) || name.toLowerCase() === 'trigger';
}

/** Whether words that are marked in a way that says little name a part, a field or a step. */
export function isName(name: string, words: Vocabulary): boolean {
  return words.isKnownLabel(name) || isCounting(name) || words.roleInStep(name) !== null;
}
