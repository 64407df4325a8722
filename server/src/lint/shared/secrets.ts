/** Keys, tokens and passwords in the words of a command. Knows no documents. */
import { rememberWords } from '../../text/remember';
import type { Span } from '../../text/span';

export type SecretKind =
  'cloudKey' | 'accessToken' | 'chatToken' | 'apiKey' | 'token' | 'privateKey' | 'password';

/** Literals that are secrets by their own form, wherever they are. */
const formed: readonly (readonly [RegExp, SecretKind])[] = [
  [/\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g, 'cloudKey'],
  [/\bgh[pousr]_[A-Za-z0-9]{30,}\b|\bgithub_pat_\w{30,}\b|\bglpat-[\w-]{18,}/g, 'accessToken'],
  [/\bxox[abprs]-[\w-]{10,}|\bhooks\.slack\.com\/services\/T\w{6,14}\/B\w{6,14}\/\w{16,}/g, 'chatToken'],
  [/\bhvs\.[\w-]{20,}|(?<=\bvault login )s\.[A-Za-z0-9]{20,}/g, 'token'],
  [/\bnpm_[A-Za-z0-9]{36}\b|\bpypi-[\w-]{50,}|\bdop_v1_[a-f0-9]{60,}/g, 'accessToken'],
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
  [/\b(redis-cli\b[^\n|;]{0,120}?\s-a\s{1,4})("[^"\n]*"|'[^'\n]*'|\S+)/g, 'password'],
  [
    /\b((?:docker|podman|nerdctl|az|oras|skopeo|helm registry)\s{1,4}login\b[^\n|;]{0,120}?\s-p\s{1,4})("[^"\n]*"|'[^'\n]*'|\S+)/g,
    'password',
  ],
  [/\b(ldap[a-z]{3,8}\b[^\n|;]{0,160}?\s-w\s{0,4})("[^"\n]*"|'[^'\n]*'|[^\s-]\S*)/g, 'password'],
  [/\b(identified by |identified with \w{1,40} by )("[^"\n]*"|'[^'\n]*')/gi, 'password'],
  [/\b(set\s{1,4}password\b[^\n;=]{0,120}=\s{0,4})("[^"\n]*"|'[^'\n]*')/gi, 'password'],
  [
    /\b((?:create|alter) (?:user|role|login) \S{1,60} (?:with )?(?:login )?(?:encrypted )?password )("[^"\n]*"|'[^'\n]*')/gi,
    'password',
  ],
  [
    /(?<!\S)((?:echo|printf)\s{1,4})("[^"\n|]{1,80}"|'[^'\n|]{1,80}'|[^\s|"']{1,80})(?=\s{0,4}\|\s{0,4}(?:sudo\s{1,4}-S\b|[^\n|]{1,80}--(?:password|pass)-stdin\b))/g,
    'password',
  ],
  [/(?<=\s)(-U ?["']?[\w.\\/-]{1,60}%)([^\s"'%]{4,})/g, 'password'],
  [
    /\b(htpasswd\s{1,4}-[a-zA-Z]{0,4}b[a-zA-Z]{0,4}\s{1,4}\S{1,120}\s{1,4}\S{1,60}\s{1,4})("[^"\n]*"|'[^'\n]*'|\S+)/g,
    'password',
  ],
  [/\b(sshpass\s+-p\s*)("[^"\n]*"|'[^'\n]*'|\S+)/gi, 'password'],
];

/** The secrets of a command in order, each place once. */
export const secretsIn = rememberWords((code): readonly (Span & { readonly kind: SecretKind })[] => {
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
      if (
        isPlaceholder(literal) ||
        isProse(whole, code.slice(match.index + whole.length)) ||
        (kind === 'token' && !looksRandom(literal))
      )
        continue;
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
    /^(?:your|my|the|some|new|old|wrong|invalid|fake|dummy|changeme|change-me|change_me|redacted|hidden|password|passwd|pass|secret|token|key|true|false|null|none|yes|no|from|stdin|prompt|example|placeholder|value|env|vault|file|string|text|required|optional|bearer|basic)(?![A-Za-z0-9]*\d)(?:[-_: ].*)?$/i.test(
      literal,
    ) ||
    /example|placeholder|redacted|(?:^|[-_])(?:here|file|path|arn)$/i.test(literal) ||
    // a call of a function, not its result
    /^[A-Za-z_][\w.:]{1,60}\(/.test(literal)
  );
}

/** Whether a field says in words who does what: `password: «customer» enters it in the form`. */
function isProse(field: string, rest: string): boolean {
  return /: [a-z]+$/.test(field) && /^(?: [a-z]{1,20}){2}/.test(rest.slice(0, 60));
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
