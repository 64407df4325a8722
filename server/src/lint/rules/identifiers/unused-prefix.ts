/** A prefix that a file declares in `id_prefix` without having an entry of it. */
import { declaredPrefixes } from '../../../document/fields/declared-prefixes';
import { placeOfPrefix } from '../../../document/fields/id-prefix-list';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

interface UnusedPrefix extends Match {
  readonly prefix: string;
}

const messages = new Messages({
  unused:
    'This file declares the prefix {prefix} but has no {prefix} entry to find. Add one, or remove {prefix} from id_prefix.',
});

export const unusedPrefix = defineRule<UnusedPrefix>({
  meta: {
    name: 'unused-prefix',
    summary: 'A declared prefix without an entry in the file',
    severity: 'information',
    scope: 'judged',
    since: '0.1.0',
    group: 'identifiers',
    absentFrom: 'document',
    yieldsTo: ['malformed-id'],
  },
  *find({ runbook, quiet }) {
    if (quiet || runbook.frontMatter === null) return;
    const used = new Set(
      runbook.entries
        .filter(({ form }) => form !== 'fence' && form !== 'file-name')
        .map(({ id }) => id.prefix),
    );
    for (const prefix of declaredPrefixes(runbook)) {
      const span = used.has(prefix) ? undefined : placeOfPrefix(runbook, prefix);
      if (span !== undefined) yield { span, prefix };
    }
  },
  message({ prefix }) {
    return messages.of('unused', { prefix });
  },
});
