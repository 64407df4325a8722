/** The contents of a preview by the lines of the document. */
import type {
  PreviewBox,
  PreviewCommands,
  PreviewContents,
  PreviewFields,
  PreviewId,
  PreviewPhase,
  PreviewText,
} from '../../../protocol/src/preview.js';

export class ContentsByLine {
  /** Whether a line has words that are shown in another way, or is the heading of a phase. */
  readonly has: (line: number) => boolean;
  readonly ids: (line: number) => readonly PreviewId[];
  readonly placeholders: (line: number) => readonly PreviewText[];
  readonly boxes: (line: number) => readonly PreviewBox[];
  /** By the first line of their paragraph. */
  readonly fields: (line: number) => PreviewFields | undefined;
  /** By the line of its heading. */
  readonly phase: (line: number) => PreviewPhase | undefined;
  /** By the line of their opening fence. */
  readonly commands: (line: number) => PreviewCommands | undefined;

  constructor(contents: PreviewContents) {
    this.ids = byLine(contents.ids);
    this.placeholders = byLine(contents.placeholders);
    this.boxes = byLine(contents.boxes);
    const fields = byLine(contents.fields);
    this.fields = (line) => fields(line)[0];
    const phases = byLine(contents.phases);
    this.phase = (line) => phases(line)[0];
    const inline = [contents.ids, contents.placeholders, contents.boxes, contents.phases];
    const lines = new Set(inline.flatMap((items) => items.map(({ line }) => line)));
    this.has = (line) => lines.has(line);
    const commands = byLine(contents.commands);
    this.commands = (line) => commands(line)[0];
  }
}

function byLine<T extends { readonly line: number }>(items: readonly T[]): (line: number) => readonly T[] {
  const groups = new Map<number, T[]>();
  for (const item of items) {
    const group = groups.get(item.line);
    if (group === undefined) groups.set(item.line, [item]);
    else group.push(item);
  }
  return (line) => groups.get(line) ?? [];
}
