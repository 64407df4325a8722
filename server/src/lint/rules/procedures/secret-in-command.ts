/** A hard-coded key, token or password in a command. */
import { entryFinder } from '../../../document/entries/run-entries';
import type { Runbook } from '../../../model/runbook';
import { placesOf } from '../../../text/pieces';
import { rememberWords } from '../../../text/remember';
import { sparseSightingsOf } from '../../../text/sightings';
import type { Span } from '../../../text/span';
import { blocksAt, indentedCode, inlineCode } from '../../../document/steps/inline-code';
import { wordsAt } from '../../../document/fields/fields';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

type SecretKind = keyof typeof messages.texts;

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
  /A(?:KIA|SIA|Iza|uthorization)|g(?:h[pousr]_|ithub_pat_|lpat-)|xox[abprs]-|[sr]k[_-]|secret|p(?:ass|wd|k[_-])|key|token|bearer|eyJ|-(?:----BEGIN|(?<=\s-)(?:u|p|-user))|:(?=\/\/[^\s]{0,300}@)/gi;
const hints = sparseSightingsOf(hint);
const hintsIn = placesOf(hint);

/** Literals that are secrets by their own form, wherever they are. */
const formed: readonly (readonly [RegExp, SecretKind])[] = [
  [/\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g, 'cloudKey'],
  [/\bgh[pousr]_[A-Za-z0-9]{30,}\b|\bgithub_pat_\w{30,}\b|\bglpat-[\w-]{18,}/g, 'accessToken'],
  [/\bxox[abprs]-[\w-]{10,}/g, 'chatToken'],
  [/\b(?:sk|rk|pk)_(?:live|test)_[A-Za-z0-9]{12,}|\bsk-(?:[a-z]+-)?[A-Za-z0-9_-]{20,}/g, 'apiKey'],
  [/\bAIza[\w-]{30,}/g, 'apiKey'],
  [/\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{5,}/g, 'token'],
  [/-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/g, 'privateKey'],
];

/** Literals that are secrets by what comes before them; group 1 is the name or option, group 2 the literal. */
const named: readonly (readonly [RegExp, SecretKind])[] = [
  [
    /((?<![\w-])--?(?:\w{1,30}-){0,6}(?:password|passwd|pwd|pass)|\b\w{0,40}(?:password|passwd|_pwd|_pass)["']?)(?:\s*[=:]\s*|(?<=--?[\w-]{2,40})\s+)("[^"\n]*"|'[^'\n]*'|[^\s"',;&|)]+)/gi,
    'password',
  ],
  [
    /(\b\w{0,40}(?:api[_-]?key|access[_-]?key|secret[_-]?key|client[_-]?secret|auth[_-]?token|access[_-]?token|api[_-]?token|private[_-]?key|_token|_secret|\btoken|\bsecret)["']?)(?:\s*[=:]\s*|(?<=--[\w-]{2,40})\s+)("[^"\n]*"|'[^'\n]*'|[^\s"',;&|)]+)/gi,
    'token',
  ],
  [/\b(authorization:\s*(?:bearer|basic|token)|bearer)\s+([^\s"']+)/gi, 'token'],
  [/(\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@"']{1,60}:)([^\s@/"']+)(?=@)/gi, 'password'],
  [/\b(curl\b[^\n|;]{0,200}?\s(?:-u|--user)[ =]?["']?[^\s:"']{1,60}:)([^\s"']+)/gi, 'password'],
  [
    /\b((?:mysql|mysqldump|mysqladmin|mariadb)\b[^\n|;]{0,120}?\s-p)([^\s"'][^\s]*|"[^"\n]+"|'[^'\n]+')/gi,
    'password',
  ],
  [/\b(sshpass\s+-p\s*)("[^"\n]*"|'[^'\n]*'|\S+)/gi, 'password'],
];

const secretsIn = rememberWords((code): readonly (Span & { readonly kind: SecretKind })[] => {
  const found: (Span & { kind: SecretKind })[] = [];
  const taken = new Uint8Array(code.length);
  const add = (start: number, literal: string, kind: SecretKind): void => {
    const end = start + literal.length;
    if (taken.subarray(start, end).includes(1)) return;
    taken.fill(1, start, end);
    found.push({ start, end, kind });
  };
  for (const [pattern, kind] of formed) {
    for (const match of code.matchAll(pattern))
      if (!/example|x{6}/i.test(match[0])) add(match.index, match[0], kind);
  }
  for (const [pattern, kind] of named) {
    for (const match of code.matchAll(pattern)) {
      const [whole, , quoted = ''] = match;
      const literal = quoted.replace(/^["']|["']$/g, '');
      if (isPlaceholder(literal) || (kind === 'token' && !looksRandom(literal))) continue;
      add(match.index + whole.lastIndexOf(literal), literal, kind);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}, 1000);

/** Variables, placeholders, stars, paths, options and words in place of a secret. */
function isPlaceholder(literal: string): boolean {
  return (
    literal.length < 4 ||
    /^[$<{[%@*./:?=-]|^\\|\$[{(\w]|[<>{}[\]]|\*{3}|\.{3}|…|^x{3,}|^`/i.test(literal) ||
    /^(?:your|my|the|some|new|old|changeme|change-me|change_me|redacted|hidden|password|passwd|pass|secret|token|key|true|false|null|none|yes|no|from|stdin|prompt|example|placeholder|value|env|vault|file|string|text|required|optional|bearer|basic)(?![A-Za-z0-9]*\d)(?:[-_: ].*)?$/i.test(
      literal,
    ) ||
    /example|placeholder|redacted|(?:^|[-_])(?:here|file|path|arn)$/i.test(literal) ||
    // a call of a function, not its result
    /^[A-Za-z_][\w.:]{1,60}\(/.test(literal)
  );
}

/** Whether a literal is a secret rather than the name of one: long, with letters and digits. */
function looksRandom(literal: string): boolean {
  return (
    literal.length >= 12 &&
    /\d/.test(literal) &&
    /[A-Za-z]/.test(literal) &&
    !/^[a-z]+(?:[-_/.][a-z]+)*[-_/.]?\d{0,3}$/.test(literal)
  );
}
