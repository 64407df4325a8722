/** The commands of a step for a run: what is copied, without prompts, and where each stands. */
import { languageOf } from '../../model/code-languages';
import type { CodeBlock } from '../../model/markdown';
import type { Runbook, Step } from '../../model/runbook';
import { rememberOf } from '../../text/remember';
import { encloses, type Span } from '../../text/span';
import { commandBlocks, promptedCommands } from '../steps/command-blocks';
import { inlineCode } from '../steps/inline-code';
import type { PlanCommand } from './plan';
import { codeText } from './plan-blocks';

/** A command with where it stands. */
export interface FoundCommand extends PlanCommand {
  readonly span: Span;
  readonly fence: CodeBlock | null;
}

const runnable = rememberOf((runbook: Runbook): ReadonlySet<CodeBlock> => new Set(commandBlocks(runbook)));

/** The commands of a step, but for those in `skips`; `id` is that of the step. */
export function commandsOf(
  runbook: Runbook,
  { commands }: Pick<Step, 'commands'>,
  id: string,
  skips: readonly Span[],
): FoundCommand[] {
  const found: FoundCommand[] = [];
  for (const { span, form, language } of commands) {
    if (skips.some((skip) => encloses(skip, span))) continue;
    const fence = form === 'fence' ? fenceAt(runbook, span) : null;
    if (form === 'fence' && fence !== null && !runnable(runbook).has(fence)) continue;
    const source = runbook.text.slice(span.start, span.end);
    if (form === 'inline' && !looksLikeCommand(source)) continue;
    const text = fence === null ? withoutPrompts(source) : textOfFence(runbook, fence);
    if (text === '' || found.some((one) => one.text === text && encloses(one.span, span))) continue;
    found.push({ id: `${id}.c${String(found.length + 1)}`, text, language, span, fence });
  }
  return found;
}

/** The fence whose code is a command; null where that is a part of a fence, or indented. */
function fenceAt({ fences }: Runbook, { start }: Span): CodeBlock | null {
  return fences.find(({ span, content }) => span.start === start || content.start === start) ?? null;
}

/**
 * Whether a code span is something to type into a shell or a database, rather than a status, a setting or a message:
 * `psql -c "…"`, `PGHOST=db psql …`, `./move.sh now`, `Restart-Service Spooler`, `SELECT …`.
 */
function looksLikeCommand(source: string): boolean {
  const words = source.trim().replace(/^(?:\$ |[A-Z_][A-Z0-9_]{0,60}=\S{0,200} )+/, '');
  if (!/\S\s+\S/.test(words) || /(?:\.{3}|…)\s/.test(words)) return false;
  const [first = ''] = words.split(/\s/, 1);
  return (
    /^(?:~?\.{0,2}\/)?[a-z][a-z0-9_.+/-]*$/.test(first) ||
    /^[A-Z][a-z]+-[A-Z]\w*$/.test(first) ||
    /^(?:SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|TRUNCATE|GRANT|REVOKE|VACUUM|ANALYZE|EXPLAIN|SHOW|SET|CALL)$/.test(
      first,
    )
  );
}

/** The commands of a stretch in which no step was read: fences, and code spans that look like one. */
export function commandsIn(runbook: Runbook, within: Span, id: string): FoundCommand[] {
  const fences = runbook.fences
    .filter((fence) => encloses(within, fence.span) && fence.closed)
    .filter((fence) => runnable(runbook).has(fence) || isPlainScript(runbook, fence))
    .map((fence) => ({
      ...{ text: textOfFence(runbook, fence), language: languageOf(runbook.text, fence) },
      ...{ span: fence.span, fence },
    }));
  const spans = codeSpans(runbook)
    .filter((span) => encloses(within, span) && looksLikeCommand(runbook.text.slice(span.start, span.end)))
    .map((span) => ({ text: runbook.text.slice(span.start, span.end), language: '', span, fence: null }));
  return [...fences, ...spans]
    .filter(({ text }) => text !== '')
    .sort((a, b) => a.span.start - b.span.start)
    .map((command, index) => ({ id: `${id}.c${String(index + 1)}`, ...command }));
}

const codeSpans = rememberOf(({ blocks }: Runbook): readonly Span[] => inlineCode(blocks));

/** Whether a fence without a language holds commands, not a numbered list or sentences. */
function isPlainScript(runbook: Runbook, fence: CodeBlock): boolean {
  if (languageOf(runbook.text, fence) !== '') return false;
  const lines = codeText(runbook, fence)
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.length > 0 && !lines.some((line) => /^\s*(?:\d{1,3}[.)]|[-*•]|Step\b|\[)/i.test(line));
}

function textOfFence(runbook: Runbook, fence: CodeBlock): string {
  return promptedCommands(runbook, fence.content) ?? codeText(runbook, fence);
}

function withoutPrompts(source: string): string {
  return source
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/^[ \t]{0,40}\$[ \t]{1,8}/, '').trimEnd())
    .join('\n')
    .trim();
}

/** What a client is told of a command. */
export function toPlanCommand({ id, text, language }: FoundCommand): PlanCommand {
  return { id, text, language };
}
