/**
 * A language that nobody speaks: every text of ours stands in marks, and what stands in its slots does not. So what people see
 * shows where its words come from: a text that is said without being translated, or that is in no bundle, has none.
 */
import { readFileSync } from 'node:fs';
import { rules } from '../../server/src/lint/registry';
import { TEMPLATES } from '../../server/src/templates/templates';

const bundle: unknown = JSON.parse(
  readFileSync(new URL('../../l10n/bundle.l10n.json', import.meta.url), 'utf8'),
);

/** The translations of all texts. */
export function pseudoTranslations(): Record<string, string> {
  if (typeof bundle !== 'object' || bundle === null) throw new Error('The bundle holds no texts.');
  return Object.fromEntries(Object.keys(bundle).map((text) => [text, marked(text)]));
}

function marked(text: string): string {
  return text
    .split(/(\{(?:\d+|[a-z]+)\})/i)
    .map((piece, index) => (index % 2 === 1 || piece === '' ? piece : `⟦${piece}⟧`))
    .join('');
}

/** What people do not see, by the names of properties. */
const hidden: ReadonlySet<string> = new Set([
  ...[
    'uri',
    'targetUri',
    'oldUri',
    'newUri',
    'from',
    'to',
    'path',
    'data',
    'code',
    'codeDescription',
    'source',
  ],
  ...['kind', 'command', 'arguments', 'sortText', 'filterText', 'newText', 'id', 'key', 'prefix', 'name'],
  ...[
    'state',
    'fix',
    'tone',
    'category',
    'severity',
    'jsonrpc',
    'annotationId',
    'actions',
    'form',
    'example',
  ],
  ...['placeholder', 'nextId'],
]);

/** The texts of an answer that people see, with the way to each. */
export function* shownIn(answer: unknown, way = ''): Iterable<readonly [way: string, text: string]> {
  if (typeof answer === 'string') yield [way, answer];
  else if (Array.isArray(answer)) for (const one of answer) yield* shownIn(one, way);
  else if (isObject(answer))
    for (const [name, value] of Object.entries(answer))
      if (isWritten(name, answer)) continue;
      else if (!hidden.has(name) || (name === 'name' && 'selectionRange' in answer))
        yield* shownIn(value, `${way}.${name}`);
      else if (name === 'command' && isObject(value)) yield* shownIn(value['title'], `${way}.command.title`);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Whether a property is what is written into a document: its text, an answer to a question, the title of an entry. */
function isWritten(name: string, holder: object): boolean {
  return (
    (name === 'text' && 'uri' in holder) ||
    (name === 'value' && 'label' in holder) ||
    (name === 'value' && 'prompt' in holder) ||
    (name === 'title' && 'fix' in holder)
  );
}

/** Knows the words that are not ours: those of documents, of what is written into them, and names. */
export class ForeignWords {
  readonly #texts: string;
  /** Texts that are known to hold none of ours: most come again and again. */
  readonly #seen = new Set<string>();
  readonly #names: ReadonlySet<string>;

  /** `texts`: of the documents of the workspace, with their paths. */
  constructor(texts: readonly string[]) {
    const templates = Object.values(TEMPLATES).map(({ prefix, snippet, stops }) => [
      ...[prefix, snippet],
      ...Object.values(stops),
    ]);
    this.#texts = plain([...texts, ...templates.flat()].join('\n'));
    this.#names = new Set(
      [...rules.flatMap(({ meta }) => [meta.name, ...Object.keys(meta.options ?? {})]), ...ownNames].map(
        plain,
      ),
    );
  }

  /** What of a text is neither in marks nor known; `more` are other texts that it may repeat. */
  unknownIn(text: string, more: readonly string[] = []): string[] {
    if (this.#seen.has(text)) return [];
    const unknown = text
      .replace(/\bfile:\/\/[^\s⟦]+|[^\s⟦⟧]*…/g, '')
      .replace(/⟦[^⟦⟧]*⟧/g, '\n')
      .replace(/\]\([^()]*\)/g, ']')
      .split(/\n|[·…→,;"|]|: |\.{3}/)
      .map(plain)
      .filter((piece) => /\p{L}{2}/u.test(piece) && !this.#names.has(piece) && !this.#texts.includes(piece));
    if (unknown.length === 0) this.#seen.add(text);
    else if (more.length > 0)
      return this.unknownIn(text).filter((piece) => !plain(more.join('\n')).includes(piece));
    return unknown;
  }
}

/** Words of the formats that stand for themselves. */
const ownNames: readonly string[] = [
  ...['error', 'warning', 'information', 'hint', 'off', 'true', 'false', '.runbook.yaml', 'swap'],
  ...['playbook', 'feature', 'entry', 'sot', 'release', 'none', 'runbook: playbook', 'runbook'],
  ...[
    'Handles',
    'Does NOT handle',
    'HTML',
    'Markdown',
    'CSV',
    'MB',
    'KB',
    'Critical',
    'Warning',
    'Info',
    'workspace',
    'XYZ',
  ],
];

/** Words without marks of Markdown, identifiers and numbers, on one line. */
function plain(text: string): string {
  return text
    .replace(/\]\([^()\s]*\)/g, ']')
    .replace(/\\/g, '')
    .replace(/\b[A-Z][A-Z0-9]*(?:-[A-Z]+)*-(?:\d+|XXX)\b/g, ' ')
    .replace(/[*_`\d[\]{}<>()#|~!?&+$'":.\-/]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
