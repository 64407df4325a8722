/** All that setting a workspace up needs, made of the looks of its documents: what command line and editor show and write. */
import { baselineFileName } from '../lint/baseline/baseline-file';
import { configurationFileName } from '../config/configuration';
import { kitFiles, type KitFile, type KitName } from './kit';
import { proposeSetup, type Proposal, type ProposalSource } from './propose';
import { hasSetup, takenIn, writeSetup, type Answer, type SetupMapping } from './write-setup';

export type SetupAnswer = Answer;

export interface SetupSource extends Omit<ProposalSource, 'names'> {
  /** Name of the workspace folder. */
  readonly folder: string;
  /** Where the addresses of alert rules lead; empty where they need no mapping. */
  readonly mappings: readonly SetupMapping[];
  /** The workflow to write too, and the version of the tool that it runs; null for none. */
  readonly ci: { readonly name: KitName; readonly version: string } | null;
}

/** A file to create, by its path in the workspace folder. */
export interface SetupFile {
  readonly path: string;
  readonly text: string;
}

export interface SetupPlan {
  readonly proposal: Proposal;
  /** How many documents more there are with the answer `all`. */
  readonly unsure: number;
  /** Whether there is something to write with an answer. */
  readonly hasAny: (answer: Answer) => boolean;
  /** How many documents an answer takes in. */
  readonly documents: (answer: Answer) => number;
  readonly configuration: (answer: Answer) => SetupFile;
  readonly kit: readonly KitFile[];
}

/** What a workspace without a configuration is better off with. */
export function setupFor({ looks, folder, runbook, mappings, ci }: SetupSource): SetupPlan {
  const readme = looks.find(({ path }) => /^readme\.(?:md|markdown)$/i.test(path))?.title ?? '';
  const names = { folder, readme };
  const all = proposeSetup({ looks, names, runbook });
  const usual = looks.filter(({ path }) => usualEnding.test(path));
  const endings = new Set(
    all.kinds.flatMap(({ sure, all: more }) => [sure, more].flatMap((extent) => extent?.endings ?? [])),
  );
  // where all runbooks have the usual endings, other files need not be read, nor left out
  const needsOthers = [...endings].some((ending) => !usualEnding.test(ending));
  const proposal =
    needsOthers || usual.length === looks.length ? all : proposeSetup({ looks: usual, names, runbook });
  const include = needsOthers ? [...new Set(['.md', ...endings])].map((ending) => `*${ending}`) : [];
  return {
    proposal,
    unsure: proposal.kinds.reduce(
      (sum, { sure, all: more }) => sum + (more === null ? 0 : more.count - (sure?.count ?? 0)),
      0,
    ),
    hasAny: (answer) => hasSetup(proposal, answer),
    documents: (answer) => proposal.kinds.reduce((sum, kind) => sum + takenIn(kind, answer), proposal.known),
    configuration: (answer) => ({
      path: configurationFileName,
      text: writeSetup(proposal, { answer, baseline: baselineFileName, include, mappings }),
    }),
    kit: ci === null ? [] : kitFiles(ci.name, ci.version),
  };
}

const usualEnding = /\.(?:md|markdown)$/i;
