/**
 * What the product offers to change for an alert rule: runbooks and MON entries that are created, comments, mappings in the
 * configuration, and the runbook that is written from where alerts are listed. Each with what it may take away.
 */
import type { CodeAction, TextEdit } from 'vscode-languageserver-types';
import type { RunbookService } from '../../server/src/service';
import { toPlainText } from '../../server/src/templates/expand-template';
import type { Edit } from '../../server/src/text/edit';
import { LineIndex } from '../../server/src/text/line-index';
import { served, spelledUri, type Texts } from './changed-workspace';
import { newPathOf, offerOf, pathOf, toEdits, type Offer, type ProductEdit } from './product-edit';

const configurationPath = '.runbook.yaml';

/** Configurations that a mapping is written into; null for none yet. */
const configurations = [
  null,
  '',
  '# ours\nrules: {}\n',
  'addresses:\n  - from: https://old.example/\n    to: docs/\n# end',
  'addresses: []\r\nexclude:\r\n  - old/**\r\n',
];

/** What a new entry brings that is to be filled in and put in order. */
const ofNewEntries = [
  'unrouted-runbook',
  'id-out-of-band',
  'foreign-prefix',
  'nav-missing-entry',
  'one-way-link',
  'entry-order',
  // with the first address it is a habit, and each alert without one is told on its own
  'paging-alert-without-runbook',
];

/** Offers by the first words of their titles. */
const known: readonly (readonly [title: RegExp, offer: Offer])[] = [
  // a placeholder in the rule gives way to the address
  [/^Create a runbook for/, offerOf(['nothing', 'destination'], ofNewEntries, false)],
  [/^Create a MON entry for/, offerOf(['nothing'], [...ofNewEntries, 'alert-threshold-mismatch'], false)],
  [/^Silence /, offerOf(['nothing'], ['unused-suppression'], false)],
  [/^Map /, offerOf(['nothing'], ['*'], false)],
];

/** Everything that is offered for the alert rule at an offset of a file; nothing in other files. */
export function editsForAlerts(files: Texts, path: string, offset: number, number: number): ProductEdit[] {
  const service = served(files);
  const runbook = service.runbook(spelledUri(path));
  if (runbook?.alerts == null) return [];
  const text = configurations[number % configurations.length] ?? null;
  const all = new Map([...files, ...(text === null ? [] : [[configurationPath, text] as const])]);
  return [
    ...quickFixes(service, all, path, offset, text),
    ...(number % 2 === 0 ? [] : written(service, files, path, offset)),
  ];
}

function quickFixes(
  service: RunbookService,
  files: Texts,
  path: string,
  offset: number,
  configuration: string | null,
): ProductEdit[] {
  const uri = spelledUri(path);
  const at = new LineIndex(files.get(path) ?? '').positionAt(offset);
  const folderConfiguration = {
    uri: spelledUri(configurationPath),
    path: configurationPath,
    text: configuration,
    version: null,
  };
  const options = {
    ...{ configuration: null, baseline: null, explains: false, createsFiles: true, folderConfiguration },
  };
  const actions = service.editor.codeActions(uri, { start: at, end: at }, [], ['quickfix'], options);
  return actions.flatMap((action) => {
    const offer = known.find(([title]) => title.test(action.title));
    return offer === undefined || action.edit === undefined
      ? []
      : [{ title: action.title, renames: new Map(), ...madeBy(files, action), ...offer[1] }];
  });
}

/** The edits of an action; a file that it creates is an empty one before. */
function madeBy(files: Texts, { edit }: CodeAction): Pick<ProductEdit, 'files' | 'edits'> {
  const before = new Map(files);
  const edits = new Map<string, Edit[]>();
  for (const change of edit?.documentChanges ?? []) {
    if ('textDocument' in change) {
      const path = pathOf(before, change.textDocument.uri);
      const plain = change.edits.filter((one): one is TextEdit => 'newText' in one);
      edits.set(path, toEdits(new LineIndex(before.get(path) ?? ''), plain));
    } else if (change.kind === 'create') {
      const path = newPathOf(change.uri);
      if (before.has(path)) throw new Error(`${path} is created, and there`);
      before.set(path, '');
    } else throw new Error(`a code action makes a ${change.kind} of a file`);
  }
  return { files: before, edits };
}

/** "Write the runbook" where alerts are listed. */
function written(service: RunbookService, files: Texts, path: string, offset: number): ProductEdit[] {
  const uri = spelledUri(path);
  const runbook = service.runbook(uri);
  const rule = runbook?.alerts?.rules.find(
    ({ span, name }) => span !== null && span.end > offset && name.value !== null,
  );
  const owner = [...files.keys()].find((one) => one.endsWith('.md'));
  if (runbook === undefined || rule?.name.value == null || rule.span === null || owner === undefined)
    return [];
  const answers = { uri, id: rule.name.value, range: runbook.lines.rangeOf(rule.name.span ?? rule.span) };
  const entry = service.editor.writeRunbook(spelledUri(owner), {
    title: 'Harbour gate',
    category: null,
    answers,
  });
  if (entry === null) return [];
  // an address that led nowhere gives way, and with it the entry that it named
  const named = runbook.alerts?.addresses.filter((one) => one.rule === rule) ?? [];
  const covered = named.some(({ field }) => /\bmon-\d/i.test(field.value.raw));
  const asked = [...ofNewEntries, ...(covered ? ['uncovered-alert'] : [])];
  const edits = [...entry.edits].map(([of, own]): [string, Edit[]] => {
    const target = pathOf(files, of);
    const plain = own.map(({ range, newText, snippet }) => ({
      range,
      newText: snippet ? toPlainText(newText) : newText,
    }));
    return [target, toEdits(new LineIndex(files.get(target) ?? ''), plain)];
  });
  return [
    {
      title: 'Write the runbook of an alert',
      files,
      edits: new Map(edits),
      renames: new Map(),
      ...offerOf(['nothing', 'destination'], asked, false),
    },
  ];
}
