/** A hard-coded key, token or password in a command. */
import { entryFinder } from '../../../document/entries/run-entries';
import type { Runbook } from '../../../model/runbook';
import { placesOf } from '../../../text/pieces';
import { sparseSightingsOf } from '../../../text/sightings';
import type { Span } from '../../../text/span';
import { blocksAt, indentedCode, inlineCode } from '../../../document/steps/inline-code';
import { wordsAt } from '../../../document/fields/fields';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';
import { secretsIn, type SecretKind } from '../../shared/secrets';

interface Secret extends Match {
  readonly kind: SecretKind;
}

const messages = new Messages({
  cloudKey:
    'Hard-coded cloud access key: anyone with the runbook or its history can use it. Read it from a variable or vault, and rotate it.',
  accessToken:
    'Hard-coded access token: anyone with the runbook or its history can use it. Read it from a variable or vault, and revoke it.',
  chatToken:
    'Hard-coded chat token: anyone with the runbook or its history can use it. Read it from a variable or vault, and revoke it.',
  apiKey:
    'Hard-coded API key: anyone with the runbook or its history can use it. Read it from a variable or vault, and rotate it.',
  token:
    'Hard-coded token: anyone with the runbook or its history can use it. Read it from a variable or vault, and revoke it.',
  privateKey:
    'Hard-coded private key: anyone with the runbook or its history can use it. Read it from a variable or vault, and replace it.',
  password:
    'Hard-coded password: anyone with the runbook or its history can use it. Read it from a variable or vault, and change it.',
});

export const secretInCommand = defineRule<Secret>({
  meta: {
    name: 'secret-in-command',
    summary: 'A hard-coded key, token or password in a command',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'procedures',
    hiddenToo: true,
    judges: 'entry',
  },
  *find({ runbook }) {
    const entryAt = entryFinder(runbook);
    for (const span of suspiciousCode(runbook)) {
      for (const secret of secretsIn(wordsAt(runbook, span))) {
        const start = span.start + secret.start;
        const place = { start, end: span.start + secret.end };
        const entry = entryAt(place);
        yield { span: place, kind: secret.kind, ...(entry === undefined ? {} : { entry }) };
      }
    }
  },
  message: ({ kind }) => messages.of(kind),
});

/** Fenced code and code in running text that may hold a secret, in order. */
function suspiciousCode(runbook: Runbook): readonly Span[] {
  const { text, pieces, blocks, fences } = runbook;
  const isWorthALook = hints(text, pieces);
  // where all pieces are searched anyway, skip the blocks without a hint
  const hinted = pieces.length === 1 ? blocks : blocksAt(blocks, hintsIn(pieces));
  const spans = [...indentedCode(hinted), ...inlineCode(hinted)].filter(isWorthALook);
  for (const { content } of fences) if (isWorthALook(content)) spans.push(content);
  return spans.sort((a, b) => a.start - b.start);
}

/** Every command with a secret contains one of these; most commands contain none. */
const hint =
  /A(?:KIA|SIA|Iza|uthorization)|g(?:h[pousr]_|ithub_pat_|lpat-)|xox[abprs]-|[sr]k[_-]|secret|p(?:ass|wd|k[_-])|key|token|bearer|eyJ|hooks\.slack|hvs\.|npm_|pypi-|dop_v1|vault login|identified (?:by|with)|sudo[ \t]{1,4}-S|-(?:----BEGIN|(?<=\s-)(?:u|p|[aw][ \t]|-user))|:(?=\/\/[^\s]{0,300}@)/gi;
const hints = sparseSightingsOf(hint);
const hintsIn = placesOf(hint);
