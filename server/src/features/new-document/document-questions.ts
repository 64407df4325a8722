/** What has to be asked for a new document of each kind, one question after the other. */
import type { AnswerOption, DocumentQuestion, NewDocumentKind } from '../../../../protocol/src/new-document';
import { previousVersion, releaseVersion, statedVersions } from '../../document/fields/release-version';
import { compareVersions, type Version } from '../../document/fields/version';
import { titleSpanOf } from '../../document/document-title';
import { wordsAt } from '../../document/fields/fields';
import type { FeatureContext } from '../shared/feature-context';
import { categoriesOf } from '../shared/entry-categories';
import { meaningOf, prefixesIn, prefixesOf, prefixWords } from '../shared/prefixes';

export type Answers = Readonly<Record<string, string>>;

/** Whether a document of this kind can be created: what comes over the wire only claims to be one. */
export function isDocumentKind(kind: unknown): kind is NewDocumentKind {
  return typeof kind === 'string' && Object.hasOwn(questions, kind);
}

/** The first question that has no answer yet; null where all are answered. An empty answer is one. */
export function nextQuestion(
  context: FeatureContext,
  kind: NewDocumentKind,
  answers: Answers,
): DocumentQuestion | null {
  for (const question of questions[kind]) {
    const asked = question(context, answers);
    if (!Object.hasOwn(answers, asked.name)) return asked;
  }
  return null;
}

/** What is asked for a document of an own kind; null where it has an answer. */
export function titleQuestion({ say }: FeatureContext, answers: Answers): DocumentQuestion | null {
  const asked = line('title', say`What the document is about`, say`Connection pool exhausted`);
  return Object.hasOwn(answers, asked.name) ? null : asked;
}

type Question = (context: FeatureContext, answers: Answers) => DocumentQuestion;

const questions: Readonly<Record<NewDocumentKind, readonly Question[]>> = {
  playbook: [
    ({ say }) => line('title', say`What the playbook changes`, say`Move the orders database`),
    ({ say }) =>
      choice('type', say`Type of the change`, ['migration', 'feature', 'refactor', 'release', 'incident']),
    ({ say }) =>
      choice('risk', say`Risk level`, ['low', 'medium', 'high'], {
        high: say`a phase without a rollback becomes an error`,
      }),
  ],
  feature: [
    ({ say }) => line('title', say`Name of the feature`, say`Gift wrap`),
    ({ say }) => ({ ...line('author', say`Who writes the runbook`, say`Storefront team`), optional: true }),
  ],
  run: [
    ({ say }) =>
      line('title', say`The situation that the runbook covers, or the task`, say`Connection pool exhausted`),
    (context) =>
      choice('category', context.say`Category of the runbook`, categoriesOf(context, 'RUN', undefined)),
  ],
  sot: [
    (context) => ({
      ...line('prefixes', context.say`Prefixes of the entries that the file holds`, 'RUN, MON'),
      form: 'prefixes',
      options: prefixesOf(context).map(({ prefix, owners }): AnswerOption => ({
        value: prefix,
        label: prefix,
        description:
          owners.length === 0
            ? context.say(prefixWords(prefix))
            : context.say`${prefixWords(prefix)}; owned by ${owners.join(', ')}`,
      })),
    }),
    ({ say }, answers) => ({
      ...line('title', say`What the file is the source of truth for`, say`Deployment`),
      value: usualTitle(prefixesIn(answers['prefixes'] ?? '')),
    }),
  ],
  release: [
    (context) => ({
      ...line('title', context.say`Name of the product`, 'Storefront'),
      value: latestRelease(context)?.product ?? '',
    }),
    ({ say }) => ({ ...line('version', say`Version that is released`, '2.4.0'), form: 'version' }),
  ],
};

function line(name: string, prompt: string, example: string): DocumentQuestion {
  return { name, prompt, form: 'line', example, value: '', options: [], optional: false };
}

/** A choice that may be put off. */
function choice(
  name: string,
  prompt: string,
  values: readonly string[],
  descriptions: Readonly<Record<string, string>> = {},
): DocumentQuestion {
  const options = values.map((value): AnswerOption => {
    const description = descriptions[value];
    return { value, label: value, ...(description === undefined ? {} : { description }) };
  });
  return { name, prompt, form: 'choice', example: '', value: '', options, optional: true };
}

const titles: Readonly<Record<string, string>> = {
  DEP: 'Deployment',
  GTM: 'Go-to-Market',
  RUN: 'Runbooks',
  MON: 'Monitoring',
};

/** What an SoT file with these prefixes is usually about. */
export function usualTitle(prefixes: readonly string[]): string {
  const [first] = prefixes;
  if (first === undefined) return '';
  const prefix = prefixes.includes('DEP') ? 'DEP' : first;
  return titles[prefix] ?? meaningOf(prefix);
}

export interface LatestRelease {
  /** `Storefront` of `Release Runbook: Storefront v2.14.0`; empty where the title does not say. */
  readonly product: string;
  readonly version: string;
}

/** The release runbook of the highest version in the workspace. */
export function latestRelease({ workspace, runbook: modelOf }: FeatureContext): LatestRelease | null {
  let latest: { readonly product: string; readonly version: Version } | null = null;
  for (const { uri, kind, quiet } of workspace.documents()) {
    const runbook = kind === 'release' && !quiet ? modelOf(uri) : undefined;
    if (runbook === undefined) continue;
    const version = releaseVersion(statedVersions(runbook)) ?? previousVersion(runbook)?.version ?? null;
    if (version === null || (latest !== null && compareVersions(version, latest.version) <= 0)) continue;
    const title = wordsAt(runbook, titleSpanOf(runbook));
    const product = /^release runbook: (.{1,200})$/i.exec(title)?.[1] ?? '';
    latest = { product: product.split(/ v?\d{1,9}\.\d/)[0]?.trim() ?? '', version };
  }
  return latest === null ? null : { product: latest.product, version: latest.version.text };
}
