/** A code fence or comment that is never closed: all text after it is code, or is not seen. */
import { hiddenTexts, type HiddenText } from '../../../document/hidden-text';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

const messages = new Messages({
  unclosed:
    'This code fence is never closed, so the rest of the document is read as code. Add a closing fence of the same kind.',
  comment: 'This comment is never closed, so nobody sees the rest of the document. End it with "-->".',
  markup: 'This HTML is never closed, so the rest of the document is not read. Add its closing tag.',
});

interface OpenBlock extends Match {
  readonly by: HiddenText['by'];
}

export const unclosedFence = defineRule<OpenBlock>({
  meta: {
    name: 'unclosed-fence',
    summary: 'A code fence or comment that is never closed',
    severity: 'error',
    scope: 'judged',
    since: '0.1.0',
    group: 'anywhere',
    hides: true,
    inTemplates: true,
  },
  *find({ runbook }) {
    for (const { by, mark, span } of hiddenTexts(runbook)) yield { span: mark, by, covers: [span] };
  },
  message: ({ by }) => messages.of(by === 'fence' ? 'unclosed' : by),
});
