/**
 * What a workspace says about itself in `.runbook.yaml`, as inert data. Knows neither YAML nor disks.
 *
 * Paths are POSIX style, relative to the workspace folder. Globs are in the full form that `normalizeGlob` makes.
 */
import type { HouseKind, RoleWords, WordRole } from '../model/house-style';
import type { RunbookKind } from '../model/runbook';
import type { Span } from '../text/span';

/** The name of the configuration file; one in a folder applies to that folder and everything below it. */
export const configurationFileName = '.runbook.yaml';

export const ruleSeverities = ['error', 'warning', 'information', 'hint', 'off'] as const;
export type RuleSeverity = (typeof ruleSeverities)[number];

/** What documents may have to pass, each asking for more than the one before it. */
export const profileNames = ['draft', 'reviewed', 'tested', 'production'] as const;
export type ProfileName = (typeof profileNames)[number];

/** What a file can be told to be; `none` means that it is not judged. */
export type ConfiguredKind = RunbookKind | 'none';
export const configuredKinds: readonly ConfiguredKind[] = [
  'playbook',
  'feature',
  'entry',
  'sot',
  'release',
  'none',
];

/** What is said about one rule; `severity` null leaves the severity as it is. */
export interface RuleSetting {
  readonly severity: RuleSeverity | null;
  readonly options: Readonly<Record<string, unknown>>;
}

export type RuleSettings = ReadonlyMap<string, RuleSetting>;

/** An identifier prefix that the workspace owns; `owner` is the file that holds its entries, or null. */
export interface PrefixSetting {
  readonly owner: string | null;
}

/** The kind of the files that `files`, a glob, matches. A later setting wins over an earlier one. */
export interface KindSetting {
  readonly files: string;
  readonly kind: ConfiguredKind;
}

/** Languages in which words for parts of runbooks are known, besides English. */
export const languages = ['de', 'es', 'fr', 'pt', 'ja', 'ko'] as const;
export type Language = (typeof languages)[number];

/** Rule settings for the files that the globs match, on top of those for all files. A later one wins. */
export interface RuleOverride {
  readonly files: readonly string[];
  readonly rules: RuleSettings;
}

/** A folder whose identifiers count as defined; `path` is relative to the workspace folder and may begin with `..`. */
export interface JoinSetting {
  readonly path: string;
  /** Where the configuration file says so. */
  readonly span: Span;
}

/** A style that a file extends: a path in the workspace, a package, or one that is shipped. */
export interface ExtendSetting {
  /** As written: `./house.yaml`, `@acme/runbook-style`, `runbook:alert-pages`. */
  readonly name: string;
  /** Where the configuration file says so. */
  readonly span: Span;
}

/** What is known of alert rules besides what they say themselves; null for what is usual. */
export interface AlertSettings {
  /** Globs of files that hold alert rules, besides those that are known by their content. */
  readonly files: readonly string[];
  /** Names of the annotations that lead to a runbook. */
  readonly annotations: readonly string[] | null;
  /** Names of the labels that lead to a runbook. */
  readonly labels: readonly string[] | null;
  /** Severities that page somebody, in lower case. */
  readonly paging: readonly string[] | null;
  /** Names of the labels that say whose an alert is. */
  readonly team: readonly string[] | null;
}

/**
 * Addresses and the files that they lead to. `{name}` in `from` stands for any part of an address, and in `to` for the
 * same; without any, what follows `from` follows `to`.
 */
export interface AddressSetting {
  readonly from: string;
  /** Path relative to the workspace folder. */
  readonly to: string;
}

/** A list of the identifiers of another repository; `path` is relative to the workspace folder. */
export interface ImportSetting {
  readonly path: string;
  /** Where the configuration file says so. */
  readonly span: Span;
}

/** How runbooks are run; null for what is usual. */
export interface RunSettings {
  /** Folder for run files, relative to the workspace folder. */
  readonly record: string | null;
  /** False where commands are kept out of terminals. Nothing can switch that on again. */
  readonly terminal: false | null;
}

export interface Configuration {
  /** What the file itself extends; nothing else is to be done about it once the layers are laid. */
  readonly extends: readonly ExtendSetting[];
  /** Said by the configuration file of the workspace folder itself only. */
  readonly join: readonly JoinSetting[];
  readonly prefixes: ReadonlyMap<string, PrefixSetting>;
  /** Kinds of documents by path, and kinds of the workspace's own, in the order in which they are written. */
  readonly kinds: readonly (KindSetting | HouseKind)[];
  /** Words that sections and labels are known by, besides the built-in ones or no more. */
  readonly words: ReadonlyMap<WordRole, RoleWords>;
  /** Languages whose doubtful words count too. */
  readonly language: readonly Language[];
  /** Globs of the documents to read; empty means every Markdown file. */
  readonly include: readonly string[];
  /** Globs of the documents and folders to leave out. */
  readonly exclude: readonly string[];
  /** Globs, matched without regard to case, of files in which no identifier is ever dangling. */
  readonly templates: readonly string[];
  readonly rules: RuleSettings;
  readonly overrides: readonly RuleOverride[];
  /** Values that `Category` may have besides the built-in ones, by identifier prefix. */
  readonly categories: ReadonlyMap<string, readonly string[]>;
  /** Prefixes whose entries are judged as procedures, besides RUN and DEP. */
  readonly procedures: readonly string[];
  /** Values that `Status` may have besides the built-in ones, by identifier prefix. */
  readonly statuses: ReadonlyMap<string, readonly string[]>;
  /** After how many days without a test a runbook counts as stale; at least 1. */
  readonly staleAfterDays: number;
  /** Path of the file with accepted findings. Said by the configuration file of the workspace folder itself only. */
  readonly baseline: string | null;
  /** What the documents have to pass; null leaves rules at their usual severities. */
  readonly profile: ProfileName | null;
  /** What is known of alert rules; null where nothing is said of them. */
  readonly alerts: AlertSettings | null;
  /** Where addresses of runbooks lead, in the order in which they are tried. */
  readonly addresses: readonly AddressSetting[];
  /** Said by the configuration file of the workspace folder itself only. */
  readonly imports: readonly ImportSetting[];
  readonly run: RunSettings;
}

/** What one configuration file says; what is absent is left as it is. */
export type ConfigurationLayer = Partial<Omit<Configuration, 'alerts'>> & {
  readonly alerts?: Partial<AlertSettings>;
};

const templateWords = 'template,templates,tmpl,tpl,example,examples,sample,samples,boilerplate,skeleton';
const archiveWords = 'archive,archives,archived,attic,obsolete';
const changeLogWords =
  'changelog,changelogs,change-log,change_log,change log,changes,history,release-notes,release_notes,release notes,releasenotes';

/**
 * Templates, examples, archives and change logs in the ways people name them: by a folder, or by the first or last
 * word of the file name. In the middle of a name such words are about something else
 * (`email-templates-service.md`), and so is a leading "archive" (`archive-old-logs.md`).
 */
const defaultTemplates: readonly string[] = [
  `**/{,.,_}{${templateWords},${archiveWords}}/**`,
  `**/*[-_. ]{${templateWords},archive,archives,archived}/**`,
  `**/{changelog,changelogs,release-notes,release_notes}/**`,
  `**/{,.,_}{${templateWords},${archiveWords}}.*`,
  `**/{,.,_}{${templateWords}}[-_ ]*.*`,
  `**/*[-_. (]{${templateWords},${archiveWords}}{,)}.*`,
  `**/{${changeLogWords}}.*`,
  `**/{changelog,change-log,change_log,release-notes,release_notes}[-_ ]*.*`,
  `**/*[-_. ]{changelog,change-log,change_log,release-notes,release_notes}.*`,
  `**/skill.md`,
];

/** What holds without any configuration file: everything follows from what the documents say. */
export const defaultConfiguration: Configuration = {
  extends: [],
  join: [],
  prefixes: new Map(),
  kinds: [],
  words: new Map(),
  language: [],
  include: [],
  exclude: [],
  templates: defaultTemplates,
  rules: new Map(),
  overrides: [],
  categories: new Map(),
  procedures: [],
  statuses: new Map(),
  staleAfterDays: 90,
  baseline: null,
  profile: null,
  alerts: null,
  addresses: [],
  imports: [],
  run: { record: null, terminal: null },
};
