/**
 * How a workspace writes the addresses of its runbooks: as most of those that lead to something are written. Knows how
 * addresses are written, nothing of what is offered.
 */
import { unmapPath } from '../../alerts/address-mapping';
import type { AddressOptions } from '../../alerts/addresses';
import { writeAddress } from '../../alerts/write-address';
import type { AlertAddress, AlertDocument } from '../../model/alert-document';
import type { Summary } from '../../index/summary';
import { rememberOf } from '../../text/remember';
import type { FeatureContext } from '../shared/feature-context';

/** Alert files that are read for their habit, besides the one that it is asked for. */
const mostRead = 20;

export interface AddressHabit {
  /** Whether entries are named by their ids alone. */
  readonly bareIds: boolean;
  /** Name of the annotation. */
  readonly annotation: string;
  /** The address of a document, without fragment; null where none can be written. */
  readonly addressOf: (path: string) => string | null;
}

/** One way of writing addresses, in one file. */
interface Way {
  /** What it is known by: the name of the annotation, the form, and of an address on the web its beginning. */
  readonly annotation: string;
  readonly form: 'id' | 'web' | 'path';
  /** An address that is written so. */
  readonly raw: string;
  readonly count: number;
}

/** The habit that holds in an alert file: its own, else that of the others. */
export function addressHabit(context: FeatureContext, uri: string): AddressHabit {
  const options = addressOptionsFor(context, uri);
  const ways = waysIn(context, uri);
  const all = [...ways].sort((a, b) => b.count - a.count);
  const [usual] = all;
  const known = all.filter(({ form }) => form !== 'id');
  const written = new Map<string, string | null>();
  const annotations = context.configurationFor(uri).alerts?.annotations ?? null;
  return {
    bareIds: usual === undefined ? options.addresses.length === 0 : usual.form === 'id',
    annotation: usual?.annotation ?? annotations?.[0] ?? 'runbook_url',
    addressOf: (path) => {
      const before = written.get(path);
      if (before !== undefined) return before;
      const address =
        known.map(({ raw }) => writeAddress({ raw }, path, options)).find((one) => one !== null) ??
        unmapPath(path, options.addresses) ??
        writeAddress({ raw: '' }, path, options);
      written.set(path, address);
      return address;
    },
  };
}

/** What decides where the addresses of a document lead. */
export function addressOptionsFor(context: FeatureContext, uri: string): AddressOptions {
  const { addresses } = context.configurationFor(uri);
  return { addresses, remotes: context.surroundingsOf(uri).remotes };
}

function waysIn(context: FeatureContext, uri: string): readonly Way[] {
  const own = waysOf(context.runbook(uri)?.alerts ?? null);
  if (own.length > 0) return own;
  const others: Way[] = [];
  let read = 0;
  for (const file of context.workspace.alerts.files()) {
    if (file.uri === uri || !leadsSomewhere(file)) continue;
    if (read++ >= mostRead) break;
    others.push(...waysOf(context.runbook(file.uri)?.alerts ?? null));
  }
  return joined(others);
}

function leadsSomewhere({ alerts }: Summary): boolean {
  return alerts.some(({ ids, targets }) => ids.length + targets.length > 0);
}

function waysOf(alerts: AlertDocument | null): readonly Way[] {
  return alerts === null ? [] : countedWays(alerts);
}

const countedWays = rememberOf(({ addresses }: AlertDocument): readonly Way[] =>
  joined(addresses.flatMap(wayOf)),
);

function wayOf({ field, target }: AlertAddress): Way[] {
  const { name: annotation, value } = field;
  const raw = value.raw.trim();
  if (target.kind === 'id') return [{ annotation, form: 'id', raw: '', count: 1 }];
  if (target.kind !== 'file') return [];
  const isWeb = /^[a-z][a-z0-9+.-]*:|\{\{/i.test(raw);
  return [{ annotation, form: isWeb ? 'web' : 'path', raw, count: 1 }];
}

/** Each way once, with how often it occurs. */
function joined(ways: readonly Way[]): readonly Way[] {
  const byKey = new Map<string, Way>();
  for (const way of ways) {
    const host = way.form === 'web' ? way.raw.split('/').slice(0, 3).join('/') : '';
    const key = `${way.annotation} ${way.form} ${host}`;
    const known = byKey.get(key);
    byKey.set(key, known === undefined ? way : { ...known, count: known.count + way.count });
  }
  return [...byKey.values()];
}
