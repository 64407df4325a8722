/** The title of a document is not the name of its file, which its kind takes for the title. */
import { titleHeading } from '../../../document/house/house-sections';
import type { DocumentHeading } from '../../../model/runbook';
import { starred } from '../../../text/starred';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';
import { fixHere } from '../../shared/fix-here';

interface OtherTitle extends Match {
  readonly heading: DocumentHeading;
  /** The name of the file without its ending. */
  readonly name: string;
}

const messages = new Messages({
  differs:
    'The title is not the file name, "{name}", by which alerts and links find the page. Change one of them.',
});

export const titleNotFileName = defineRule<OtherTitle>({
  meta: {
    name: 'title-not-file-name',
    summary:
      'A title that is not the name of the file, where the kind of the document takes that for the title',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'house',
  },
  *find({ runbook, quiet }) {
    const { house } = runbook.kind;
    if (quiet || house?.titleFrom !== 'fileName') return;
    const heading = titleHeading(runbook);
    if (heading === null) return;
    const name = runbook.path.slice(runbook.path.lastIndexOf('/') + 1).replace(/(?:\.\w{1,8}){1,3}$/, '');
    const titles = [heading.title, house.title === null ? null : starred(house.title, heading.title)];
    const wanted = folded(name.replace(/^\d{1,4}[-_ .]/, ''));
    if (
      wanted === '' ||
      titles.some((title) => title !== null && [folded(name), wanted].includes(folded(withoutMark(title))))
    )
      return;
    yield { span: heading.titleSpan, heading, name };
  },
  message: ({ name }) => messages.of('differs', { name }),
  fixes: ({ heading, name }, context) => [
    fixHere(
      context,
      context.say`Make "${name}" the title`,
      [{ span: heading.titleSpan, newText: name }],
      false,
      'title',
    ),
  ],
});

/** `[Deprecated] KubeAPIDown` is about `KubeAPIDown`. */
function withoutMark(title: string): string {
  return title
    .trim()
    .replace(/^[[(][^[\]()]{1,40}[\])]/, '')
    .replace(/[[(][^[\]()]{1,40}[\])]$/, '');
}

/** Letters and digits alone: `restart-db` and `Restart DB` are one. */
function folded(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
