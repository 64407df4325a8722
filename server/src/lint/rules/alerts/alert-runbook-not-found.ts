/** An alert that sends on-call to a runbook that does not exist. */
import { nearestWord } from '../../../config/nearest-word';
import { followAddress } from '../../../index/alert-target';
import { nearestIdentifier } from '../../../index/nearest-identifier';
import type { AlertAddress } from '../../../model/alert-document';
import type { Identifier } from '../../../model/identifier';
import { writeTarget } from '../../../alerts/write-target';
import { folderOf } from '../../../text/paths';
import { createEntry } from '../../shared/create-entry';
import { addressOptions, followedAddresses, nameOf, shownPath } from '../../shared/alert-addresses';
import { isUndefined } from '../../shared/undefined-ids';
import { Messages } from '../../message';
import { defineRule, type Choice, type Match, type RuleContext } from '../../rule';

interface LostRunbook extends Match {
  readonly alert: string;
  readonly address: AlertAddress;
  /** The file that is not there, or null where an identifier stands for it. */
  readonly path: string | null;
  readonly id: Identifier | null;
  /** The only file of the same name elsewhere, or null. */
  readonly moved: string | null;
}

const messages = new Messages({
  file: '{alert} sends on-call to {path}, which does not exist. Correct the address, or write the runbook.',
  moved: '{alert} sends on-call to {path}, which does not exist. Did you mean {file}?',
  id: '{alert} sends on-call to {id}, which is not defined anywhere. Correct the ID, or add the entry.',
  similar: '{alert} sends on-call to {id}, which is not defined anywhere. Did you mean {similar}?',
});

export const alertRunbookNotFound = defineRule<LostRunbook>({
  meta: {
    name: 'alert-runbook-not-found',
    summary: 'An alert rule whose runbook does not exist',
    severity: 'error',
    scope: 'alerts',
    since: '0.1.0',
    group: 'alerts',
  },
  *find(context) {
    for (const { address, target, span } of followedAddresses(context)) {
      const common = { span, address, alert: nameOf(address.rule) };
      if (target.kind === 'id') {
        const { id } = target;
        if (isUndefined(id, context)) yield { ...common, path: null, id, moved: null };
        continue;
      }
      const found = followAddress(target, context);
      if (found.kind !== 'absent') continue;
      const { path } = found;
      yield { ...common, path, id: null, moved: movedTo(path, context) };
    }
  },
  message({ alert, path, id, moved }, { workspace }) {
    if (id !== null) {
      const similar = nearestIdentifier(id, workspace)?.id.text;
      return similar === undefined
        ? messages.of('id', { alert, id: id.text })
        : messages.of('similar', { alert, id: id.text, similar });
    }
    const lost = shownPath(path ?? '');
    return moved === null
      ? messages.of('file', { alert, path: lost })
      : messages.of('moved', { alert, path: lost, file: shownPath(moved) });
  },
  choices({ address, path, id, moved }, context) {
    const fixes: Choice[] = [];
    if (id === null) {
      const file = moved ?? nearestFile(path ?? '', context);
      const edits = file === null ? null : writeTarget(address, { path: file }, addressOptions(context));
      if (edits !== null)
        fixes.push({
          title: context.say`Change the address to ${file ?? ''}`,
          edits: new Map([[context.place.uri, edits]]),
          automatic: false,
          removes: 'destination',
        });
      return fixes;
    }
    const nearest = nearestIdentifier(id, context.workspace);
    if (nearest !== null && address.target.kind === 'id' && address.target.span !== null)
      fixes.push({
        title: context.say`Replace ${id.text} with ${nearest.id.text}`,
        edits: new Map([[context.place.uri, [{ span: address.target.span, newText: nearest.id.text }]]]),
        automatic: false,
        removes: 'id',
      });
    const created = createEntry(context, id, '');
    if (created !== null) fixes.push(created);
    return fixes;
  },
});

/** The only file of the same name. */
function movedTo(path: string, { workspace, place }: RuleContext): string | null {
  const named = workspace.documentsNamed(place.folder, path.slice(path.lastIndexOf('/') + 1));
  return named.length === 1 ? (named[0]?.path ?? null) : null;
}

/** The Markdown file in the same folder whose name is most alike. */
function nearestFile(path: string, { workspace, place }: RuleContext): string | null {
  const beside = new Map<string, string>();
  for (const { folder, path: other } of workspace.documents()) {
    const name = markdownName(other);
    if (name !== null && folder === place.folder && folderOf(other) === folderOf(path))
      beside.set(name, other);
  }
  return beside.get(nearestWord(markdownName(path) ?? '', beside.keys()) ?? '') ?? null;
}

/** The name of a Markdown file without its ending; null of other files. */
function markdownName(path: string): string | null {
  return /(?:^|\/)([^/]+)\.(?:md|markdown)$/i.exec(path)?.[1] ?? null;
}
