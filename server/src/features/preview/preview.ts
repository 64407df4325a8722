/** What a Markdown preview shows of a runbook beyond Markdown. The types say what each part is. */
import { gapsOf, type Gap } from '../../document/placeholders/gaps';
import { houseSections, type HeadedSection } from '../../document/house/house-sections';
import { isOurs } from '../../document/scope';
import { tickedOf } from '../../document/phases/phase-gate';
import { phaseProgress } from '../../document/phases/phase-progress';
import { playbookPhases } from '../../document/phases/playbook-phases';
import { commandBlocks, promptedCommands } from '../../document/steps/command-blocks';
import type { CheckBox } from '../../model/markdown';
import type { Phase, Runbook } from '../../model/runbook';
import { plainText } from '../../model/plain-text';
import { encloses, sliceSpan } from '../../text/span';
import type {
  PreviewBox,
  PreviewCommands,
  PreviewPhase,
  PreviewResult,
  PreviewText,
} from '../../../../protocol/src/preview';
import type { FeatureContext } from '../shared/feature-context';
import { checkboxesIn } from '../../document/sections/checkboxes';
import { previewFields } from './preview-fields';
import { previewIds } from './preview-ids';

/** The parts of a document; null for one that is not ours, or of which nothing is known but its headings. */
export function preview(context: FeatureContext, uri: string): PreviewResult {
  const runbook = context.runbook(uri);
  if (runbook === undefined || !isOurs(runbook) || runbook.passedBound !== null) return null;
  const boxes = checkboxesIn(runbook, { start: 0, end: runbook.text.length });
  return {
    ids: previewIds(context, uri, runbook),
    placeholders: placeholders(runbook, gapsOf(runbook)),
    boxes: boxes.map((box) => toBox(runbook, box)),
    fields: previewFields(runbook),
    phases: [
      ...playbookPhases(runbook).flatMap((phase) => progressOf(runbook, phase)),
      ...houseSections(runbook).flatMap(({ section }) => boxesOf(runbook, section)),
    ],
    commands: commandBlocks(runbook).map((fence) => {
      const line = runbook.lines.lineAt(fence.span.start);
      const end = runbook.lines.lineAt(fence.span.end) + 1;
      const text = promptedCommands(runbook, fence.content);
      return text === null ? { line, end } : ({ line, end, text } satisfies PreviewCommands);
    }),
  };
}

function toBox({ text, lines }: Runbook, { span, checked }: CheckBox): PreviewBox {
  return { line: lines.lineAt(span.start), text: sliceSpan(text, span), checked };
}

/** How far a phase is, by the boxes that the tree counts. None for a phase without. */
function progressOf(runbook: Runbook, phase: Phase): PreviewPhase[] {
  const { done, total } = phaseProgress(runbook).get(phase)?.boxes ?? { done: 0, total: 0 };
  return total === 0 ? [] : [{ line: runbook.lines.lineAt(phase.headSpan.start), done, total }];
}

/** The same of a section of the document's own kind, by all boxes in it. */
function boxesOf(runbook: Runbook, section: HeadedSection | null): PreviewPhase[] {
  if (section === null || runbook.kind.kind !== 'house') return [];
  const { done, total } = tickedOf(checkboxesIn(runbook, section.span));
  return total === 0 ? [] : [{ line: runbook.lines.lineAt(section.heading.span.start), done, total }];
}

/** What is to be filled in, outside of front matter. */
function placeholders({ text, lines, frontMatter }: Runbook, gaps: readonly Gap[]): PreviewText[] {
  return gaps
    .filter(({ span }) => frontMatter === null || !encloses(frontMatter.span, span))
    .map(({ span }) => ({
      line: lines.lineAt(span.start),
      // without the marks of emphasis and code
      text: plainText(text, span, []).replace(/[*`]+/g, ''),
    }))
    .sort((a, b) => a.line - b.line);
}
