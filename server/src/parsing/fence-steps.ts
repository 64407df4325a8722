/** Steps written as lines `Step N: …` of a plain fence or as comments `# Step N: …` of a shell fence, with exact spans. */
import type { CodeBlock } from '../model/markdown';
import { trimSpan, type Span } from '../text/span';
import { readLead } from './sequence';
import type { StepFrame } from './step-frame';

const plainLanguage = /^(?:text|txt|plain|plaintext|markdown|md|)$/;
const shellLanguage = /^(?:bash|sh|shell|zsh|fish|console|shell-session|shellsession|powershell|ps1|pwsh|)$/;

/** Whether the lines of a fence are commands of a shell, or may be. */
export function isShell(text: string, { info }: CodeBlock): boolean {
  return shellLanguage.test(languageOf(text, info));
}

/** The steps of a fence in a plain-text language; none for code in other languages. */
export function fenceSteps(text: string, fence: CodeBlock): StepFrame[] {
  return plainLanguage.test(languageOf(text, fence.info)) ? stepLines(text, fence, '') : [];
}

/** The steps that comments of a shell fence open. */
export function commentSteps(text: string, fence: CodeBlock): StepFrame[] {
  return isShell(text, fence) ? stepLines(text, fence, '#') : [];
}

function languageOf(text: string, { start, end }: Span): string {
  return (/^\S{0,40}/.exec(text.slice(start, end))?.[0] ?? '').toLowerCase();
}

/** The lines that begin with `mark` and Step N; each step reaches to the next one or the end of the fence. */
function stepLines(text: string, { content }: CodeBlock, mark: string): StepFrame[] {
  const source = text.slice(content.start, content.end);
  if (!/\bstep\b/i.test(source)) return [];
  const found: {
    readonly start: number;
    readonly end: number;
    readonly lead: ReturnType<typeof readLead>;
  }[] = [];
  let at = content.start;
  for (const line of source.split('\n')) {
    const span = trimSpan(text, { start: at, end: at + line.length });
    at += line.length + 1;
    const words = text.slice(span.start, Math.min(span.end, span.start + 200));
    const marks = mark === '' ? 0 : (/^#{1,4}[ \t=*-]{0,20}/.exec(words)?.[0].length ?? -1);
    if (marks < 0 || !/^step/i.test(words.slice(marks))) continue;
    const lead = readLead(words.slice(marks));
    if (lead?.separated === true) found.push({ start: span.start + marks, end: span.end, lead });
  }
  return found.flatMap(({ start, end, lead }, index): StepFrame[] => {
    if (lead === null) return [];
    const numberStart = start + text.slice(start, end).indexOf(lead.number, 4);
    return [
      {
        number: lead.number,
        alternative: lead.alternative,
        numberSpan: { start: numberStart, end: numberStart + lead.number.length },
        title: lead.title,
        titleSpan: { start, end },
        span: trimSpan(text, { start, end: found[index + 1]?.start ?? content.end }),
        item: null,
        row: null,
      },
    ];
  });
}
