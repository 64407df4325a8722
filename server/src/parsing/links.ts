/** Links with their path and fragment taken apart, and explicit anchors. */
import { decodeString } from 'micromark-util-decode-string';
import type { Block, LinkInline } from '../model/markdown';
import type { Anchor, Link } from '../model/runbook';
import { moved, type Span } from '../text/span';

/** Reference links resolved through the definitions among the outermost blocks. */
export function resolveLinks(
  text: string,
  links: readonly Link[],
  blocks: readonly Block[],
): readonly Link[] {
  const definitions = new Map<string, Span>();
  for (const block of blocks) {
    if (block.type === 'definition' && !definitions.has(block.label))
      definitions.set(block.label, block.target);
  }
  if (definitions.size === 0) return links;
  return links.map((link) => {
    const { form, target } = link.inline;
    if (form !== 'reference') return link;
    const defined = definitions.get(labelKey(text.slice(target.start, target.end)));
    return defined === undefined ? link : toLink(text, link.inline, defined);
  });
}

/** A link or image taken apart; a reference link as if its label were its target. */
export function readLink(text: string, inline: LinkInline): Link {
  return toLink(text, inline, inline.target);
}

/** The same link at another place, where `inline` is. */
export function placedLink(link: Link, inline: LinkInline, by: number): Link {
  const { path, pathSpan, fragment, fragmentSpan, external } = link;
  return {
    inline,
    path,
    pathSpan: moved(pathSpan, by),
    fragment,
    fragmentSpan: moved(fragmentSpan, by),
    external,
  };
}

function toLink(text: string, inline: LinkInline, target: Span): Link {
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

/** A label as CommonMark compares it. */
function labelKey(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toUpperCase();
}

function decode(source: string): string {
  if (!/[\\%&]/.test(source)) return source;
  const unescaped = decodeString(source);
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
