/** Completion: asks the sources that fit the place of the cursor. Each source is a module of its own. */
import type { CompletionItem, CompletionList, Position } from 'vscode-languageserver-types';
import type { Runbook } from '../../model/runbook';
import { completeAddresses } from './completion-addresses';
import { completeFieldNames } from './completion-fields';
import { completeFrontMatter, isInFrontMatter } from './completion-front-matter';
import { completeHeadings } from './completion-headings';
import { completeIds, resolveId } from './completion-ids';
import { completeLinks } from './completion-links';
import type { CompletionOptions, CompletionRequest, CompletionSource } from './completion-request';
import { completeOwnDocuments } from './completion-own-documents';
import { completeOwnFields } from './completion-own-fields';
import { completePartFields } from './completion-part-fields';
import { completeRuleNames, isInComment } from './completion-rules';
import { completeSnippets } from './completion-snippets';
import { completeValues } from './completion-values';
import type { FeatureContext } from '../shared/feature-context';

/** Characters that open the list by themselves; Markdown has quick suggestions off in VS Code. */
export const completionTriggers: readonly string[] = ['-', '[', '(', '#', ':', ' ', ',', '*', '/'];

/** Sources that have the place to themselves when they know something. */
const alone: readonly CompletionSource[] = [completeHeadings, completeValues];
const together: readonly CompletionSource[] = [
  completeOwnDocuments,
  completeOwnFields,
  completeFieldNames,
  completePartFields,
  completeIds,
  completeSnippets,
];

/**
 * What may be written at a position, best fit first; empty where nothing of ours belongs. `isIncomplete` when there is
 * more than is sent: typing on finds it.
 */
export function complete(
  context: FeatureContext,
  uri: string,
  asked: Position,
  trigger: string | undefined,
  options: CompletionOptions = {},
): CompletionList {
  const runbook = context.runbook(uri);
  if (runbook === undefined) return { isIncomplete: false, items: [] };
  const offset = runbook.lines.offsetAt(asked);
  // a position behind the end of its line means that end; what is inserted must name a place that exists
  const position = runbook.lines.positionAt(offset);
  const line = runbook.lines.spanOf(position.line);
  const before = runbook.text.slice(line.start, offset);
  const after = runbook.text.slice(offset, line.end);
  let isIncomplete = false;
  const leaveOut = (): void => {
    isIncomplete = true;
  };
  const request = { context, uri, runbook, position, offset, before, after, trigger, options, leaveOut };
  const items = unique(sourcesAt(request).flatMap((source) => source(request)));
  return { isIncomplete, items };
}

/** The item with its documentation; computed only for the one that the list shows. */
export const resolveCompletion = resolveId;

function sourcesAt({ runbook, offset, before }: CompletionRequest): readonly CompletionSource[] {
  if (runbook.alerts !== null) return [completeAddresses];
  if (isInFrontMatter(runbook, offset)) return [completeFrontMatter];
  const fence = fenceAround(runbook, offset);
  // steps that people write into a fence name ids like any others
  if (fence !== null) return fence === 'steps' ? [completeIds] : [];
  if (isInComment(before)) return [completeRuleNames];
  if (runbook.comments.some(({ start, end }) => start < offset && offset < end)) return [];
  if (/\]\([^()\s]*$/.test(before)) return [completeIds, completeLinks];
  return [firstOf([...alone, (request) => together.flatMap((source) => source(request))])];
}

function firstOf(sources: readonly CompletionSource[]): CompletionSource {
  return (request) => {
    for (const source of sources) {
      const items = source(request);
      if (items.length > 0) return items;
    }
    return [];
  };
}

/** One item for each text that would be inserted. */
function unique(items: readonly CompletionItem[]): CompletionItem[] {
  const known = new Set<string>();
  return items.filter(({ textEdit, label }) => {
    const text = textEdit?.newText ?? label;
    return !known.has(text) && known.add(text);
  });
}

function fenceAround({ fences, procedures }: Runbook, offset: number): 'steps' | 'code' | null {
  const fence = fences.find(
    ({ span, closed }) => span.start < offset && (offset < span.end || (!closed && offset === span.end)),
  );
  if (fence === undefined) return null;
  return procedures.some((procedure) => procedure.fence === fence) ? 'steps' : 'code';
}
