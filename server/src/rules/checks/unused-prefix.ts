/** A prefix that a file declares in `id_prefix` and has no entry of (`domain.md` section 5). */
import { misspelledDefinitions } from '../../index/misspelled-ids';
import { declaredPrefixes } from '../../index/summary';
import { wordsAt } from '../fields';
import { defineRule, type Match } from '../rule';

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
    source: 'section 5, Identifiers and links',
  },
  *find({ runbook, quiet }) {
    const field = runbook.frontMatter?.fields.find(({ key }) => key === 'id_prefix');
    if (quiet || field === undefined) return;
    const used = new Set(
      runbook.entries
        .filter(({ form }) => form !== 'fence' && form !== 'file-name')
        .map(({ id }) => id.prefix),
    );
    // malformed-id speaks of entries whose id nothing reads
    for (const { id } of misspelledDefinitions(runbook)) used.add(id.prefix);
    const value = wordsAt(runbook, field.valueSpan);
    for (const prefix of declaredPrefixes(runbook)) {
      if (used.has(prefix)) continue;
      const at = new RegExp(`(?<![A-Z0-9-])${prefix}(?![A-Z0-9])`).exec(value)?.index ?? 0;
      const start = field.valueSpan.start + at;
      yield { span: { start, end: start + prefix.length }, prefix };
    }
  },
  word({ prefix }) {
    return {
      message: `This file declares the prefix ${prefix} and has no ${prefix} entry, so people look for them in vain. Add the first one, or take ${prefix} out of id_prefix.`,
    };
  },
});
