/** A prefix that a file declares in `id_prefix` and has no entry of. */
import { declaredPrefixes } from '../../../document/fields/declared-prefixes';
import { placeOfPrefix } from '../../../document/fields/id-prefix-list';
import { defineRule, type Match } from '../../rule';

interface UnusedPrefix extends Match {
  readonly prefix: string;
}

export const unusedPrefix = defineRule<UnusedPrefix>({
  meta: {
    name: 'unused-prefix',
    summary: 'A declared prefix of which the file has no entry',
    severity: 'information',
    scope: 'judged',
    since: '0.1.0',
    group: 'identifiers',
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
    return {
      message: `This file declares the prefix ${prefix} and has no ${prefix} entry, so people look for them in vain. Add the first one, or take ${prefix} out of id_prefix.`,
    };
  },
});
