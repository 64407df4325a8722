/** Commands that confirm a step themselves: they wait for an effect, or check it. */
import type { Command } from '../model/runbook';
import { trimSpan, type Span } from '../text/span';
import { announcesCheck, looksAt, waitsOrChecks } from './step-words';

/** Longer lines hardly are a check, and looking at all of them costs. */
const longest = 500;

/**
 * The lines of commands that wait or check: `kubectl wait …`, `rollout status`, or a comment `# Verify` that has a
 * command below it. `inside` leaves the title of the step out.
 */
export function confirmingCommands(text: string, commands: readonly Command[], inside: Span): Span[] {
  const found: Span[] = [];
  // looking checks what was changed before
  let changed = false;
  const confirms = (words: string): boolean => {
    const looks = looksAt(words);
    const is = waitsOrChecks(words) || (changed && looks);
    changed ||= !looks && !is && !/^[ \t]*(?:cd|export|set|echo|source)\b/.test(words);
    return is;
  };
  for (const { span, form } of commands) {
    if (span.start < inside.start) continue;
    if (form === 'inline') {
      if (span.end - span.start > longest) continue;
      const words = text.slice(span.start, span.end);
      // a name in a code span changes nothing
      if (/\s/.test(words) && confirms(words)) found.push(span);
      continue;
    }
    let announced: Span | null = null;
    let at = span.start;
    for (const whole of text.slice(span.start, span.end).split('\n')) {
      const line = trimSpan(text, { start: at, end: at + whole.length });
      at += whole.length + 1;
      if (line.start >= line.end) continue;
      const words = text.slice(line.start, Math.min(line.end, line.start + longest));
      if (announcesCheck(words)) announced = line;
      else if (/^(?:#|\/\/)/.test(words)) announced = null;
      else if (confirms(words) || announced !== null) {
        found.push(announced ?? line);
        announced = null;
      }
    }
  }
  return found;
}
