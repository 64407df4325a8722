/** A navigation bullet with a different title than the heading of its entry. */
import { hasBody } from '../../../model/entry';
import type { Definition } from '../../../index/summary';
import { keyOf } from '../../../model/identifier';
import { wordsAt } from '../../../document/fields/fields';
import { comparableTitle, readNavigation } from '../../../document/links/navigation';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

interface TitleMismatch extends Match {
  readonly definition: Definition;
}

/** Definitions of one id whose titles are compared with each bullet. */
const mostCompared = 50;

const messages = new Messages({
  mismatch:
    'The heading of {id} is "{title}". With another title here, a search for one misses the other. Use the same title.',
  here: '{id} is defined here',
});

export const navTitleMismatch = defineRule<TitleMismatch>({
  meta: {
    name: 'nav-title-mismatch',
    summary: 'A navigation bullet whose title differs from the heading of its entry',
    severity: 'information',
    scope: 'judged',
    since: '0.1.0',
    group: 'identifiers',
    yieldsTo: ['link-id-mismatch'],
  },
  *find({ runbook, workspace, quiet }) {
    const navigation = quiet ? null : readNavigation(runbook);
    if (navigation === null) return;
    for (const { mention, title } of navigation.bullets) {
      if (title === null || !workspace.owns(mention.id.prefix)) continue;
      const definitions = workspace
        .definitions(keyOf(mention.id))
        .slice(0, mostCompared)
        .filter((other) => hasBody(other) && !other.stub && other.title !== '');
      const [definition] = definitions;
      const words = comparableTitle(wordsAt(runbook, title));
      if (
        definition === undefined ||
        definitions.some((one) => startsWithTitle(words, comparableTitle(one.title)))
      )
        continue;
      yield { span: title, definition };
    }
  },
  message({ definition }) {
    const id = definition.id.text;
    return {
      ...messages.of('mismatch', { id, title: definition.title }),
      related: [
        {
          uri: definition.uri,
          range: definition.idRange,
          message: messages.of('here', { id }),
        },
      ],
    };
  },
  fixes({ span, definition }, { runbook, place, say }) {
    // a remark in parentheses stays
    const remark = /\s\([^()]*\)$/.exec(wordsAt(runbook, span));
    const end = span.end - (definition.title.endsWith(')') ? 0 : (remark?.[0].length ?? 0));
    return [
      {
        title: say`Change title to "${definition.title}"`,
        edits: new Map([[place.uri, [{ span: { start: span.start, end }, newText: definition.title }]]]),
        automatic: true,
        removes: 'title',
      },
    ];
  },
});

function startsWithTitle(words: string, title: string): boolean {
  return words === title || (words.startsWith(title) && /^[^\p{L}\p{N}]/u.test(words.slice(title.length)));
}
