/** Steps written as lines `Step N: …` of a plain fence or as comments `# Step N: …` of a shell fence, with exact spans. */
import { languageOf, shellLanguages, sqlLanguages } from '../model/code-languages';
import type { CodeBlock } from '../model/markdown';
import { trimSpan } from '../text/span';
import { readItemLead, readLead } from './sequence';
import type { StepFrame } from './step-frame';

const plainLanguage = /^(?:text|txt|plain|plaintext|markdown|md|)$/;

/** Whether the lines of a fence are commands of a shell, or may be. */
function isShell(text: string, fence: CodeBlock): boolean {
  const language = languageOf(text, fence);
  return language === '' || shellLanguages.has(language);
}

/** A fence without a language whose steps are comments of commands is read as a shell's. */
export function isShellStep(text: string, fence: CodeBlock): boolean {
  return isShell(text, fence) && commentSteps(text, fence).length > 0;
}

/** The steps of a fence in a plain-text language; none for code in other languages. */
export function fenceSteps(text: string, fence: CodeBlock): StepFrame[] {
  return plainLanguage.test(languageOf(text, fence)) ? stepLines(text, fence, '') : [];
}

/** The steps that comments of a fence of commands open: `# Step 1: Stop`, `-- Step 1: Stop`, or two `# 1. Stop`. */
export function commentSteps(text: string, fence: CodeBlock): StepFrame[] {
  if (isShell(text, fence)) return stepLines(text, fence, '#');
  return sqlLanguages.has(languageOf(text, fence)) ? stepLines(text, fence, '--') : [];
}

interface StepLine {
  readonly start: number;
  readonly end: number;
  readonly number: string;
  readonly alternative: string | null;
  readonly title: string;
}

/** The lines that begin with `mark` and Step N, or where none does two comments `1. …`; each reaches to the next one. */
function stepLines(text: string, { content }: CodeBlock, mark: string): StepFrame[] {
  const source = text.slice(content.start, content.end);
  if (!/\bstep\b/i.test(source) && (mark === '' || !/\d[.)]/.test(source))) return [];
  const named: StepLine[] = [];
  const numbered: StepLine[] = [];
  const marks = mark === '--' ? /^-{2,4}[ \t=*-]{0,20}/ : /^(?:#{1,4}|::|rem\b)[ \t=*-]{0,20}/i;
  let at = content.start;
  for (const line of source.split('\n')) {
    const span = trimSpan(text, { start: at, end: at + line.length });
    at += line.length + 1;
    const words = text.slice(span.start, Math.min(span.end, span.start + 200));
    const length = mark === '' ? 0 : (marks.exec(words)?.[0].length ?? -1);
    if (length < 0) continue;
    const name = words.slice(length);
    const place = { start: span.start + length, end: span.end };
    if (/^step/i.test(name)) {
      const lead = readLead(name);
      if (lead?.separated === true) named.push({ ...place, ...lead });
    } else if (mark !== '' && /^\d{1,2}[.)]/.test(name)) {
      const lead = readItemLead(name);
      if (lead !== null)
        numbered.push({ ...place, number: lead.number, alternative: null, title: name.slice(lead.length) });
    }
  }
  const found = named.length > 0 ? named : numbered.length > 1 ? numbered : [];
  return found.map(({ start, end, number, alternative, title }, index): StepFrame => {
    const numberStart = start + text.slice(start, end).indexOf(number, found === named ? 4 : 0);
    return {
      number,
      alternative,
      numberSpan: { start: numberStart, end: numberStart + number.length },
      title,
      titleSpan: { start, end },
      span: trimSpan(text, { start, end: found[index + 1]?.start ?? content.end }),
      item: null,
      row: null,
    };
  });
}
