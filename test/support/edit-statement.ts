/**
 * The statement that every edit of the product is held to, in words and bytes: it takes away what it says it takes
 * away, and nothing else. {@link damageOf} is for any edits of several documents, whoever makes them: fixes,
 * refactorings, renames, formatting.
 *
 * It answers with complaints in words; none means that the statement holds:
 *
 *     expect(damageOf({ files, edits, removes: 'number' })).toEqual([]);
 */
import type { Block } from '../../server/src/model/markdown';
import { numberWords } from '../../server/src/model/number-words';
import type { Runbook } from '../../server/src/model/runbook';
import { applyEdits, type Edit } from '../../server/src/text/edit';
import { encloses, type Span } from '../../server/src/text/span';
import { counted, offsetAfter, textsAfter, type EditedTexts } from './edited-texts';
import { inOneText } from './one-text-statement';
import { brokenLinks, strayLinks } from './link-statement';
import { knownModelOf } from './read-model';
import { isOf, wordsOf, type Declared } from './removals';

/** What is wrong with the edits, in words; empty when the statement holds. */
export function damageOf(change: EditedTexts): string[] {
  const { files, edits } = change;
  const complaints: string[] = [];
  for (const [path, own] of edits) {
    const text = files.get(path);
    if (text === undefined) complaints.push(`${path}: edited, and not there`);
    else complaints.push(...inOneText(text, own).map((complaint) => `${path}: ${complaint}`));
  }
  // what follows needs edits that can be applied
  if (complaints.length > 0) return complaints;
  const after = textsAfter(change);
  return [
    ...removedWords(change),
    ...[...edits].flatMap(([path, own]) => {
      const text = files.get(path) ?? '';
      const runbook = knownModelOf(text, path);
      const changed = applyEdits(text, own);
      return [
        ...brokenLines(text, own, changed),
        ...swallowedLines(runbook, own, knownModelOf(changed, path)),
        ...(movesText(change) ? [] : partedAnchors(runbook, own, changed)),
        ...(movesText(change) ? [] : brokenBlocks(runbook, own, knownModelOf(changed, path))),
      ].map((complaint) => `${path}: ${complaint}`);
    }),
    ...(movesText(change) ? strayLinks(change, after) : brokenLinks(change, after)),
  ];
}

function kindsOf({ removes }: EditedTexts): readonly Declared[] {
  return typeof removes === 'string' ? [removes] : removes;
}

function movesText(change: EditedTexts): boolean {
  return kindsOf(change).includes('place');
}

/** What is taken away is of a kind that is declared; where text may change its place, the rest stands elsewhere. */
function removedWords(change: EditedTexts): string[] {
  const { files, edits } = change;
  const kinds = kindsOf(change);
  const unexplained = [...edits].flatMap(([path, own]) => {
    const runbook = knownModelOf(files.get(path) ?? '', path);
    return own
      .filter((edit) => !kinds.some((kind) => isOf(kind, runbook, edit)))
      .filter(({ span }) => {
        const words = trimmed(runbook.text, span);
        return change.named?.get(path)?.some((place) => encloses(place, words)) !== true;
      })
      .map((edit) => ({ path, edit }));
  });
  if (movesText(change)) {
    const gone = counted(
      unexplained.flatMap(({ path, edit }) => oldWords(knownModelOf(files.get(path) ?? '', path), edit)),
    );
    const come = counted([...edits].flatMap(([, own]) => own.flatMap(({ newText }) => wordsOf(newText))));
    const isHeld = (word: string): boolean =>
      !kinds.includes('renumbered') ||
      !(/^(?:\d{1,3}|[A-Z])$/i.test(word) || numberWords.includes(word.toLowerCase()));
    return [...gone].flatMap(([word, count]) =>
      isHeld(word) && (come.get(word) ?? 0) < count
        ? [`loses "${word}", though text only changes its place`]
        : [],
    );
  }
  return unexplained.map(
    ({ path, edit: { span, newText } }) =>
      `${path}: takes away ${JSON.stringify(files.get(path)?.slice(span.start, span.end))} for ${JSON.stringify(newText)}, which is more than "${kinds.join(', ')}"`,
  );
}

function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  return { start: end - words.trimStart().length, end: start + words.trimEnd().length };
}

/** The words of a stretch but for the files that links in it lead to, which are written anew: {@link strayLinks} holds those. */
function oldWords({ text, links }: Runbook, { span }: Edit): string[] {
  let words = text.slice(span.start, span.end);
  for (const { external, pathSpan } of links)
    if (!external && encloses(span, pathSpan)) {
      const from = pathSpan.start - span.start;
      const to = pathSpan.end - span.start;
      words = words.slice(0, from) + ' '.repeat(to - from) + words.slice(to);
    }
  return wordsOf(words);
}

/** Lines that no edit reaches into are whole lines afterwards, byte by byte. */
function brokenLines(text: string, edits: readonly Edit[], changed: string): string[] {
  const complaints: string[] = [];
  let start = 0;
  for (const line of text.split(/(?<=\n|\r(?!\n))/)) {
    const words = line.replace(/\r?\n$|\r$/, '');
    // a byte order mark is no part of the first line
    const isBlank = words === '' || words === '\ufeff';
    const end = start + words.length;
    const reached = edits.some(({ span, newText }) =>
      span.start === span.end
        ? (span.start > start && span.start < end) ||
          // words that join a line at its end, whatever they go on with below it, or at its start
          (span.start === end && !/^[\r\n]/.test(newText)) ||
          (span.start === start && !newText.includes('\n'))
        : span.start < end && span.end > start,
    );
    if (!reached && !isBlank) {
      const from = offsetAfter(edits, start, 'after');
      const to = offsetAfter(edits, end, 'before');
      const stands = /^$|[\r\n]$/.test(changed.slice(0, from)) && /^$|^[\r\n]/.test(changed.slice(to));
      if (!stands || changed.slice(from, to) !== words)
        complaints.push(`the line ${JSON.stringify(words)}, which no edit is about, changes`);
    }
    start += line.length;
  }
  return complaints;
}

/** An anchor in a line of its own stays right above its heading. */
function partedAnchors({ headings, text }: Runbook, edits: readonly Edit[], changed: string): string[] {
  return headings.flatMap(({ span: { start }, title }) => {
    const lead = /(?<=^|\n[ \t]*\r?\n|\r[ \t]*\r)<a (?:id|name)="[^"]*"><\/a>\s*$/.exec(
      text.slice(Math.max(0, start - 200), start),
    )?.[0];
    if (lead === undefined) return [];
    const end = start - lead.length + lead.trimEnd().length;
    const between = changed.slice(offsetAfter(edits, end, 'before'), offsetAfter(edits, start, 'after'));
    return between.trim() === '' ? [] : [`${JSON.stringify(title)} is parted from its anchor`];
  });
}

/** Headings, fences, quotes, lists and tables that no edit reaches into are what they were. */
function brokenBlocks(before: Runbook, edits: readonly Edit[], after: Runbook): string[] {
  const places = new Set(blocksOf(after).map(({ name, span }) => `${name} ${String(span.start)}`));
  const quotes = blocksOf(after).filter(({ name }) => name === 'quote');
  const isInLines = edits.every(({ newText }) => !/[\r\n]/.test(newText));
  const complaints: string[] = [];
  const firsts = new Set(listsOf(after.blocks).flatMap(({ items: [first] }) => first?.marker.start ?? []));
  for (const { items } of listsOf(before.blocks))
    for (const { marker, span } of items.slice(1))
      if (
        firsts.has(offsetAfter(edits, marker.start, 'after')) &&
        !edits.some(
          (edit) =>
            edit.span.start < span.end &&
            edit.span.end > Math.max(edit.span.start, items[0]?.span.start ?? 0),
        )
      )
        complaints.push(
          `the list breaks in front of ${JSON.stringify(before.text.slice(span.start, span.start + 40))}`,
        );
  for (const { name, span } of blocksOf(before)) {
    if (
      edits.some(
        (edit) => edit.span.start < span.end && edit.span.end > span.start && edit.span.end > edit.span.start,
      )
    )
      continue;
    const start = offsetAfter(edits, span.start, 'after');
    // what one line had parted is one again where the edit gives that line its mark
    const isAbove = edits.some(
      (edit) => edit.span.start === span.start && edit.span.end === span.start && isQuoted(edit.newText),
    );
    const isJoined =
      (isInLines || isAbove) && quotes.some(({ span: one }) => one.start < start && start < one.end);
    if (!(name === 'quote' && isJoined) && !places.has(`${name} ${String(start)}`))
      complaints.push(
        `${name} ${JSON.stringify(before.text.slice(span.start, span.start + 40))} is none afterwards`,
      );
    if (name !== 'quote') continue;
    // lines that go on without marks may stand behind it afterwards
    const marked = /(?:^|[\r\n])[ \t]*>[^\r\n]*(?=(?:(?:\r\n|[\r\n])[ \t]*[^\s>][^\r\n]*)*$)/.exec(
      before.text.slice(span.start, span.end),
    );
    // blanks at its end belong to it only where nothing follows
    const last = marked === null ? span.end : span.start + marked.index + marked[0].trimEnd().length;
    const end = offsetAfter(edits, last, 'before');
    if (!quotes.some((quote) => (isJoined || quote.span.start === start) && quote.span.end >= end))
      complaints.push(
        `the quote ${JSON.stringify(before.text.slice(span.start, span.start + 40))} falls apart`,
      );
  }
  return complaints;
}

/** Lines that are inserted into a fence, a comment or another element where nobody reads them; steps and fields in a fence that ends are meant to be there. */
function swallowedLines({ text }: Runbook, edits: readonly Edit[], after: Runbook): string[] {
  const inert = blocksOf(after).filter(({ name }) => name === 'code' || name === 'html');
  return edits.flatMap(({ span, newText }) => {
    const words = newText.trim();
    if (!/[\r\n]/.test(newText) || words === '' || text.slice(span.start, span.end).trim() !== '') return [];
    const start = offsetAfter(edits, span.start, 'before');
    const first = start + newText.indexOf(words);
    const around = inert.find((block) => block.span.start < start && first < block.span.end);
    const isClosed = after.fences.some(({ closed, span: own }) => closed && own.start === around?.span.start);
    const areSteps = after.procedures.some(
      ({ form, span: steps }) =>
        (form === 'fence' || form === 'comment') && around !== undefined && encloses(around.span, steps),
    );
    const areFields = after.labels.some(
      ({ carrier, span: field }) =>
        carrier === 'yaml' && around !== undefined && encloses(around.span, field),
    );
    return around === undefined || (isClosed && (areSteps || areFields))
      ? []
      : [`${JSON.stringify(words.slice(0, 40))} is inserted into ${around.name}, where it says nothing`];
  });
}

/** Whether all lines of a text have the mark of a quote: what it is put in front of goes on with it. */
function isQuoted(text: string): boolean {
  return (
    text.trim() !== '' &&
    text
      .trimEnd()
      .split(/\r\n|[\r\n]/)
      .every((line) => /^[ \t]{0,3}>/.test(line))
  );
}

/** The lists of some blocks, those in quotes and lists among them. */
function listsOf(blocks: readonly Block[]): Extract<Block, { type: 'list' }>[] {
  return blocks.flatMap((block) => {
    if (block.type === 'quote') return listsOf(block.blocks);
    if (block.type !== 'list') return [];
    return [block, ...block.items.flatMap((item) => listsOf(item.blocks))];
  });
}

/** The blocks by kind, those in quotes and lists among them; a front matter is one. */
function blocksOf({ text, blocks, frontMatter }: Runbook): { readonly name: string; readonly span: Span }[] {
  const found: { name: string; span: Span }[] = [];
  const visit = (block: Block): void => {
    const name = block.type === 'heading' ? `heading ${String(block.depth)}` : block.type;
    // HTML begins with the blanks in front of it, unless a list item takes them; a byte order mark stays where it is
    const { start, end } = block.span;
    const blanks = /^[\ufeff \t]*/.exec(text.slice(start, end))?.[0] ?? '';
    const span = { start: start + blanks.length, end };
    if (name !== 'paragraph' && name !== 'list') found.push({ name, span });
    if (block.type === 'quote') block.blocks.forEach(visit);
    if (block.type === 'list') for (const item of block.items) item.blocks.forEach(visit);
  };
  blocks.forEach(visit);
  if (frontMatter !== null) found.push({ name: 'front matter', span: frontMatter.span });
  return found;
}
