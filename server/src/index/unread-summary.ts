/**
 * The summary of a document that is of no kind, by the signs in its text, and is read only when somebody asks what it says:
 * most Markdown of a repository never is. What nobody asked for has influenced nothing.
 */
import { mayClaimAlerts } from '../document/entries/alert-claims';
import type { DocumentPlace } from '../workspace';
import type { Summary } from './summary';

/** What is done with the text of such a document. */
export interface UnreadText {
  /** The text as it is now; empty where it is gone. */
  readonly text: () => string;
  /** What the text says. */
  readonly read: () => Summary;
}

export class UnreadSummary implements Summary {
  readonly uri: string;
  readonly folder: string;
  readonly path: string;
  readonly quiet: boolean;
  readonly kind = 'none';
  readonly prefixes: readonly string[] = [];
  readonly alerts: Summary['alerts'] = [];
  readonly run: Summary['run'] = null;
  readonly #source: UnreadText;
  #read: Summary | null = null;
  #named: ReadonlySet<string> | null = null;

  /** `quiet`: see {@link Summary.quiet}. */
  constructor({ uri, folder, path }: DocumentPlace, quiet: boolean, source: UnreadText) {
    this.uri = uri;
    this.folder = folder;
    this.path = path;
    this.quiet = quiet;
    this.#source = source;
  }

  /** What the document says, which is read now if it was not before. */
  get whole(): Summary {
    return (this.#read ??= this.#source.read());
  }

  /** Whether somebody has asked what the document says. */
  get isRead(): boolean {
    return this.#read !== null;
  }

  get definitions(): Summary['definitions'] {
    return this.whole.definitions;
  }

  get references(): Summary['references'] {
    return this.whole.references;
  }

  get fragments(): Summary['fragments'] {
    return this.whole.fragments;
  }

  get bands(): Summary['bands'] {
    return this.whole.bands;
  }

  get misspelled(): Summary['misspelled'] {
    return this.whole.misspelled;
  }

  get claims(): Summary['claims'] {
    return this.whole.claims;
  }

  get linked(): Summary['linked'] {
    return this.whole.linked;
  }

  get silent(): boolean {
    return this.whole.silent;
  }

  get read(): Summary['read'] {
    return this.whole.read;
  }

  /** Whether an identifier of this prefix may stand in it, in whatever spelling. */
  mayName(prefix: string): boolean {
    this.#named ??= prefixesIn(`${this.path}\n${this.#source.text()}`);
    return this.#named.has(prefix);
  }

  /** Whether it may say that it is about an alert. */
  get mayClaim(): boolean {
    return mayClaimAlerts(this.#source.text());
  }

  /** Whether a link to a file may stand in it. `name`: of the file, without its ending. */
  mayLinkTo(name: string): boolean {
    const text = this.#source.text();
    return /[%&\\]/.test(text) || text.toLowerCase().includes(name.toLowerCase());
  }
}

/** A summary as an object of its own values, which is read now if it was not before. */
export function wholeOf(summary: Summary): Summary {
  return summary instanceof UnreadSummary ? summary.whole : summary;
}

/** Every word in front of a number, as `RUN` in `RUN-001`, `run_001`, `RUN\-001`, `#run-001` and `RUN001`. */
const numbered = /([A-Za-z][A-Za-z0-9]{1,11}(?:\\?-[A-Za-z]{2,12}){0,2})(?:\\?[-_–—]|%2[dD])?(?=\d)/g;

/** Prefixes, in upper case, of what may be read as an identifier: too many rather than too few. */
function prefixesIn(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [, word = ''] of text.matchAll(numbered)) {
    const prefix = word.replaceAll('\\', '').toUpperCase();
    found.add(prefix);
    // without a joint the first digits of the number look like the end of the word
    const letters = prefix.replace(/\d{1,4}$/, '');
    for (let length = letters.length; length < prefix.length; length++) found.add(prefix.slice(0, length));
  }
  return found;
}

/** What others can have heard of a document: nothing of one that nobody has read, whose text may be another one by now. */
export function heardOf(summary: Summary | null): Summary | null {
  if (!(summary instanceof UnreadSummary)) return summary;
  return summary.isRead ? summary.whole : null;
}
