/**
 * What a rule is: metadata beside three functions. `find` says where and why, `message` puts it
 * into words, `fixes` offers changes. A rule sees plain data only and never another rule.
 */
import type { Configuration } from '../config/configuration';
import { openBlockAround } from '../document/open-block';
import type { LineRange } from '../index/summary';
import type { WorkspaceView } from '../index/workspace-view';
import type { HouseRole } from '../model/house-style';
import type { Entry, Runbook, RunbookKind } from '../model/runbook';
import type { Edit } from '../text/edit';
import { fillSlots, type Say } from '../text/say';
import type { Span } from '../text/span';
import type { DocumentPlace } from '../workspace';
import type { Message } from './message';
import type { Suppression } from './suppressions';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/**
 * Where a rule runs: in documents of some kinds; in all that define entries of this workspace or are recognised
 * (`judged`); in every Markdown document of a workspace that opted in (`workspace`); in files with alert rules (`alerts`); or in
 * run files, where no other rule runs (`runs`).
 */
export type Scope = readonly RunbookKind[] | 'judged' | 'workspace' | 'alerts' | 'runs';

/** An option of a rule, for validation and documentation. */
export interface RuleOption {
  readonly type: 'number' | 'string' | 'boolean' | 'string-list';
  readonly default: number | string | boolean | readonly string[];
  readonly description: string;
}

/** What a rule is about: its part of the rule index, and the folder that it stands in. */
export type RuleGroup =
  | 'identifiers'
  | 'traceability'
  | 'procedures'
  | 'playbook'
  | 'feature'
  | 'sot'
  | 'release'
  | 'house'
  | 'alerts'
  | 'anywhere';

export interface RuleMetadata {
  /** Diagnostic code, settings key, file name, page name. */
  readonly name: string;
  /** One sentence without full stop, for lists. */
  readonly summary: string;
  /** The usual severity; a match may carry a milder or a stricter one. `off`: only when the configuration asks. */
  readonly severity: Severity | 'off';
  readonly scope: Scope;
  readonly options?: Readonly<Record<string, RuleOption>>;
  /** Version of the extension that brought the rule. */
  readonly since: string;
  readonly group: RuleGroup;
  /** What it judges the doing of: in documents of a kind of a team's own it runs where that asks for it. */
  readonly role?: HouseRole;
  /** Whether the rule also speaks inside stub entries and unfilled templates, whose other findings are hidden. */
  readonly inTemplates?: boolean;
  /** Whether the rule also speaks of documents of which only the headings are known, or nothing. */
  readonly ofHeadingsOnly?: boolean;
  /**
   * What each finding depends on, where that is less than the document: `entry`, of an entry with a body that entry, the kind,
   * the configuration and the day, and neither other entries nor the workspace. After a key in a long document such a rule
   * looks at the entry that it is in (`reuse/rule-memory.ts`), through a view of the document that ends there.
   */
  readonly judges?: 'entry';
  /**
   * For rules that look at what became of the findings of others: in which turn after these it runs. A rule sees what
   * earlier turns left.
   */
  readonly last?: 1 | 2;
  /**
   * Rules that report the same cause, and better: where one of them has a finding, findings of this rule are dropped.
   * `find` takes no notice of them, so that nothing is lost where they are off or silenced.
   * Two rules may name each other where it depends on the match: one that does not go before the other covers nothing.
   */
  readonly yieldsTo?: readonly string[];
  /**
   * Where that would be which is missing by its findings; they are dropped where a rule that `hides` hides some of it. `section`:
   * the innermost one around; `part`: the phase or entry, else the document; `name`: where the words of the finding are.
   */
  readonly absentFrom?: 'section' | 'part' | 'document' | 'name';
  /** Whether nobody sees what its findings cover. Of what stands there, only what is true `hiddenToo` is reported. */
  readonly hides?: true;
  readonly hiddenToo?: true;
  /**
   * Whether findings depend on the day, so that they come without a change of any document: all of them, or those whose
   * match says so.
   */
  readonly byTime?: 'always' | 'sometimes';
}

/** What rules may look at. */
export interface RuleContext {
  readonly place: DocumentPlace;
  readonly runbook: Runbook;
  readonly workspace: WorkspaceView;
  /** The model of another document, read on demand: for changes that reach it, never for finding. */
  readonly runbookOf: (uri: string) => Runbook | undefined;
  /** Whether a file of the same workspace folder, by path, is left out: then it is unknown whether it exists. */
  readonly leavesOut: (path: string) => boolean;
  /** Addresses of the repository of the workspace folder, as Git keeps them. */
  readonly remotes: readonly string[];
  /** Whether there is a page in the same workspace folder that is not Markdown: by its path without the ending. */
  readonly hasPage: (stem: string) => boolean;
  /** The configuration for this document. */
  readonly configuration: Configuration;
  /** Whether its path says template, example, archive or changelog. */
  readonly quiet: boolean;
  /** Entries with a body that look like the templates' and are filled in. */
  readonly entries: readonly Entry[];
  /** `YYYY-MM-DD`. A rule that looks at it tells by `changesOn` how long what it finds is true, and has `byTime`. */
  readonly today: string;
  /** To be told the first day after today, `YYYY-MM-DD`, on which the rule may find something else, or say it otherwise. */
  readonly changesOn: (day: string) => void;
  /** Says messages and titles of fixes in the language of who reads them. */
  readonly say: Say;
  /** Options of the rule that runs, defaults filled in. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Names of all rules. */
  readonly ruleNames: ReadonlySet<string>;
  /** Suppression comments that have silenced nothing, for rules that run last; for all others empty. */
  readonly idleSuppressions: readonly Suppression[];
  /** Rules that have more than {@link mostFindings} here, for rules that run last; for all others empty. */
  readonly cutShort: ReadonlySet<string>;
}

/** Most findings of one rule in one document; far above what authors read, and below what makes editors wait. */
export const mostFindings = 500;

/** What the surroundings tell about a document; the rest of {@link RuleContext} follows from it. */
export type RuleInput = Omit<
  RuleContext,
  'entries' | 'options' | 'ruleNames' | 'idleSuppressions' | 'cutShort'
>;

/** A place where a rule holds something against the document. Rules add what they need to say it. */
export interface Match {
  readonly span: Span;
  /** Other than the rule's usual one. */
  readonly severity?: Severity;
  /** The entry that the match is about; its status decides whether it is a draft. */
  readonly entry?: Entry;
  /** Where findings of rules that yield to this one are dropped, instead of in `span`; empty: nowhere. */
  readonly covers?: readonly Span[];
  /** Whether its cause is one of its own, so that it yields to nothing, whatever its rule says. */
  readonly standsAlone?: true;
  /** Whether it depends on the day, where the rule says `sometimes`. */
  readonly byTime?: true;
}

export interface RelatedPlace {
  readonly uri: string;
  readonly range: LineRange;
  readonly message: string;
}

/** A place that belongs to a finding, with what is there. */
export interface RelatedWording extends Omit<RelatedPlace, 'message'> {
  readonly message: Message;
}

/** What is wrong, why it matters, what to do; with the other places that belong to it. */
export interface Wording extends Message {
  readonly related?: readonly RelatedWording[];
  readonly tags?: readonly ('deprecated' | 'unnecessary')[];
}

/**
 * What of the author's text a fix takes away or replaces, and nothing besides. `nothing`: it only adds; `id`:
 * identifiers, with the links that lead to them; `number`: the number of a step, phase or section; `destination`: where
 * a link leads; `value`: the value of one field; `title`: one title; `element`: one element of a list of ids with its
 * comma; `item`: whole lines, which the title of the fix quotes or names; `comment`: a comment; `instruction`: a
 * bracketed instruction of the template; `place`: nothing, but text stands elsewhere afterwards.
 */
export type Removal =
  | 'nothing'
  | 'id'
  | 'number'
  | 'destination'
  | 'value'
  | 'title'
  | 'element'
  | 'item'
  | 'comment'
  | 'instruction'
  | 'place';

/** A change that would end the finding. */
export interface Fix {
  readonly title: string;
  /** Edits by document; most fixes touch the document of the finding only. */
  readonly edits: ReadonlyMap<string, readonly Edit[]>;
  /** Whether `--fix` and "fix all" may apply it without asking. At most one fix of a finding is automatic. */
  readonly automatic: boolean;
  /** What it takes away; left out where that is nothing. */
  readonly removes?: Removal;
}

/** A change that needs a decision by the author. */
export type Choice = Fix & { readonly automatic: false };

/** What a rule found, in words, with its changes on demand. */
export interface Finding {
  readonly rule: RuleMetadata;
  readonly severity: Severity;
  readonly span: Span;
  /** As {@link Match.covers}. */
  readonly covers?: readonly Span[];
  /** As {@link Match.standsAlone}. */
  readonly standsAlone?: true;
  /** Whether it is milder than is usual for its rule: no profile asks for that it is gone. */
  readonly mild?: true;
  /** Whether it is there because of the day, as {@link RuleMetadata.byTime} says. */
  readonly byTime?: true;
  readonly message: string;
  readonly related: readonly RelatedPlace[];
  readonly tags: readonly ('deprecated' | 'unnecessary')[];
  /** The entry that the finding is about, or null. */
  readonly entry: Entry | null;
  readonly fixes: () => readonly Fix[];
  /** Whether none of its fixes can be automatic, whatever they are. */
  readonly needsChoice?: boolean;
}

export interface RuleDefinition<M extends Match> {
  readonly meta: RuleMetadata;
  /** The matches in document order or any other; cost follows the document, not the workspace. */
  readonly find: (context: RuleContext) => Iterable<M>;
  readonly message: (match: M, context: RuleContext) => Wording;
  readonly fixes?: (match: M, context: RuleContext) => readonly Fix[];
  /** Instead of `fixes` where none is ever automatic: then they need not be worked out to know that. */
  readonly choices?: (match: M, context: RuleContext) => readonly Choice[];
}

/** A rule with its match type closed over, as the registry keeps it. */
export interface Rule {
  readonly meta: RuleMetadata;
  /** Whether some finding of the rule can have a fix. */
  readonly fixable: boolean;
  /** At most one more than {@link mostFindings}, which says that there are too many. */
  readonly check: (context: RuleContext) => Finding[];
}

const severitiesInOrder: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

function isMilder(severity: Severity, than: Severity): boolean {
  return severitiesInOrder.indexOf(severity) > severitiesInOrder.indexOf(than);
}

/** Whether lines of a fix would be part of a fence or a comment that never ends, and so say nothing. */
function goesIntoOpenBlock({ edits }: Fix, { place, runbook }: RuleContext): boolean {
  return edits.get(place.uri)?.some((edit) => openBlockAround(runbook, edit) !== undefined) === true;
}

/** Closes a rule's definition into a {@link Rule}. */
export function defineRule<M extends Match>({
  meta,
  find,
  message,
  choices,
  fixes = choices,
}: RuleDefinition<M>): Rule {
  return {
    meta,
    fixable: fixes !== undefined,
    check(context) {
      const findings: Finding[] = [];
      for (const match of find(context)) {
        const { related = [], tags = [], ...words } = message(match, context);
        const say = ({ template, args }: Message): string => fillSlots(context.say(template), args);
        const usual = meta.severity === 'off' ? 'warning' : meta.severity;
        findings.push({
          rule: meta,
          severity: match.severity ?? usual,
          span: match.span,
          ...(match.covers === undefined ? {} : { covers: match.covers }),
          ...(match.standsAlone === true ? { standsAlone: true } : {}),
          ...(isMilder(match.severity ?? usual, usual) ? { mild: true } : {}),
          ...(meta.byTime === 'always' || match.byTime === true ? { byTime: true } : {}),
          message: say(words),
          related: related.map((place) => ({ ...place, message: say(place.message) })),
          tags,
          entry: match.entry ?? null,
          fixes: () => (fixes?.(match, context) ?? []).filter((fix) => !goesIntoOpenBlock(fix, context)),
          ...(choices === undefined ? {} : { needsChoice: true }),
        });
        if (findings.length > mostFindings) break;
      }
      return findings;
    },
  };
}
