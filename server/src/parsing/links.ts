/** Links with their path and fragment taken apart, and explicit anchors. */
import type { LinkInline } from '../model/markdown';
import type { Block } from '../model/markdown';
import type { Anchor, Link } from '../model/runbook';
import type { Span } from '../text/span';
import type { FlowNode } from './flow';

/** All links and images of a document in order. Reference links are resolved through its definitions. */
export function readLinks(text: string, flow: readonly FlowNode[], blocks: readonly Block[]): Link[] {
  const definitions = new Map<string, Span>();
  for (const block of blocks) {
    if (block.type === 'definition' && !definitions.has(block.label))
      definitions.set(block.label, block.target);
  }
  const links: Link[] = [];
  for (const node of flow) {
    if (node.type === 'line') addLinks(text, node.inlines, definitions, links);
    else if (node.block.type === 'heading') addLinks(text, node.block.inlines, definitions, links);
    else if (node.block.type === 'table') {
      for (const row of node.block.rows)
        for (const cell of row.cells) addLinks(text, cell.inlines, definitions, links);
    }
  }
  return links;
}

function addLinks(
  text: string,
  inlines: readonly { readonly type: string }[],
  definitions: ReadonlyMap<string, Span>,
  links: Link[],
): void {
  for (const inline of inlines) {
    if (isLink(inline)) links.push(toLink(text, inline, definitions));
  }
}

function isLink(inline: { readonly type: string }): inline is LinkInline {
  return inline.type === 'link' || inline.type === 'image';
}

function toLink(text: string, inline: LinkInline, definitions: ReadonlyMap<string, Span>): Link {
  const label = text.slice(inline.target.start, inline.target.end).trim().replace(/\s+/g, ' ').toUpperCase();
  const target = inline.form === 'reference' ? (definitions.get(label) ?? inline.target) : inline.target;
  const source = text.slice(target.start, target.end);
  const hash = source.indexOf('#');
  const pathSpan = { start: target.start, end: hash < 0 ? target.end : target.start + hash };
  const fragmentSpan = { start: hash < 0 ? target.end : pathSpan.end + 1, end: target.end };
  const external = inline.form === 'autolink' || /^(?:[a-z][a-z0-9+.-]*:|\/\/|www\.)/i.test(source);
  return {
    inline,
    path: decode(text.slice(pathSpan.start, pathSpan.end)),
    pathSpan,
    fragment: hash < 0 ? null : decode(text.slice(fragmentSpan.start, fragmentSpan.end)),
    fragmentSpan,
    external,
  };
}

function decode(source: string): string {
  const unescaped = source.replace(/\\([!-/:-@[-`{-~])/g, '$1');
  try {
    return decodeURIComponent(unescaped);
  } catch {
    return unescaped;
  }
}

/** Ids that raw HTML sets: `<a id="x">`, `<a name="x">`, `<h2 id="x">`. `spans` are the places of raw HTML. */
export function readAnchors(text: string, spans: readonly Span[]): Anchor[] {
  const anchors: Anchor[] = [];
  for (const { start, end } of spans) {
    for (const match of text
      .slice(start, end)
      .matchAll(/<[a-z][a-z0-9]*\s[^<>]{0,300}?\b(?:id|name)\s*=\s*["']([^"'<>]{1,200})["']/gi)) {
      const id = match[1] ?? '';
      const from = start + match.index + match[0].lastIndexOf(id);
      anchors.push({ id, span: { start: from, end: from + id.length } });
    }
  }
  return anchors;
}
