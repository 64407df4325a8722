/**
 * What rules that judge entries found in the long document that was judged last. After a key in one of its entries they look
 * at that one only; what they found in others is moved. It says nothing that the rules would not say of the whole document.
 */
import type { Entry, Runbook } from '../../model/runbook';
import { moved, type Span } from '../../text/span';
import { mostFindings, type Finding, type Fix, type Rule, type RuleContext } from '../rule';
import { changedEntry, type ChangedEntry } from './changed-entry';
import { viewWithin } from './entry-view';

/** One judgement of a document: what each rule that judges entries found. */
interface Judged {
  readonly context: RuleContext;
  readonly found: Map<Rule, readonly Finding[]>;
  /** The first day on which a rule may find something else, of those that told one. */
  readonly changes: Map<Rule, string>;
}

export class RuleMemory {
  #before: Judged | null = null;

  /** Begins to judge a document; what is found from now on is kept for the next time. */
  judging(context: RuleContext): RuleReuse {
    const now: Judged = { context, found: new Map(), changes: new Map() };
    const before = this.#before;
    this.#before = context.runbook.pieces.length > 1 ? now : null;
    const changed =
      before !== null && hasSameSurroundings(before.context, context)
        ? changedEntry(before.context.runbook, context.runbook)
        : null;
    return new RuleReuse(before, now, changed);
  }

  forget(): void {
    this.#before = null;
  }
}

/** Whether all that rules may look at besides the document and the workspace is as it was. */
function hasSameSurroundings(before: RuleContext, now: RuleContext): boolean {
  return (
    before.place.uri === now.place.uri &&
    before.place.path === now.place.path &&
    before.configuration === now.configuration &&
    before.quiet === now.quiet &&
    before.today === now.today &&
    before.say === now.say
  );
}

/** What one judgement takes over from the one before. */
export class RuleReuse {
  readonly #before: Judged | null;
  readonly #now: Judged;
  readonly #changed: ChangedEntry | null;
  /** The context that ends at the changed entry; made when a rule asks for it. */
  #within: RuleContext | null = null;

  constructor(before: Judged | null, now: Judged, changed: ChangedEntry | null) {
    this.#before = before;
    this.#now = now;
    this.#changed = changed;
  }

  /** What a rule finds; `context` is the document with the options of the rule. */
  check(rule: Rule, context: RuleContext): readonly Finding[] {
    if (rule.meta.judges !== 'entry') return rule.check(context);
    const noting = rule.meta.byTime === undefined ? context : this.#noting(rule, context);
    const found = this.#partly(rule, noting) ?? rule.check(noting);
    this.#now.found.set(rule, found);
    return found;
  }

  /** The context of a rule that looks at the day, which also keeps until when its findings are true. */
  #noting(rule: Rule, context: RuleContext): RuleContext {
    const { changes } = this.#now;
    return {
      ...context,
      changesOn(day) {
        const known = changes.get(rule);
        changes.set(rule, known === undefined || day < known ? day : known);
        context.changesOn(day);
      },
    };
  }

  /** The findings of the changed entry beside those of the others, or undefined where all have to be found again. */
  #partly(rule: Rule, context: RuleContext): readonly Finding[] | undefined {
    const before = this.#before;
    const known = before?.found.get(rule);
    const changed = this.#changed;
    if (before === null || known === undefined || changed === null || known.length > mostFindings)
      return undefined;
    const elsewhere = known.filter(({ span }) => !startsIn(changed.before, span));
    // places of this document that a finding names by their lines may have moved, too
    if (elsewhere.some(({ related }) => related.length > 0)) return undefined;
    this.#within ??= contextWithin(context, changed.now);
    const until = before.changes.get(rule);
    if (until !== undefined) context.changesOn(until);
    const whole = new WholeFixes(rule, context);
    const found = elsewhere.map((finding) =>
      whole.moved(finding, changed, before.context.runbook, context.runbook),
    );
    const { options, changesOn } = context;
    for (const finding of rule.check({ ...this.#within, options, changesOn }))
      if (startsIn(changed.now, finding.span)) found.push(whole.of(finding));
    // of more than are shown the first ones are, which only the rule itself knows
    return found.length > mostFindings ? undefined : found;
  }
}

function startsIn({ start, end }: Span, span: Span): boolean {
  return start <= span.start && span.start < end;
}

function contextWithin(context: RuleContext, span: Span): RuleContext {
  return {
    ...context,
    runbook: viewWithin(context.runbook, span),
    entries: context.entries.filter((entry) => startsIn(span, entry.span)),
  };
}

/**
 * Fixes of findings that were moved, or found in the view of an entry: worked out from the whole document, whose manner they
 * follow, when somebody asks for one.
 */
class WholeFixes {
  readonly #rule: Rule;
  readonly #context: RuleContext;
  #all: readonly Finding[] | null = null;

  constructor(rule: Rule, context: RuleContext) {
    this.#rule = rule;
    this.#context = context;
  }

  /** A finding of the text before, where it stands now. */
  moved(finding: Finding, { before, by }: ChangedEntry, was: Runbook, is: Runbook): Finding {
    const at = (span: Span): Span => (span.start < before.end ? span : moved(span, by));
    const { covers } = finding;
    return this.of({
      ...finding,
      span: at(finding.span),
      ...(covers === undefined ? {} : { covers: covers.map(at) }),
      entry: sameEntry(finding.entry, was, is),
    });
  }

  of(finding: Finding): Finding {
    const { span, message } = finding;
    // not the finding: through its fixes it holds on to the model before, which does so in turn
    return { ...finding, fixes: () => this.#fixesOf(span, message) };
  }

  #fixesOf({ start, end }: Span, message: string): readonly Fix[] {
    this.#all ??= this.#rule.check(this.#context);
    const same = this.#all.find(
      ({ span, message: words }) => span.start === start && span.end === end && words === message,
    );
    return same?.fixes() ?? [];
  }
}

/** The same entry in the text after the edit, which changes none of those outside. */
function sameEntry(entry: Entry | null, was: Runbook, is: Runbook): Entry | null {
  if (entry === null) return null;
  const index = was.entries.indexOf(entry);
  const fromEnd = was.entries.length - index;
  const same = is.entries[index];
  return same?.id.text === entry.id.text && same.span.start === entry.span.start
    ? same
    : (is.entries.at(-fromEnd) ?? null);
}
