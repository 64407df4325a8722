/** What may be asked of a workspace. Knows nothing of how it is kept. */
import type { AlertsIndex } from './alerts-index';
import type { ImportedId } from './id-list';
import type { Reference } from './references';
import type { RunsIndex } from './runs-index';
import type { Definition, Summary } from './summary';

/** A reference with the document it stands in. */
export interface LocatedReference extends Reference {
  readonly uri: string;
}

/** What rules and features may ask of one workspace, and of the folders that it joins. */
export interface WorkspaceView {
  /** The documents of the workspace itself. */
  documents(): Iterable<Summary>;
  /** A document of the workspace or of a folder that it joins; the path of the latter leads there from here. */
  document(uri: string): Summary | undefined;
  /** Whether a document is of the workspace itself: those of joined folders are read and never changed. */
  holds(uri: string): boolean;
  /** Whether a folder that is joined is not known, so that it is unknown whether an id is defined nowhere. */
  readonly lacksFolders: boolean;
  /** The document at a path of a workspace folder. */
  documentAt(folder: string, path: string): Summary | undefined;
  /** The documents of a workspace folder whose file has this name, in whatever case. */
  documentsNamed(folder: string, name: string): readonly Summary[];
  /**
   * Definitions of an id, best first: headings and plain forms in judged documents, then registers, names, samples. Those
   * of joined folders only where the workspace has none itself.
   */
  definitions(key: string): readonly Definition[];
  /** The definition that a jump goes to, or undefined when the id is defined nowhere. */
  definition(key: string): Definition | undefined;
  /** The identifier of another repository with this key, where the folder imports a list of them that has it. */
  imported(key: string): ImportedId | undefined;
  allImported(): Iterable<ImportedId>;
  /** Whether some entry claims the id without being read as its definition ({@link Summary.misspelled}). */
  isMisspelled(key: string): boolean;
  /**
   * All references to an id, by document and place, those in joined folders that mean the same one among them. Costs their
   * number; to ask for one, {@link someReference} is cheaper.
   */
  references(key: string): readonly LocatedReference[];
  /** Whether a reference to the id, in no order, passes the test. */
  someReference(key: string, test: (reference: Reference, uri: string) => boolean): boolean;
  /** Documents of the workspace itself that mention the id, in any place. */
  documentsNaming(key: string): Iterable<string>;
  /** Documents with a link to the place of a document, whether that exists or not. */
  linkersOf(place: Pick<Summary, 'folder' | 'path'>): Iterable<string>;
  /** Whether this workspace, or a folder that it joins, uses the prefix for its entries (docs/runbook-format.md#identifiers). */
  owns(prefix: string): boolean;
  /** Files of the workspace itself that own the prefix: those whose `id_prefix` names it first, then those that hold entries of it. */
  owners(prefix: string): readonly Summary[];
  /** What is known of alerts in the workspace itself. */
  readonly alerts: Pick<
    AlertsIndex,
    'facts' | 'files' | 'named' | 'claimsOf' | 'all' | 'concernedBy' | 'firstUnanswered'
  >;
  /** What run files of the workspace itself tell. */
  readonly runs: Pick<RunsIndex, 'of' | 'hasOf'>;
  /** Whether some document of the workspace is a runbook, or defines identifiers of its own. */
  readonly hasOurs: boolean;
  /** Every definition that counts here, those of one id one behind the other, the best first. */
  allDefinitions(): Iterable<Definition>;
  /** As {@link allDefinitions}, those of one prefix. */
  definitionsOf(prefix: string): Iterable<Definition>;
  /**
   * Whether no rule can find anything in a document of the workspace itself: one that is {@link Summary.silent}, or of no
   * kind, and names nothing of a prefix that is owned.
   */
  isSilent(uri: string): boolean;
  /** Counts up when what definitions say changes, or who they belong to; places within documents do not count. */
  readonly definitionsRevision: number;
  /** The next free id of a prefix in the band that a file declares for it: highest in use + 1, and nothing refers to it. */
  nextId(prefix: string, uri: string): string;
}
