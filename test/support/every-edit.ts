/**
 * Every edit that the product offers at a place of a workspace, each with what it may take away. Fixes of single
 * findings have statements of their own (`fix-statement.ts`); here are fix-all, refactorings, renames, moved files,
 * new entries, what is done in the tree, formatting and typing.
 */
import { fixAllKind } from '../../server/src/features/fix-all-action';
import { ChangeRefused, type WorkspaceChange } from '../../server/src/features/shared/workspace-change';
import { automaticFix } from '../../server/src/lint/automatic-fix';
import type { RunbookService } from '../../server/src/service';
import { toPlainText } from '../../server/src/templates/expand-template';
import { lineEndingOf, type Edit } from '../../server/src/text/edit';
import { LineIndex } from '../../server/src/text/line-index';
import { editsForAlerts } from './alert-edits';
import { serve, served, spelledUri, type Texts } from './changed-workspace';
import { knownRefactorings, ofOrder, ofParts } from './known-offers';
import { changedBy, editsOf, newPathOf, offerOf, pathOf, toEdits, type ProductEdit } from './product-edit';
import { editsInTree } from './tree-edits';

const renameOptions = { builtInMarkdown: false, renameFiles: true };

/** Everything that is offered at an offset of a file; `number` decides about new names and paths. */
export function editsAt(files: Texts, path: string, offset: number, number: number): ProductEdit[] {
  const service = served(files);
  const found = [
    ...refactorings(service, files, path, offset),
    ...fixedAll(service, files, path),
    ...renames(service, files, path, offset, number),
    ...formatted(service, files, path, offset),
    ...typed(files, path, offset),
    ...inserted(service, files, path, number),
    ...editsInTree(files, path, number),
    ...insertedParts(service, files, path, offset),
    ...linked(service, files, path, offset),
    ...editsForAlerts(files, path, offset, number),
    moved(service, files, path, number),
  ];
  return found.filter(({ edits }) => [...edits.values()].some(({ length }) => length > 0));
}

/** What is offered under the same title once the edit is made, at an offset of the file that it was asked for in. */
export function editsAgain(
  { title }: ProductEdit,
  files: Texts,
  path: string,
  offset: number,
): ProductEdit[] {
  const service = served(files);
  const offered = title.startsWith('Fix ')
    ? fixedAll(service, files, path)
    : title.startsWith('Format ')
      ? formatted(service, files, path, offset)
      : refactorings(service, files, path, offset);
  return offered.filter((other) => other.title === title);
}

function refactorings(service: RunbookService, files: Texts, path: string, offset: number): ProductEdit[] {
  const at = new LineIndex(files.get(path) ?? '').positionAt(offset);
  const range = { start: at, end: at };
  return service.editor.codeActions(spelledUri(path), range, [], ['refactor']).map((action) => {
    const known = knownRefactorings.find(([title]) => title.test(action.title));
    if (known === undefined) throw new Error(`"${action.title}" is not known here: say what it removes`);
    return { title: action.title, files, edits: editsOf(files, action), renames: new Map(), ...known[1] };
  });
}

/** All automatic fixes at once, as editors apply them on save. */
function fixedAll(service: RunbookService, files: Texts, path: string): ProductEdit[] {
  const uri = spelledUri(path);
  const corrections = service.findings(uri).flatMap((finding) => {
    const fix = automaticFix(finding);
    if (fix === undefined) return [];
    const edits = [...files.keys()].map((of) => [of, fix.edits.get(spelledUri(of)) ?? []] as const);
    return [{ rule: finding.rule.name, edits: new Map(edits.filter(([, { length }]) => length > 0)) }];
  });
  const named = new Map(
    [...files.keys()].map((of) => [
      of,
      corrections.flatMap(({ edits }) => (edits.get(of) ?? []).map(({ span }) => span)),
    ]),
  );
  return service.editor.fixAllAction(uri, [fixAllKind]).map((action) => ({
    named,
    corrections,
    title: 'Fix all findings',
    files,
    edits: editsOf(files, action),
    renames: new Map(),
    ...offerOf(['fixes']),
  }));
}

/** Another id, number or title for what stands at a place, with or without the edits that need confirmation. */
function renames(
  service: RunbookService,
  files: Texts,
  path: string,
  offset: number,
  number: number,
): ProductEdit[] {
  const uri = spelledUri(path);
  const at = new LineIndex(files.get(path) ?? '').positionAt(offset);
  const place = service.editor.prepareRename(uri, at, renameOptions);
  if (place === null) return [];
  const old = place.placeholder;
  const digits = String(61 + (number % 39));
  const isId = /^[A-Z][A-Z-]*-\d+[a-z]?$/.test(old);
  const others = ['9', 'Other words', 'Ärger & `x` 🚒'];
  const name = isId ? old.replace(/\d+[a-z]?$/, `0${digits}`) : (others[number % 3] ?? '9');
  const unsure = number % 2 === 0;
  let change: WorkspaceChange;
  try {
    change = service.editor.rename(uri, at, name, renameOptions);
  } catch (error) {
    if (error instanceof ChangeRefused) return [];
    throw error;
  }
  return [
    {
      title: `Rename "${old}" to "${name}"${unsure ? ', examples too' : ''}`,
      files,
      edits: changedBy(files, change, unsure),
      renames: new Map(change.renames.map(({ from, to }) => [pathOf(files, from), newPathOf(to)])),
      removes: isId ? ['id', 'destination'] : ['number', 'title', 'destination'],
      // headings of sections are known by their words
      asked: isId ? ofOrder : ['*'],
      settles: false,
    },
  ];
}

/** The whole document formatted, and the line at the place alone. */
function formatted(service: RunbookService, files: Texts, path: string, offset: number): ProductEdit[] {
  const uri = spelledUri(path);
  const lines = new LineIndex(files.get(path) ?? '');
  const at = lines.positionAt(offset);
  const offer = { renames: new Map<string, string>(), ...offerOf(['place', 'number', 'spacing']) };
  const here = { start: { line: at.line, character: 0 }, end: at };
  return [undefined, here].map((range) => ({
    title: range === undefined ? 'Format the document' : 'Format a line',
    files,
    edits: new Map([[path, toEdits(lines, service.editor.formatting(uri, range))]]),
    ...offer,
  }));
}

/** A line end typed at the end of a line and at the place itself. */
function typed(files: Texts, path: string, offset: number): ProductEdit[] {
  const text = files.get(path) ?? '';
  const lines = new LineIndex(text);
  const line = lines.lineAt(offset);
  return [lines.spanOf(line).end, offset].map((at) => {
    const after = new Map([...files, [path, text.slice(0, at) + lineEndingOf(text) + text.slice(at)]]);
    const changed = new LineIndex(after.get(path) ?? '');
    const position = { line: changed.lineAt(at + lineEndingOf(text).length), character: 0 };
    const edits = serve(after).editor.onTypeFormatting(spelledUri(path), position);
    return {
      title: 'Go on with a list',
      files: after,
      edits: new Map([[path, toEdits(changed, edits)]]),
      renames: new Map<string, string>(),
      // an empty item ends its list
      removes: ['marks', 'emptied'] as const,
      // an item that is split has a box that is not checked
      asked: [
        'unverified-procedure',
        'missing-verification',
        'step-without-command',
        'empty-verification',
        'approved-with-open-items',
      ],
      settles: false,
    };
  });
}

/** "Insert RUN- entry" into the file. */
function inserted(service: RunbookService, files: Texts, path: string, number: number): ProductEdit[] {
  const prefix = ['RUN', 'MON', 'DEP', 'BR'][number % 4] ?? 'RUN';
  const entry = service.editor.newEntry(spelledUri(path), prefix, 'Harbour gate', null);
  const lines = new LineIndex(files.get(path) ?? '');
  const edits = (entry?.edits ?? []).map(({ range, newText, snippet }) => ({
    span: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
    newText: snippet ? toPlainText(newText) : newText,
  }));
  const asked = [
    ...['stub-entry', 'foreign-prefix', 'unrouted-runbook', 'id-out-of-band', 'nav-missing-entry'],
    // what the document says of its only entry is said of none where there are two
    'missing-entry-field',
    // nothing goes behind an entry in which a fence never ends
    ...(service.runbook(spelledUri(path))?.fences.every(({ closed }) => closed) === true
      ? []
      : ['entry-order']),
  ];
  return [
    {
      title: `Insert ${prefix}- entry`,
      files,
      edits: new Map([[path, edits]]),
      renames: new Map(),
      removes: ['nothing'],
      asked,
      settles: false,
    },
  ];
}

const insertedKinds = ['phase', 'step', 'verification', 'rollback', 'escalation'] as const;

/** The parts that "Insert Phase", "Insert Step" and the like write at a place. */
function insertedParts(service: RunbookService, files: Texts, path: string, offset: number): ProductEdit[] {
  const at = new LineIndex(files.get(path) ?? '').positionAt(offset);
  return insertedKinds.flatMap((part) => {
    try {
      const { documents } = service.editor.insertPart(spelledUri(path), part, at);
      const edits = documents.map(({ uri, edits: own }): [string, Edit[]] => {
        const target = pathOf(files, uri);
        const plain = own.map(({ range, newText, snippet }) => ({
          range,
          newText: snippet ? toPlainText(newText) : newText,
        }));
        return [target, toEdits(new LineIndex(files.get(target) ?? ''), plain)];
      });
      const renames = new Map<string, string>();
      return [{ title: `Insert a ${part}`, files, edits: new Map(edits), renames, ...ofParts[part] }];
    } catch (error) {
      if (error instanceof ChangeRefused) return [];
      throw error;
    }
  });
}

/** Another id typed into an entry's heading, and with it into its field. */
function linked(service: RunbookService, files: Texts, path: string, offset: number): ProductEdit[] {
  const lines = new LineIndex(files.get(path) ?? '');
  const found = service.editor.linkedEditingRanges(spelledUri(path), lines.positionAt(offset));
  if (found === null) return [];
  const edits = toEdits(
    lines,
    found.ranges.map((range) => ({ range, newText: 'RUN-098' })),
  );
  const held = new Set(edits.map(({ span }) => files.get(path)?.slice(span.start, span.end)));
  if (held.size !== 1) throw new Error(`linked ranges hold ${JSON.stringify([...held])}`);
  return [
    {
      title: 'Type another id',
      files,
      edits: new Map([[path, edits]]),
      renames: new Map(),
      removes: ['id'],
      anchors: false,
      // it is no rename: what names the entry is left behind
      asked: ['*'],
      settles: false,
    },
  ];
}

/** The file under another path. */
function moved(service: RunbookService, files: Texts, path: string, number: number): ProductEdit {
  const name = path.slice(path.lastIndexOf('/') + 1);
  // an id that the name begins with defines an entry, which another name would take away
  const other = /^[A-Z]+-\d/.test(name) ? `[x]/${name}` : `[x] ${name}`;
  const to = [`deep/er/${name}`, name, `a b/${other}`][number % 3] ?? name;
  const target = files.has(to) ? `elsewhere/${name}` : to;
  const change = service.editor.moveFiles([{ oldUri: spelledUri(path), newUri: spelledUri(target) }]);
  return {
    title: `Move the file to ${target}`,
    files,
    edits: changedBy(files, change, true),
    renames: new Map([[path, target]]),
    removes: ['destination'],
    asked: [],
    settles: false,
  };
}
