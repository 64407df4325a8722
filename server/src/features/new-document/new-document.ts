/** A new document: what is to be asked for it, where it goes, and its text with everything filled in that is known. */
import type {
  NewDocumentKind,
  NewDocumentResult,
  ProposedDocument,
} from '../../../../protocol/src/new-document';
import { isTemplateFile } from '../../config/configured-files';
import { configurationFileName } from '../../config/configuration';
import type { Summary } from '../../index/summary';
import type { HouseKind } from '../../model/house-style';
import { fillTemplate } from '../../templates/expand-template';
import { firstStops } from '../../templates/snippet-stops';
import type { FeatureContext } from '../shared/feature-context';
import { linkToEntry } from '../shared/entry-bullet';
import { prefixesIn } from '../shared/prefixes';
import { indexedKinds, placeForDocument, placeForOwn } from './document-place';
import { latestRelease, nextQuestion, titleQuestion, usualTitle, type Answers } from './document-questions';
import { helpfulConfiguration } from './helpful-configuration';
import { ownDocument } from './own-document';
import { documentsOf } from './own-kinds';
import { sotText } from './sot-text';

/** Tab stops that a new document walks through; the rest is filled in later. */
const mostStops = 5;

/** Where a document is asked for: in a workspace folder, or in none. */
export interface NewDocumentPlace {
  /** URI of the workspace folder; empty where there is none. */
  readonly home: string;
  /** Path in it of the folder that was chosen; null where none was. */
  readonly folder: string | null;
}

/** The next question, or the document when all are answered. */
export function newDocument(
  context: FeatureContext,
  { home, folder }: NewDocumentPlace,
  kind: NewDocumentKind,
  answers: Answers,
): NewDocumentResult {
  const question = nextQuestion(context, kind, answers);
  if (question !== null) return { question, document: null };
  const title =
    answers['title'] !== '' || kind !== 'sot' ? (answers['title'] ?? '') : usualTitle(prefixesOf(answers));
  const documents = [...context.workspace.documents()];
  const id = kind === 'run' ? context.workspace.nextId('RUN', '') : '';
  const path = placeForDocument(
    documents,
    {
      kind,
      title,
      id,
      version: versionOf(answers),
      today: context.today(),
    },
    folder,
  );
  const from = home === '' ? '' : `${home}/${encodePath(path)}`;
  const text = firstStops(textOf(context, documents, kind, { ...answers, title }, { id, from }), mostStops);
  return { question: null, document: { ...placed(home, path), text, configuration: null, ...configured() } };

  function configured(): Partial<ProposedDocument> {
    if (home === '') return {};
    const uri = `${home}/${configurationFileName}`;
    const isQuiet = isTemplateFile(context.configurationFor(`${home}/${encodePath(path)}`), path);
    const help = helpfulConfiguration({ path, isQuiet, prefixes: kind === 'sot' ? prefixesOf(answers) : [] });
    return help === null ? {} : { configuration: { uri, text: help.text, reason: context.say(help.reason) } };
  }
}

/** The same of a document of a kind that the workspace defines. */
export function newOwnDocument(
  context: FeatureContext,
  { home, folder }: NewDocumentPlace,
  kind: HouseKind,
  answers: Answers,
): NewDocumentResult {
  const question = titleQuestion(context, answers);
  if (question !== null) return { question, document: null };
  const title = answers['title'] ?? '';
  const path = placeForOwn(
    [...context.workspace.documents()],
    kind,
    documentsOf(context, kind),
    title,
    folder,
  );
  const { uri, path: shown } = placed(home, path);
  const name = shown.slice(shown.lastIndexOf('/') + 1).replace(/\.\w{1,12}$/, '');
  const wanted = { kind, uri: uri ?? shown, home, title: kind.titleFrom === 'fileName' ? name : title };
  const text = firstStops(ownDocument(context, wanted), mostStops);
  return { question: null, document: { uri, path: shown, text, configuration: null } };
}

function placed(home: string, path: string): Pick<ProposedDocument, 'uri' | 'path'> {
  if (home === '') return { uri: null, path: path.slice(path.lastIndexOf('/') + 1) };
  return { uri: `${home}/${encodePath(path)}`, path };
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

function versionOf({ version = '' }: Answers): string {
  return version.trim().replace(/^v(?=\d)/i, '');
}

function prefixesOf({ prefixes = '' }: Answers): string[] {
  return prefixesIn(prefixes);
}

function textOf(
  context: FeatureContext,
  documents: readonly Summary[],
  kind: NewDocumentKind,
  answers: Answers,
  { id, from }: { readonly id: string; readonly from: string },
): string {
  const given = Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== ''));
  const values = { ...given, today: context.today() };
  switch (kind) {
    case 'playbook':
      return fillTemplate('playbook', values);
    case 'feature':
      return fillTemplate('feature-runbook', values);
    case 'run':
      return runText(documents, { ...values, id });
    case 'release': {
      const previous = latestRelease(context)?.version;
      const known = previous === undefined ? {} : { previous };
      return fillTemplate('release-runbook', { ...values, ...known, version: versionOf(answers) });
    }
    case 'sot':
      return sotText({
        title: answers['title'] ?? '',
        today: context.today(),
        entries: prefixesOf(answers).map((prefix, index) => ({
          prefix,
          id: context.workspace.nextId(prefix, ''),
          title: index === 0 ? (given['entryTitle'] ?? null) : null,
          category: index === 0 ? (given['entryCategory'] ?? null) : null,
          runbook: index === 0 ? linkToEntry(context, from, given['entryRunbook'] ?? '') : null,
        })),
      });
  }
}

/** A RUN entry in plain form; with a heading where the workspace's other entries in files of their own have one. */
function runText(documents: readonly Summary[], values: Readonly<Record<string, string>>): string {
  const forms = documents
    .filter(({ kind, quiet }) => kind === indexedKinds.run && !quiet)
    .flatMap(({ definitions }) => definitions.filter(({ id }) => id.prefix === 'RUN').slice(0, 1));
  const headed = forms.filter(({ form }) => form === 'heading').length;
  const text = fillTemplate('run-entry', values);
  return headed * 2 <= forms.length ? text : text.replace(/^([^\n]*)\n/, '# $1\n\n');
}
