/** Whether what an edit takes away is of a declared kind, judged by the text and not by the product's own idea of it. */
import { numberWords } from '../../server/src/model/number-words';
import type { Block } from '../../server/src/model/markdown';
import type { Runbook } from '../../server/src/model/runbook';
import type { Removal } from '../../server/src/lint/rule';
import type { Edit } from '../../server/src/text/edit';
import { encloses, type Span } from '../../server/src/text/span';

/**
 * What edits may take away besides what fixes do. `box`: the state of a checkbox; `link`: a link whose words stay;
 * `marks`: hashes, stars and colons around words that stay; `spacing`: white space and the rules of tables; `emptied`:
 * a list item that says nothing; `renumbered`: numbers inside of text that changes its place; `id field`: the field that repeats the id of its entry;
 * `prefix`: one in the list of those that the document declares; `fixes`: whatever automatic fixes may.
 */
export type Declared =
  Removal | 'box' | 'link' | 'marks' | 'spacing' | 'emptied' | 'id field' | 'prefix' | 'renumbered' | 'fixes';

/** The words of a text: runs of letters and digits. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Whether an edit takes away nothing but what `removes` says. */
export function isOf(removes: Declared, runbook: Runbook, edit: Edit): boolean {
  const { text, links, alerts, blocks, headings } = runbook;
  const { span, newText } = edit;
  const old = text.slice(span.start, span.end);
  if (isKept(old, newText)) return true;
  const isDestination =
    links.some(
      ({ inline, pathSpan, fragmentSpan }) =>
        encloses({ start: pathSpan.start, end: fragmentSpan.end }, span) ||
        (inline.form === 'inline' && encloses(inline.target, span)),
    ) ||
    // one that no link uses, too
    definesTarget(blocks, span) ||
    alerts?.addresses.some(({ field }) => field.value.span !== null && encloses(field.value.span, span)) ===
      true;
  switch (removes) {
    case 'nothing':
    case 'renumbered':
    case 'place':
      return false;
    case 'id':
      return isDestination || /^(?:[A-Za-z][A-Za-z-]{0,20}[-_‐‑–—−. ]?)?\d{1,4}[a-z]?$/.test(old);
    case 'number':
      return (
        isDestination ||
        /^(?:\d{1,3}(?:\.\d{1,3})*[a-z]?[.)]?|[A-Z]|[IVXL]{1,6})$/.test(old) ||
        // a number in words gives way to one in words
        [old, newText].every((word) => numberWords.includes(word.toLowerCase()))
      );
    case 'destination':
      return isDestination;
    case 'value':
      return !/[\r\n]/.test(old) && isValue(runbook, edit);
    case 'title':
      // one of a heading is as long as that, and has several lines where it is underlined
      return (
        (old.length < 200 && !/[\r\n]/.test(old)) ||
        headings.some(({ titleSpan }) => encloses(titleSpan, span))
      );
    case 'element':
      return newText === '' && isElement(old);
    case 'item':
      return newText === '' && isWholeLines(runbook, edit);
    case 'comment':
      return (
        (newText === '' && /^[ \t]*<!--[^]*-->\s*$/.test(old)) ||
        // the name of one rule among those that a comment silences
        (/^[\s,]*[a-z-]+[\s,]*$/.test(old) && /^(?:[a-z]+-)*[a-z]*$/.test(newText))
      );
    case 'box':
      return /^\[[ xX]\]$/.test(old) && /^\[[ x]\]$/.test(newText);
    case 'link':
      return old.startsWith(`[${newText}](`);
    case 'marks':
      // a dash or bar between an id and its title gives way to a colon, and an id in code to the id
      return isKept(
        old
          .replace(/[#*_:]/g, '')
          .replace(/`([^`]*)`/g, '$1')
          .replace(/\s[|–—-]\s+$/, ' '),
        newText,
      );
    case 'spacing':
      return !/[\p{L}\p{N}]/u.test(old);
    case 'emptied':
      return newText.trim() === '' || newText.trim() === '>'
        ? /^[\s>]*(?:[-*+](?: \[[ xX]\])?|\d+[.)])\s*$/.test(old)
        : false;
    case 'id field':
      return /^\s*\*\*ID(?:\*\*:|:\*\*)\s*[A-Z-]+-\d+\s*$/i.test(old) && newText.trim() === '';
    case 'prefix':
      return newText === '' && isPrefix(runbook, span);
    case 'fixes':
      return (
        ['id', 'number', 'destination', 'value', 'title', 'element', 'comment', 'instruction'] as const
      ).some((kind) => isOf(kind, runbook, edit));
    case 'instruction':
      return newText === '' && /^[\s|*_+>\-\d.)[\]]*\[[^\]]*\][\s|*_]*$/.test(old);
  }
}

/** Whether a place is one prefix, with what parts it from others, of the front matter's `id_prefix`. */
function isPrefix({ text, frontMatter }: Runbook, span: Span): boolean {
  const list = frontMatter?.fields.find(({ key }) => key === 'id_prefix');
  return (
    list !== undefined &&
    encloses(list.valueSpan, span) &&
    /^[\s,-]*["']?[A-Z][A-Z-]*["']?$/.test(text.slice(span.start, span.end))
  );
}

/** Whether the target of a link definition encloses a place, of one in a quote, a list or a footnote, too. */
function definesTarget(blocks: readonly Block[], span: Span): boolean {
  return blocks.some((block) => {
    if (!encloses(block.span, span)) return false;
    if (block.type === 'definition') return encloses(block.target, span);
    if (block.type === 'list') return block.items.some((item) => definesTarget(item.blocks, span));
    return (block.type === 'quote' || block.type === 'footnote') && definesTarget(block.blocks, span);
  });
}

/** Whether all that is no white space stands in the new text, in the same order. */
function isKept(old: string, newText: string): boolean {
  let at = 0;
  for (const character of old.replace(/\s+/g, '')) {
    at = newText.indexOf(character, at);
    if (at < 0) return false;
    at += character.length;
  }
  return true;
}

function isValue({ labels, frontMatter, tables, lines, text }: Runbook, { span }: Edit): boolean {
  const line = lines.spanOf(lines.lineAt(span.start));
  return (
    labels.some(({ value }) => value !== null && encloses(value.span, span)) ||
    frontMatter?.fields.some(({ valueSpan }) => encloses(valueSpan, span)) === true ||
    tables.some(({ block }) =>
      block.rows.some(({ cells }) => cells.some((cell) => encloses(cell.span, span))),
    ) ||
    // a version in a title, a heading or a command
    /^v?\d+(?:\.\d+)+(?:[-+][\w.]+)?$/.test(text.slice(span.start, span.end)) ||
    /^[\s>]*[-*+]?\s*[*_]*[\w ]+[*_]*:/.test(text.slice(line.start, span.start))
  );
}

/** One element of a list of ids with its comma and its marks: `, RUN-001`, `[RUN-001](#run-001) (this) and `. */
function isElement(old: string): boolean {
  const rest = old
    .replace(/\]\([^()\s]*\)|\]\[[^\]]*\]/g, ' ')
    .replace(/\([^()]*\)/g, ' ')
    .replace(/\b[A-Z][A-Z-]{0,20}-\d{1,4}[a-z]?\b/, ' ')
    .replace(/\band\b/, ' ');
  return !/[\p{L}\p{N}]/u.test(rest);
}

function isWholeLines({ lines, text }: Runbook, { span }: Edit): boolean {
  const isStart = lines.startOf(lines.lineAt(span.start)) === span.start;
  return isStart && (span.end === text.length || lines.startOf(lines.lineAt(span.end)) === span.end);
}
