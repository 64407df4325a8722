/**
 * One thread's part of the check of a folder: reads its documents, takes in what the others say, and judges its own. Knows
 * nothing of threads.
 */
import { concatBytes } from '../../files/bytes';
import { digestOf, fromLines, toLine } from '../../files/folder-snapshots';
import type { FileContent } from '../../files/host';
import { Boundary } from '../../disk/boundary';
import { findIn, type HeldContents } from '../../disk/folder-contents';
import { fromRelativePath, toUri } from '../../disk/paths';
import { readContent } from '../../disk/read-document';
import { sha256 } from '../../disk/sha256';
import { DiskWorkLog } from '../../disk/work-log';
import type { CoreService } from '../../service';
import { noWorkLog } from '../../workspace';
import { openWorkspace } from '../open-workspace';
import type { Exchange, Share } from './share';

/** What is found in the documents of a share, as lines of `toLine`. */
export async function judgeShare(share: Share, { swap }: Exchange): Promise<Uint8Array> {
  const { notes } = share;
  const log = notes === null ? null : new DiskWorkLog({ ...notes, ends: 2 });
  const contents = new DigestedContents(share);
  let own: readonly string[] = [];
  try {
    const { service } = await openWorkspace(
      { root: share.root, configuration: null, allowOutside: share.allowOutside, contents },
      {
        today: share.today,
        snapshots: null,
        rereads: true,
        judges: true,
        parts: share.parts,
        workLog: log ?? noWorkLog,
        profile: share.profile,
        async onDocuments(opened) {
          own = [...opened.uris()];
          const others = await swap(linesOf(opened, own, contents, false));
          return takeIn(opened, others);
        },
      },
      silent,
    );
    const known = new Set(own);
    const alertFiles = share.listing.found.alertFiles.map((path) => contents.uriOf(path));
    const judged = [...own, ...(share.judgesAlerts ? alertFiles.filter((uri) => !known.has(uri)) : [])];
    // those read last first: their models are still at hand
    for (const uri of judged.toReversed()) service.plainFindings(uri);
    return linesOf(service, judged, contents, true);
  } finally {
    log?.end();
  }
}

function takeIn(service: CoreService, others: readonly Uint8Array[]): ReadonlySet<string> {
  const affected = new Set<string>();
  for (const lines of others)
    for (const { uri, values } of fromLines(lines))
      for (const one of service.takeIn(uri, values)) affected.add(one);
  return affected;
}

/** What cannot be said in lines is left out: whoever gets them reads it. */
function linesOf(
  service: CoreService,
  uris: readonly string[],
  contents: DigestedContents,
  findings: boolean,
): Uint8Array {
  const lines: Uint8Array[] = [];
  for (const uri of uris) {
    const values = service.encode(uri, { findings });
    const digest = contents.digestOf(uri);
    if (values !== null && digest !== undefined) lines.push(toLine({ uri, digest, values }));
  }
  return concatBytes(lines);
}

/** Reads the files, and tells what they held when they were read: it need not be what they hold later. */
class DigestedContents implements HeldContents {
  readonly #share: Share;
  readonly #boundary: Boundary | null;
  readonly #digests = new Map<string, string>();

  constructor(share: Share) {
    this.#share = share;
    this.#boundary = share.allowOutside ? null : Boundary.of(share.root);
  }

  get remotes(): HeldContents['remotes'] {
    return this.#share.listing.remotes;
  }

  find(rules: Parameters<HeldContents['find']>[0]): ReturnType<HeldContents['find']> {
    const found = findIn(this.#share.listing, rules);
    return { ...found, documents: [...found.documents, ...this.#share.unreadable] };
  }

  take(path: string): FileContent {
    const content = readContent(path, this.#boundary);
    if ('bytes' in content) this.#digests.set(toUri(path), digestOf(content.bytes, sha256));
    return content;
  }

  uriOf(path: string): string {
    return toUri(fromRelativePath(this.#share.root, path));
  }

  digestOf(uri: string): string | undefined {
    return this.#digests.get(uri);
  }
}

const silent = { out: () => undefined, error: () => undefined, colors: false };
