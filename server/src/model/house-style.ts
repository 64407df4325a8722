/**
 * What a team says its documents are: kinds of its own, and words that it uses otherwise. Inert data, read from
 * `.runbook.yaml`; knows neither YAML nor files.
 */
import type { RunbookKind } from './kind';
import type { Role } from './role-names';

/** What documents of a kind may be asked to have, whatever its name. */
export const houseRoles = ['steps', 'verification', 'rollback', 'escalation', 'owner', 'review'] as const;
export type HouseRole = (typeof houseRoles)[number];

/** How much it matters that a document has something; `off`: it need not. */
export type HouseSeverity = 'error' | 'warning' | 'information' | 'hint' | 'off';

/** Where a document has its title; `fileName`: its name is the title, and an H1 repeats it. */
export const titlePlaces = ['h1', 'h2', 'frontMatter.title', 'fileName', 'none'] as const;
export type TitlePlace = (typeof titlePlaces)[number];

/** What may have to stand in a section. `list`: of any sort; `steps`: a numbered one. */
export const sectionContents = ['list', 'steps', 'code', 'boxes', 'table'] as const;
export type SectionContent = (typeof sectionContents)[number];

/** `ifApplicable`: it has to be there, and may say that it does not apply. */
export type Requirement = 'required' | 'ifApplicable' | 'optional';

export interface HouseSection {
  readonly name: string;
  /** Other names for the same. */
  readonly also: readonly string[];
  readonly requirement: Requirement;
  /** Level of its heading, 1 to 6; null for any. */
  readonly level: number | null;
  /** Name of the section that it stands in; null for any place. */
  readonly under: string | null;
  /** All that must stand in it. */
  readonly holds: readonly SectionContent[];
}

/** What a value may be; one that is any of these is valid. */
export interface FieldValues {
  readonly date: boolean;
  readonly interval: boolean;
  readonly duration: boolean;
  readonly channel: boolean;
  readonly allowed: readonly string[];
  /** A pattern that {@link compilePattern} takes. */
  readonly pattern: string | null;
}

/** No form at all: what a field asks for begins with it. */
export const noForm: FieldValues = {
  date: false,
  interval: false,
  duration: false,
  channel: false,
  allowed: [],
  pattern: null,
};

/** What the value of a field says about the document. */
export const fieldPurposes = ['owner', 'reviewDate', 'reviewInterval'] as const;
export type FieldPurpose = (typeof fieldPurposes)[number];

export interface HouseField {
  readonly name: string;
  readonly also: readonly string[];
  readonly required: boolean;
  /** Null for any value. */
  readonly values: FieldValues | null;
  readonly sets: FieldPurpose | null;
}

/** A kind of document. All conditions that it names have to hold. */
export interface HouseKind {
  readonly name: string;
  /** Globs in full form; empty for any file. */
  readonly files: readonly string[];
  /** Title with `*` for any words; null for any title. */
  readonly title: string | null;
  /** At least so many of these headings. */
  readonly headings: { readonly atLeast: number; readonly of: readonly string[] } | null;
  /** By key: the value, or true for any. */
  readonly frontMatter: ReadonlyMap<string, string | true>;
  /** The built-in kind whose rules and templates hold, or null for none. */
  readonly like: RunbookKind | null;
  readonly titleFrom: TitlePlace;
  /** What is not named is off, or as the built-in kind has it. */
  readonly roles: ReadonlyMap<HouseRole, HouseSeverity>;
  readonly sections: readonly HouseSection[];
  /** Whether the sections stand in the order in which they are named. */
  readonly ordered: boolean;
  readonly fields: readonly HouseField[];
  /** Form of the identifiers of these documents, as {@link compilePattern} takes it; null for none. */
  readonly ids: string | null;
  /** Path of the template, relative to the workspace folder; null for none. */
  readonly template: string | null;
  /** The keys that its definition has; what it lacks it has from the style that it extends. */
  readonly says: ReadonlySet<string>;
}

/** For what a word may stand: what the parser knows, what fields say, and sections about which no rule says anything. */
export type WordRole = Role | 'impact' | 'diagnosis' | 'owner' | 'review';

/** Words of a role that are added, and taken away. As written. */
export interface RoleWords {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}
