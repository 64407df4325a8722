/** Brings findings to the client: pushes what changed, or answers when the client asks. */
import type {
  Connection,
  Diagnostic,
  FullDocumentDiagnosticReport,
  PreviousResultId,
  RelatedFullDocumentDiagnosticReport,
  RelatedUnchangedDocumentDiagnosticReport,
  UnchangedDocumentDiagnosticReport,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { AcceptedShow, DiagnosticsScope } from '../../../protocol/src/settings';
import type { RunbookService } from '../service';
import type { Background } from './background';
import type { ClientSupport } from './capabilities';
import { PushQueue } from './push-queue';
import type { Rest } from './rest';
import { toDiagnostic } from './to-diagnostic';

/** How long changes gather before the client is asked to ask again, in milliseconds. */
const gatherTime = 40;

/** Diagnostics of files that are no documents of the service: configuration files. */
export type OtherDiagnostics = ReadonlyMap<string, readonly Diagnostic[]>;

type RelatedReport = RelatedFullDocumentDiagnosticReport | RelatedUnchangedDocumentDiagnosticReport;

export interface WorkspaceReportOptions {
  readonly isCancelled: () => boolean;
  /** Takes a part of the answer; undefined where the client takes the whole only. */
  readonly tell: ((part: WorkspaceDiagnosticReport) => void) | undefined;
}

export interface FeedSurroundings {
  /** What the client can do, as far as it has said so. */
  readonly support: () => ClientSupport;
  /** Spells URIs the way the client does. */
  readonly toClient: (uri: string) => string;
  /** The URIs under which the client shows a document: those of open aliases among them. */
  readonly spellingsOf: (uri: string) => readonly string[];
  readonly background: Background;
  /** What waits for the findings in scope, or those that the client asks for, to be worked out. */
  readonly rest: Pick<Rest, 'settled' | 'end'>;
  /** Called when findings, or what there is, may differ. */
  readonly onChanged: () => void;
}

export class DiagnosticsFeed {
  readonly #connection: Connection;
  readonly #service: RunbookService;
  readonly #support: () => ClientSupport;
  readonly #toClient: (uri: string) => string;
  readonly #spellingsOf: (uri: string) => readonly string[];
  readonly #background: Background;
  readonly #rest: FeedSurroundings['rest'];
  readonly #onChanged: () => void;
  readonly #pushes: PushQueue;
  /** Documents that changed since the client was last asked to ask again. */
  readonly #pending = new Set<string>();
  readonly #sent = new Map<string, string>();
  /** Open documents that a change of another one affected, by that one, until its report tells of them. */
  readonly #related = new Map<string, Set<string>>();
  /** Documents that had findings when the client asked: it may show them still, whatever results it names. */
  readonly #told = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | null = null;
  #ready = false;
  /** Reports on the workspace that are being worked out. */
  #reports = 0;
  #others: OtherDiagnostics = new Map();
  scope: DiagnosticsScope = 'workspace';
  /** How accepted findings are shown. */
  accepted: AcceptedShow = 'hint';

  constructor(connection: Connection, service: RunbookService, surroundings: FeedSurroundings) {
    const { support, toClient, spellingsOf, background, rest, onChanged } = surroundings;
    this.#connection = connection;
    this.#service = service;
    this.#support = support;
    this.#toClient = toClient;
    this.#spellingsOf = spellingsOf;
    this.#background = background;
    this.#rest = rest;
    this.#onChanged = onChanged;
    this.#pushes = new PushQueue(background, {
      push: (uri) => {
        this.#push(uri);
      },
      isOpen: (uri) => service.isOpen(uri),
      onEmpty: () => {
        rest.settled();
      },
    });
  }

  /** The workspace is read: findings are true from now on. Nothing was sent before, since it might have been wrong. */
  start(): void {
    this.#ready = true;
    this.changed(new Set([...this.#service.uris(), ...this.#others.keys()]));
  }

  /**
   * Findings of these documents may differ. `cause` is the document whose text changed, if it is one: its findings go
   * out at once, and a client that asks for them is told of the others along with them.
   */
  changed(uris: Iterable<string>, cause?: string): void {
    if (this.#ready) this.#onChanged();
    for (const uri of uris) {
      if (cause !== undefined && uri !== cause && this.#service.isOpen(uri))
        this.#related.set(cause, (this.#related.get(cause) ?? new Set()).add(uri));
      if (!this.#ready) continue;
      if (this.#support().pull) this.#pending.add(uri);
      else if (uri === cause) this.#pushes.addEdited(uri);
      else this.#pushes.add(uri);
    }
    if (this.#pending.size > 0)
      this.#timer ??= setTimeout(() => {
        this.#askToAsk();
      }, gatherTime);
  }

  /** A document is closed: what its changes affected is no longer reported along with it. */
  closed(uri: string): void {
    this.#related.delete(uri);
  }

  /** A document is open under another URI still: the client shows nothing for this one any more. */
  closedAlias(clientUri: string): void {
    if (!this.#support().pull) void this.#connection.sendDiagnostics({ uri: clientUri, diagnostics: [] });
  }

  /** Everything is to be looked at again: settings or scope changed. */
  refresh(): void {
    this.changed(new Set([...this.#service.uris(), ...this.#sent.keys()]));
  }

  /** Sets the diagnostics of configuration files. */
  setOthers(others: OtherDiagnostics): void {
    const uris = new Set([...this.#others.keys(), ...others.keys()]);
    this.#others = others;
    this.changed(uris);
  }

  dispose(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#pushes.dispose();
  }

  /** The diagnostics of one document now. */
  of(uri: string): Diagnostic[] {
    const other = this.#others.get(uri);
    if (other !== undefined) return [...other];
    const { rulePages } = this.#support();
    const accepted = this.#service.acceptedFindings(uri);
    return this.#service.plainFindings(uri).flatMap((finding) => {
      const isAccepted = accepted.has(finding);
      if (isAccepted && this.accepted === 'none') return [];
      const shown = isAccepted ? { ...finding, severity: 'hint' as const } : finding;
      return [toDiagnostic(shown, this.#toClient, rulePages)];
    });
  }

  /** Answer to `textDocument/diagnostic`: the document, and the open ones that its changes have affected since. */
  report(uri: string, previous: string | undefined): RelatedReport {
    const report = this.#reportOf(uri, previous);
    const related = this.#related.get(uri);
    this.#related.delete(uri);
    // not every client asks for the workspace
    if (this.#reports === 0) this.#rest.settled();
    if (related === undefined || !this.#support().relatedDiagnostics) return report;
    const relatedDocuments = Object.fromEntries(
      [...related]
        .filter((other) => this.#service.isOpen(other))
        .map((other) => [this.#toClient(other), this.#reportOf(other, undefined)]),
    );
    return { ...report, relatedDocuments };
  }

  #reportOf(
    uri: string,
    previous: string | undefined,
  ): FullDocumentDiagnosticReport | UnchangedDocumentDiagnosticReport {
    const items = this.of(uri);
    const resultId = fingerprint(items);
    if (items.length > 0) this.#told.add(uri);
    return resultId === previous ? { kind: 'unchanged', resultId } : { kind: 'full', resultId, items };
  }

  /**
   * Answer to `workspace/diagnostic`: every document whose findings differ from what the client has. Parts of it go to
   * `tell` as they are ready, where the client takes them; in between, other requests are answered, and a request that
   * is cancelled ends. Null when it was.
   */
  async workspaceReport(
    previous: readonly PreviousResultId[],
    toServer: (uri: string) => string,
    options: WorkspaceReportOptions,
  ): Promise<WorkspaceDiagnosticReport | null> {
    this.#reports++;
    this.#rest.end();
    try {
      return await this.#workspaceReport(previous, toServer, options);
    } finally {
      this.#reports--;
    }
  }

  async #workspaceReport(
    previous: readonly PreviousResultId[],
    toServer: (uri: string) => string,
    { isCancelled, tell }: WorkspaceReportOptions,
  ): Promise<WorkspaceDiagnosticReport | null> {
    const known = new Map(previous.map(({ uri, value }) => [toServer(uri), value]));
    let items: WorkspaceDocumentDiagnosticReport[] = [];
    const uris = this.#urisInScope();
    for (const uri of uris) {
      if (this.#background.isDue) {
        if (tell !== undefined && items.length > 0) {
          tell({ items });
          items = [];
        }
        await this.#background.pause();
        if (isCancelled()) return null;
      }
      const before = known.get(uri);
      const report = this.#reportOf(uri, before);
      const version = this.#service.versionOf(uri);
      if (report.kind === 'full' && report.items.length === 0 && before === undefined && !this.#told.has(uri))
        continue;
      items.push({ ...report, uri: this.#toClient(uri), version });
    }
    // a document that is gone, or no longer in scope, has no findings any more
    for (const uri of new Set([...known.keys(), ...this.#told])) {
      if (!uris.has(uri) && known.get(uri) !== fingerprint([]))
        items.push({
          kind: 'full',
          resultId: fingerprint([]),
          items: [],
          uri: this.#toClient(uri),
          version: null,
        });
    }
    this.#rest.settled();
    if (tell === undefined) return { items };
    tell({ items });
    return { items: [] };
  }

  /** What a report on the workspace tells of; open documents first, since users look at them. Configuration files are always in it. */
  #urisInScope(): ReadonlySet<string> {
    if (this.scope !== 'workspace') return new Set(this.#others.keys());
    const uris = [...this.#service.uris()];
    return new Set([...uris.filter((uri) => this.#service.isOpen(uri)), ...this.#others.keys(), ...uris]);
  }

  /** The client asks by itself for the document it edits; others changed only when there is more than that one. */
  #askToAsk(): void {
    this.#timer = null;
    const [first = '', ...more] = this.#pending;
    this.#pending.clear();
    if (this.#support().refresh && (more.length > 0 || !this.#service.isOpen(first)))
      // a client that refuses, or is gone before it has answered, asks when it wants to
      void this.#refresh().catch(() => undefined);
  }

  /** Rejects where the connection is gone: asked for itself it throws. */
  async #refresh(): Promise<void> {
    await this.#connection.languages.diagnostics.refresh();
  }

  #push(uri: string): void {
    const shown = this.scope === 'workspace' || this.#service.isOpen(uri) || this.#others.has(uri);
    const diagnostics = shown ? this.of(uri) : [];
    const version = this.#service.versionOf(uri);
    const spellings = this.#spellingsOf(uri);
    const print = `${String(version)} ${fingerprint(diagnostics)} ${spellings.join(' ')}`;
    const before = this.#sent.get(uri);
    if (before === print || (before === undefined && diagnostics.length === 0 && !this.#service.isOpen(uri)))
      return;
    if (diagnostics.length === 0 && !this.#service.isOpen(uri)) this.#sent.delete(uri);
    else this.#sent.set(uri, print);
    for (const spelling of spellings)
      void this.#connection.sendDiagnostics({
        uri: spelling,
        diagnostics,
        // the version is that of the text that counts
        ...(version === null || spelling !== spellings.at(-1) ? {} : { version }),
      });
  }
}

/** Equal for equal diagnostics: FNV-1a over their JSON, with its length. */
function fingerprint(diagnostics: readonly Diagnostic[]): string {
  const text = JSON.stringify(diagnostics);
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return `${(hash >>> 0).toString(16)}-${String(text.length)}`;
}
