/** Headings and labels that count something: `Step 3: Restart`, `✅ Phase II — Copy`. Knows words, not Markdown. */
import { numberWords, ordinalWords, romanValue } from '../model/number-words';
import { phaseLead } from '../model/phase-words';
import type { SequenceLead } from '../model/structure';
import { rememberWords } from '../text/remember';

/** A number in any of its spellings, as the source of a pattern. */
const numberSource = `\\d{1,3}(?:\\.\\d{1,3}){0,3}[a-z]?|[ivxlc]{1,7}|[a-z]|${numberWords.join('|')}`;

/** Step in the languages that operators write; what counts in front of the word is in `ordinalPattern`. */
const stepWords = 'step|schritt|[ée]tape|paso|passo|etapa|手順|ステップ|작업 단계|스텝|步骤|步驟|단계';
const wordPattern = new RegExp(
  `^(?:(${stepWords})|${phaseLead})(?:[ \\t]{1,3}|[-_]|[ \\t]?[:：][ \\t]{0,3}(?=#?\\d)|(?=[#\\d]))(?:#[ ]?|no\\.? ?|number )?`,
  'i',
);
/** `1st step`, `First step`, `The second phase`, `第1步`, `1단계`. */
const ordinalPattern =
  /^(?:(?:the[ \t])?(?:(\d{1,2})(?:st|nd|rd|th)|(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth))[ \t](?:step|phase)|第([\d一二三四五六七八九十]{1,3})步|(\d{1,2})[ ]?단계)(?![\p{L}\p{N}_-])/iu;
/** What a name that counts begins with, after symbols: a look that saves the patterns. */
const mayLead =
  /^(?:s(?:tep|chritt|econd|ixth|eventh)|ph?ase|pas[so]|[ée]tap|f(?:ase|irst|ourth|ifth)|t(?:h(?:ird|e[ \t])|enth)|eighth|ninth|optional|[^a-z])/i;
const numberPattern = new RegExp(`^(${numberSource})(?:\\ufe0f?\\u20e3)?(?![\\p{L}\\p{N}_])`, 'iu');
const enclosedPattern = /^[([]([0-9]{1,3}[a-z]?)[)\]]/i;
const totalPattern = /^[ \t]{0,2}(?:\/ ?|of )(?:\d{1,3}(?!\d)|[IVX]{1,5}(?=[ \t]*[:.–—-]))/i;
const alternativePattern =
  /^[ \t]{0,2}[/(:,–—-]?[ \t]{0,2}(?:option|alternative|variant|alt\.?)[ \t]{1,2}([a-z]|\d{1,2})(?![\p{L}\p{N}])\)?/iu;
/** `-B`, `/B` and ` / B` right behind a number. */
const letterPattern = /^(?:[-/]|[ \t]\/[ \t])([A-Z])(?![\p{L}\p{N}])/u;
const separatorPattern = /^(?:\](?=[ \t:–—-]))?[ \t]{0,3}[:.,)|—–：．、→-]{1,3}[ \t]{0,3}|^\][ \t]{1,3}/;

/** What `name` counts, or null where it does not begin, after symbols, with Step N or Phase N. */
export function readLead(name: string): SequenceLead | null {
  return mayLead.test(name) ? leadOf(name) : null;
}

const leadOf = rememberWords((name): SequenceLead | null => {
  const words = wordsOfLead(name);
  const ordinal = ordinalPattern.exec(words);
  const lead = ordinal === null ? wordPattern.exec(words) : null;
  const behind = words.slice(lead?.[0].length ?? 0);
  const number =
    ordinal ?? (lead === null ? null : (numberPattern.exec(behind) ?? enclosedPattern.exec(behind)));
  if (number === null) return null;
  const label = number.slice(1).find((part: string | undefined) => part !== undefined) ?? '';
  // `Step N` stands for any
  if (label === 'N') return null;
  let rest = behind.slice(number[0].length);
  rest = rest.slice(totalPattern.exec(rest)?.[0].length ?? 0);
  const alternative = alternativePattern.exec(rest) ?? letterPattern.exec(rest);
  rest = rest.slice(alternative?.[0].length ?? 0);
  const separator = separatorPattern.exec(rest);
  const title = rest.slice(separator?.[0].length ?? 0).trim();
  if (separator === null && title !== '' && (!/^\s/.test(rest) || readsOn(label, title))) return null;
  return {
    word: lead?.[1] === undefined && !/step|步|단계$/i.test(ordinal?.[0] ?? '') ? 'phase' : 'step',
    number: label,
    alternative: alternative?.[1]?.toUpperCase() ?? null,
    separated: separator !== null,
    title,
  };
});

/** A name from its first word on; `Optional` before it is a symbol like others. */
function wordsOfLead(name: string): string {
  const words = name.slice(symbolsBefore(name));
  return words.replace(/^optional(?:ly)?\b[\])]?[:,]?[ \t]{0,3}(?:[–—-][ \t]{1,3})?/i, '');
}

/** Whether a letter or word is part of a sentence: `Phase a`, `Step I take`; digits never are. */
function readsOn(label: string, title: string): boolean {
  return !/^\d/.test(label) && (/^[a-z]$/.test(label) || /^\p{Ll}/u.test(title));
}

/** Where the number of a lead stands in its name as written. */
export function numberOffset(written: string, { word, number }: SequenceLead): number {
  const start = written.toLowerCase().indexOf(word);
  // `2nd step`, `Second step`
  const ahead = written.slice(0, Math.max(0, start)).trimEnd();
  const ordinal = /^\d/.test(number) ? /\d(?:st|nd|rd|th)$/i.test(ahead) : ahead.endsWith(number);
  if (ordinal) return ahead.lastIndexOf(number);
  const behind = start < 0 ? -1 : written.indexOf(number, start + word.length);
  return Math.max(0, behind < 0 ? written.indexOf(number) : behind);
}

/** Whether a name counts something: `Step 4: Validation` is a step, whatever its words. */
function isSequenced(name: string): boolean {
  return readLead(name) !== null;
}

const itemLead =
  /^(?:(?:(?:task|action|operation|stage)[ \t]{1,2}#?)?(\d{1,3}(?:\.\d{1,3}){0,3})(?:\.\)|[.):]|[ \t][–—-])|\((\d{1,2})\)|#(\d{1,2})[.:]?|(\d)\ufe0f?\u20e3|([A-Z]|[IVX]{2,5})[.)]|([①-⑳❶-❿]))(?:[ \t]+|$)/i;

/** `3` of `3. Restart`, `3️⃣ Restart`, `(3) Restart`, `Task 3: Restart`; `C` of `C) Restart`; with the length of the lead. */
export function readItemLead(name: string): { readonly number: string; readonly length: number } | null {
  const match = itemLead.exec(name);
  if (match === null) return null;
  const [whole, digits, enclosed, hashed, keycapped, letters, circled = ''] = match;
  // small letters count lines, not names
  if (letters !== undefined && letters !== letters.toUpperCase()) return null;
  const number = digits ?? enclosed ?? hashed ?? keycapped ?? letters ?? String(valueOfCircled(circled));
  return { number, length: whole.length };
}

/** The lead of a bold line that a letter counts: `a) Stop`, `B. Start`, `(c) Look`, `II. Start`. */
export function readLetterLead(name: string): { readonly number: string; readonly length: number } | null {
  const match = /^\(?([a-z]|[ivx]{2,5})[.)][ \t]+/i.exec(name);
  return match === null ? null : { number: match[1] ?? '', length: match[0].length };
}

/** 3 of `③` and `❸`. */
function valueOfCircled(sign: string): number {
  const code = sign.charCodeAt(0);
  return code >= 0x2776 ? code - 0x2775 : code - 0x245f;
}

const lineLead =
  /^(?:(\d)\ufe0f?\u20e3|([①-⑳❶-❿])|\((\d{1,2}|[a-z]|[ivx]{2,4})\)|([a-z]|[ivx]{2,4})[.)]|#?(\d{1,2})(?:\.\)|:|[ \t][–—-]|[.)](?=[\u00a0\u3000]))|(?:task|action|operation)[ \t]{1,2}#?(\d{1,2})[:.)])[ \t\u00a0\u3000]+/i;

/** The lead of a line that counts itself where Markdown sees no list: `1️⃣ Stop`, `① Stop`, `(1) Stop`, `a) Stop`, `b. Stop`, `1 - Stop`. */
export function readLineLead(line: string): { readonly number: string; readonly length: number } | null {
  const match = lineLead.exec(line);
  if (match === null) return null;
  const [whole, keycapped, circled, inParentheses, letter, digits, named] = match;
  const counted = circled === undefined ? '' : String(valueOfCircled(circled));
  return { number: keycapped ?? inParentheses ?? letter ?? digits ?? named ?? counted, length: whole.length };
}

const lineMark =
  /^(\[[ xX]?\]|[•‣◦▪▫●○■□·∙–—→⇒➜➤▶►»☐☑✓✔*+-](?=\ufe0f?[\s\u00a0])|\p{Extended_Pictographic})\ufe0f?[ \t\u00a0]+/u;

/** The mark of a line that is typed where Markdown has a bullet of its own: `• Stop`, `☐ Stop`, `[ ] Stop`, `👉 Stop`. */
export function readLineMark(line: string): { readonly mark: string; readonly length: number } | null {
  const match = lineMark.exec(line);
  if (match === null) return null;
  const [whole, mark = ''] = match;
  return { mark: mark.startsWith('[') ? '[]' : mark, length: whole.length };
}

/** Whether a label is one of several that stand below another one: it counts, or is an answer to what that one asks. */
export function isOneOfSeveral(name: string): boolean {
  return isCounting(name) || /^(?:yes|no|go|no-?\s?go|pass|fail|green|amber|red|otherwise|else)$/i.test(name);
}

/** Whether a label counts something: `Step 2`, `Phase II: Copy`, `1. Stop the pool`. */
export function isCounting(name: string): boolean {
  return isSequenced(name) || countedItem(name);
}

function countedItem(name: string): boolean {
  return mayCount.test(name) && (onlyNumber.test(name) || readItemLead(name) !== null);
}

const mayCount = /^[\dA-Z(#①-⑳❶-❿]/;
const onlyNumber = /^\d{1,3}(?:\.\d{1,3}){0,3}[.):]?$/;

const keycap = /^(?:[0-9#*]\ufe0f?\u20e3|[①-⑳❶-❿])/;
const statusBox = /^\[[^\]\p{L}]{0,3}\]|^\[(?:x|done|todo|wip|ok)\]/iu;
const shortcode = /^:[a-z0-9_+-]{2,40}:/i;

/** The length of the symbols, emoji, keycap digits and status boxes in front of a name's words. */
function symbolsBefore(name: string): number {
  if (/^[A-Za-z]/.test(name)) return 0;
  let at = 0;
  while (at < name.length && at < 60) {
    const rest = name.slice(at, at + 42);
    const mark = keycap.exec(rest) ?? statusBox.exec(rest) ?? shortcode.exec(rest);
    if (mark !== null) at += mark[0].length;
    else if (/^[\p{L}\p{N}]/u.test(rest)) break;
    else at += (rest.codePointAt(0) ?? 0) > 0xffff ? 2 : 1;
  }
  return at;
}

/** A series without `Phase X`, which stands for any phase, unless it counts up to ten in Roman numbers. */
export function withoutGeneric<T>(series: readonly T[], labelOf: (one: T) => string): readonly T[] {
  return series.some((one) => labelOf(one) === 'X') && !series.some((one) => labelOf(one) === 'IX')
    ? series.filter((one) => labelOf(one) !== 'X')
    : series;
}

/** How the single letters of a series count: as letters, or as roman numbers. `labels` in the order of the document. */
export function isLettered(labels: readonly string[]): boolean {
  const singles = labels.filter((label) => /^[a-z]$/i.test(label)).map((label) => label.toUpperCase());
  if (singles.some((label) => !/[CDILMVX]/.test(label)))
    return !labels.some(isLongRoman) || !singles.includes('I');
  if (labels.some(isLongRoman)) return false;
  const [first = '', second = ''] = singles;
  if (second.charCodeAt(0) === first.charCodeAt(0) + 1) return true;
  return /[CDLM]/.test(first);
}

function isLongRoman(label: string): boolean {
  return label.length > 1 && romanValue(label) !== null;
}

/**
 * What two spellings of a number share: `2` for `2`, `02`, `II` and `two`; letters stay upper-case letters.
 * `lettered` says how single letters count, see {@link isLettered}.
 */
export function sequenceKey(label: string, lettered: boolean): string {
  const lower = label.toLowerCase();
  const word = Math.max(numberWords.indexOf(lower), ordinalWords.indexOf(lower));
  if (word >= 0) return String(word);
  if (/^\d/.test(lower)) return lower.replace(/(^|\.)0+(?=\d)/g, '$1');
  if (lettered && lower.length === 1) return label.toUpperCase();
  const roman = romanValue(label);
  return roman === null ? label.toUpperCase() : String(roman);
}

/** Whether a label is a number as it stands in running text, where `Phase a` is prose and `Phase A` a phase. */
export function isNumberLabel(label: string): boolean {
  return /^(?:\d+(?:\.\d+)*[a-z]?|[IVXLC]+|[A-Z])$/.test(label) || numberWords.includes(label.toLowerCase());
}
