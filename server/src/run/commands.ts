/**
 * Commands on their way into a terminal, where a person runs them or does not: what has to be filled in, and lines that a
 * shell cannot take for more than words. Nothing here starts anything.
 */
import { destructiveWords } from '../document/steps/destructive-commands';
import { words, type Words } from '../text/say';

/** What is to be filled in before a command can be used. */
export interface Slot {
  readonly name: string;
  /** As it stands in the command. */
  readonly written: string;
  readonly secret: boolean;
}

export interface SafeLine {
  readonly text: string;
  /** With secrets masked. */
  readonly shown: string;
  readonly destructive: string | null;
}

export type SafeLines =
  | { readonly lines: readonly SafeLine[]; readonly missing: readonly Slot[]; readonly refused: null }
  | { readonly lines: readonly []; readonly missing: readonly []; readonly refused: Words };

/** `<pod>`, `${REGION}`, `$REGION`, `[version]`; a bracket behind a word is an index, one in blanks is a test. */
const slotPattern =
  /<([A-Za-z][\w .-]{0,60})>|\$\{([A-Za-z_]\w{0,60})\}|\$([A-Z][A-Z0-9_]{1,60})(?![A-Za-z0-9_])|(?<=^|[\s"'=/:,@])\[([A-Za-z][\w -]{1,60})\]/gm;

/** Variables that a shell has without anybody's doing. */
const ofTheShell: ReadonlySet<string> = new Set(
  'HOME PATH USER LOGNAME PWD OLDPWD SHELL HOSTNAME TMPDIR TMP TEMP LANG TERM UID EUID PPID RANDOM SECONDS LINENO IFS EDITOR PAGER KUBECONFIG BASH_SOURCE PIPESTATUS'.split(
    ' ',
  ),
);

const secretName =
  /pass(?:word|wd|phrase|code)?(?![a-z])|secret|token|api[ _-]?key|access[ _-]?key|private[ _-]?key|credential|(?<![a-z])(?:pin|pwd|otp)(?![a-z])/i;

/** Whether what has this name must neither be shown nor kept. */
export function isSecret(name: string): boolean {
  return secretName.test(name);
}

/** The slots of a command, each once. */
export function slotsIn(command: string): readonly Slot[] {
  const found = new Map<string, Slot>();
  for (const { 0: written, 1: angle, 2: braced, 3: bare, 4: bracket } of command.matchAll(slotPattern)) {
    const variable = braced ?? bare;
    if (variable !== undefined && (ofTheShell.has(variable) || isSetIn(command, variable))) continue;
    if (angle !== undefined && isRedirected(command, written)) continue;
    if (bracket !== undefined && /^[A-Za-z0-9]-[A-Za-z0-9]$/.test(bracket)) continue;
    const name = (angle ?? variable ?? bracket ?? '').trim();
    if (!found.has(written)) found.set(written, { name, written, secret: isSecret(name) });
  }
  return [...found.values()];
}

/** Whether the command itself gives a variable its value. */
function isSetIn(command: string, name: string): boolean {
  return command.split('\n').some((line) =>
    ['export ', 'read ', 'read -r ', 'for ', 'local ', 'declare ', ''].some((lead) => {
      const start = line.trimStart();
      const end = start.charAt(lead.length + name.length);
      return (
        start.startsWith(`${lead}${name}`) &&
        (lead === '' ? end === '=' : end === '=' || end === ' ' || end === '')
      );
    }),
  );
}

/** `sort <in>out` reads and writes files. */
function isRedirected(command: string, written: string): boolean {
  const at = command.indexOf(written);
  return /[\w./]/.test(command.charAt(at + written.length)) && /\s/.test(command.charAt(at - 1));
}

/** Longer lines are cut off by terminals. */
const longestLine = 4000;

/**
 * What a terminal may take for more than words, or a person cannot see: control characters, those that turn the direction of
 * a text, separators of lines and paragraphs, halves of characters, what has no width or is a blank by another name. Not what makes
 * a sign an emoji.
 */
const unsafe = /(?![\ufe0e\ufe0f])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

/** Why a command cannot be put into a terminal; null where it can. */
export function whyUnsendable(command: string): Words | null {
  const lines = linesOf(command);
  if (lines.length === 0) return words`It holds no command, only comments.`;
  return lines.map(whyUnsafe).find((why) => why !== null) ?? null;
}

function whyUnsafe(line: string): Words | null {
  if (unsafe.test(line))
    return words`It holds control characters or characters that nobody sees, which a terminal may act on. Type it instead.`;
  if (line.length > longestLine) return words`It has a line that is too long for a terminal.`;
  return null;
}

/** How many lines of a command are put into a terminal. */
export function countLines(command: string): number {
  return linesOf(command).length;
}

/** The words by which some line of a command destroys something. */
export function destructiveIn(command: string): string | null {
  for (const line of linesOf(command)) {
    const found = destructiveWords(line);
    if (found !== null) return found;
  }
  return null;
}

/** The lines of a command with its slots filled in, to be put into a terminal without a line break, one at a time. */
export function safeLines(command: string, values: Readonly<Record<string, string>>): SafeLines {
  const slots = slotsIn(command);
  const refuse = (refused: Words): SafeLines => ({ lines: [], missing: [], refused });
  const why = whyUnsendable(command);
  if (why !== null) return refuse(why);
  const missing = slots.filter(({ name }) => (valueOf(values, name) ?? '') === '');
  if (missing.length > 0) return { lines: [], missing, refused: null };
  const lines = linesOf(command).map((line): SafeLine => {
    const text = filled(line, slots, ({ name }) => valueOf(values, name) ?? '');
    const shown = filled(line, slots, ({ name, secret }) =>
      secret ? '••••••' : (valueOf(values, name) ?? ''),
    );
    return { text, shown, destructive: destructiveWords(text) };
  });
  const unsafeNow = lines.map(({ text }) => whyUnsafe(text)).find((one) => one !== null);
  return unsafeNow == null ? { lines, missing: [], refused: null } : refuse(unsafeNow);
}

function valueOf(values: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

/** All slots of a line at once, so that what stands in one is never taken for another. */
function filled(line: string, slots: readonly Slot[], valueIn: (slot: Slot) => string): string {
  let result = '';
  let at = 0;
  while (at < line.length) {
    const slot = slots.find(({ written }) => line.startsWith(written, at));
    result += slot === undefined ? line.charAt(at) : valueIn(slot);
    at += slot?.written.length ?? 1;
  }
  return result;
}

/** A line with blanks in the place of tabs, which a shell takes for a wish to complete; those in quotes are meant as tabs. */
function withoutTabs(line: string): string {
  let quote = '';
  let result = '';
  for (const character of line) {
    if (quote === '' ? character === '"' || character === "'" : character === quote)
      quote = quote === '' ? character : '';
    result += character === '\t' && quote === '' ? ' ' : character;
  }
  return result;
}

/** Lines that are run one by one: continued ones are one, blank lines and comments are none. */
function linesOf(command: string): string[] {
  const joined = command
    .split(/\r\n|\r|\n/)
    .reduce<string[]>((lines, line) => {
      const last = lines.at(-1);
      if (last?.endsWith('\\') === true) lines.splice(-1, 1, `${last.slice(0, -1).trimEnd()} ${line.trim()}`);
      else lines.push(line);
      return lines;
    }, [])
    .map((line) => withoutTabs(line).trimEnd());
  const isScript = joined.some((line) => line.includes('<<'));
  return joined.filter((line) => line.trim() !== '' && (isScript || !/^\s*#/.test(line)));
}
