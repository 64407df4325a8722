/** Addresses and the paths that they stand for, by the mappings of the configuration, both ways. Knows no files. */
import type { AddressSetting } from '../config/configuration';
import { rememberOf } from '../text/remember';
import { evenExpressions } from './expressions';
import { decoded } from './repository-address';

/** The path that an address (without query and fragment) stands for by the first mapping that fits it; null for none. */
export function mapAddress(address: string, addresses: readonly AddressSetting[]): string | null {
  const even = evenExpressions(address);
  for (const setting of addresses) {
    const path = compiled(setting).toPath(even);
    if (path !== null) return path;
  }
  return null;
}

/** The address of a path by the first mapping that has one; null for none. */
export function unmapPath(path: string, addresses: readonly AddressSetting[]): string | null {
  for (const setting of addresses) {
    const address = compiled(setting).toAddress(path);
    if (address !== null) return address;
  }
  return null;
}

interface CompiledMapping {
  readonly toPath: (address: string) => string | null;
  readonly toAddress: (path: string) => string | null;
}

const compiled = rememberOf(({ from, to }: AddressSetting): CompiledMapping => {
  const even = evenExpressions(from);
  if (!hasSlots(from))
    return {
      toPath: (address) => prefixed(address, even, to),
      toAddress: (path) => prefixedBack(path, from, to),
    };
  // no path says what to write for them
  if (!hasSlots(to) && !/\.(?:md|markdown)$/i.test(to))
    return { toPath: behindPattern(even, to), toAddress: () => null };
  return { toPath: translation(even, to, decoded), toAddress: translation(to, from, encodeURI) };
});

/** What follows `from` in an address, behind `to`; each slot of `from` stands for a part without `/`. */
function behindPattern(from: string, to: string): (address: string) => string | null {
  const parts = partsOf(from.replace(/(?<!\/)\/+$/, ''));
  return (address) => {
    let at = 0;
    for (const [index, part] of parts.entries()) {
      if (!part.isSlot && !address.startsWith(part.text, at)) return null;
      const end = part.isSlot ? endOfSlot(address, at, parts[index + 1]?.text ?? '') : at + part.text.length;
      if (end < 0) return null;
      at = end;
    }
    return prefixed(address, address.slice(0, at), to);
  };
}

/** Where a part without `/` ends that begins at `at` and has `next` behind it; -1 where there is none. */
function endOfSlot(address: string, at: number, next: string): number {
  const slash = address.indexOf('/', at);
  const last = slash < 0 ? address.length : slash;
  const end = next === '' ? last : address.indexOf(next, at + 1);
  return end > at && end <= last ? end : -1;
}

/** What follows `from` in an address, behind `to`. */
function prefixed(address: string, from: string, to: string): string | null {
  const base = withoutEnd(from);
  if (!sameStart(address, base)) return null;
  const rest = address.slice(base.length);
  if (rest !== '' && !rest.startsWith('/')) return null;
  const folder = folderOf(to);
  return decoded(`${folder}${rest}`).replace(/^\/+/, '');
}

function prefixedBack(path: string, from: string, to: string): string | null {
  const folder = folderOf(to);
  if (folder !== '' && path !== folder && !path.startsWith(`${folder}/`)) return null;
  const rest = folder === '' ? `/${path}` : path.slice(folder.length);
  return `${withoutEnd(from)}${encodeURI(rest)}`;
}

/** Scheme and host are compared without case. */
function sameStart(address: string, base: string): boolean {
  const host = /^https?:\/\/[^/]*/i.exec(base)?.[0].length ?? 0;
  return (
    address.slice(0, host).toLowerCase() === base.slice(0, host).toLowerCase() &&
    address.slice(host).startsWith(base.slice(host))
  );
}

/** Whether `{name}` stands in a text outside of template expressions. */
function hasSlots(text: string): boolean {
  return partsOf(text).length > 1;
}

/** From texts of one pattern to those of another, each slot standing for the same. */
function translation(
  from: string,
  to: string,
  spell: (value: string) => string,
): (text: string) => string | null {
  const source = partsOf(from);
  const template = partsOf(to);
  return (text) => {
    const values = valuesIn(text.replace(/(?<!\/)\/+$/, ''), source);
    if (values === null || template.some((part) => part.isSlot && !values.has(part.text))) return null;
    return template.map((part) => (part.isSlot ? spell(values.get(part.text) ?? '') : part.text)).join('');
  };
}

/** What the slots of a pattern stand for in a text: each takes as little as it can, the last one the rest. */
function valuesIn(text: string, parts: readonly Part[]): ReadonlyMap<string, string> | null {
  const values = new Map<string, string>();
  let at = 0;
  for (const [index, part] of parts.entries()) {
    if (!part.isSlot) {
      if (!text.startsWith(part.text, at)) return null;
      at += part.text.length;
      continue;
    }
    const next = parts[index + 1]?.text ?? '';
    const isLast = index >= parts.length - 2;
    const end = isLast ? text.length - next.length : text.indexOf(next, at + 1);
    if (end <= at) return null;
    const value = text.slice(at, end);
    if ((values.get(part.text) ?? value) !== value) return null;
    values.set(part.text, value);
    at = end;
  }
  return at === text.length ? values : null;
}

interface Part {
  readonly text: string;
  readonly isSlot: boolean;
}

function partsOf(text: string): readonly Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const match of text.matchAll(/\{\{[^{}]{0,200}\}\}|(\{[a-z]\w{0,40}\})/gi)) {
    if (match[1] === undefined) continue;
    parts.push({ text: text.slice(at, match.index), isSlot: false }, { text: match[1], isSlot: true });
    at = match.index + match[1].length;
  }
  return [...parts, { text: text.slice(at), isSlot: false }];
}

/** A text without slashes at its end. */
function withoutEnd(text: string): string {
  return text.replace(/(?<!\/)\/+$/, '');
}

/** A folder as paths name it: `./docs/` as `docs`, `.` as nothing. */
function folderOf(to: string): string {
  const folder = withoutEnd(to).replace(/^\.?\/+/, '');
  return folder === '.' ? '' : folder;
}
