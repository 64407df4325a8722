/**
 * What `.runbook.yaml` should say of a workspace that has none: which documents are runbooks, and what those have in common.
 * Works on models; must not know files, connections, or who asked. What is proposed is text for people as well as for the
 * parser of configurations (`write-setup.ts`); nothing is written here.
 */
import { hasRole } from '../document/house/house-roles';
import { titleHeading } from '../document/house/house-sections';
import { houseRoles, type HouseRole, type TitlePlace } from '../model/house-style';
import type { Runbook } from '../model/runbook';
import { folderOf } from '../text/paths';
import { chooseDocuments, type Choice } from './choose-documents';
import type { DocumentLook } from './document-look';
import { otherUse, stemOf, wordIn } from './evidence';
import { extentOf, type Extent } from './extent';
import { sharedFields, type SharedField } from './infer-fields';
import { requiredShare, sharedOutline, type SharedSection } from './infer-sections';
import type { WorkspaceNames } from './workspace-shape';

export interface ProposedKind {
  readonly name: string;
  /** What spoke for the documents. */
  readonly by: Choice['by'];
  /** Null where nothing is sure. */
  readonly sure: Extent | null;
  /** With what is unsure; null where there is nothing more. */
  readonly all: Extent | null;
  readonly style: HouseStyle;
}

/** What documents of a kind have in common. */
export interface HouseStyle {
  readonly documents: number;
  readonly titleFrom: TitlePlace;
  readonly sections: readonly SharedSection[];
  readonly isOrdered: boolean;
  readonly fields: readonly SharedField[];
  readonly ids: string | null;
  /** How many of the documents have something of each role. */
  readonly roles: ReadonlyMap<HouseRole, number>;
}

export interface Proposal {
  readonly kinds: readonly ProposedKind[];
  /** How many documents there are, and how many of them are recognised without a configuration. */
  readonly documents: number;
  readonly known: number;
}

export interface ProposalSource {
  readonly looks: readonly DocumentLook[];
  readonly names: WorkspaceNames;
  /** The model of a document; asked for those that are chosen. */
  readonly runbook: (path: string) => Runbook | undefined;
}

const builtIn: ReadonlySet<DocumentLook['kind']> = new Set([
  'playbook',
  'feature',
  'entry',
  'sot',
  'release',
]);

/** Kinds for the documents that are runbooks; none where nothing looks like one. */
export function proposeSetup({ looks, names, runbook }: ProposalSource): Proposal {
  const known = looks.filter(
    ({ kind, ...look }) => builtIn.has(kind) && otherUse({ kind, ...look }) === null,
  );
  const others = looks.filter((look) => !known.includes(look));
  const choices = merged(chooseDocuments(others, names));
  const nameOf = namesFor(choices);
  const kinds = choices.map((choice): ProposedKind => {
    const models = (chosen: readonly DocumentLook[]): Runbook[] =>
      chosen.flatMap(({ path }) => runbook(path) ?? []);
    const { by, sure, unsure } = choice;
    return {
      name: nameOf.get(choice) ?? usualName,
      by,
      ...extentsOf(choice, looks),
      style: styleOf(models(sure.length === 0 ? unsure : sure)),
    };
  });
  return { kinds, documents: looks.length, known: known.length };
}

/** Choices with an outline or a number of their own stay; the others are one kind. */
function merged(choices: readonly Choice[]): readonly Choice[] {
  const isOwn = ({ by, sure }: Choice): boolean =>
    by === 'outline' || by === 'steps' || (by === 'folder' && sure.length >= 8);
  const small = choices.filter((choice) => !isOwn(choice));
  const [first] = small;
  if (first === undefined) return choices;
  const one: Choice = {
    by: first.by,
    sure: small.flatMap(({ sure }) => sure),
    unsure: small.flatMap(({ unsure }) => unsure),
  };
  return [...choices.filter(isOwn), one];
}

/** What is sure, and what there is with what is unsure where few words can tell that. */
function extentsOf(
  { by, sure, unsure }: Choice,
  looks: readonly DocumentLook[],
): Pick<ProposedKind, 'sure' | 'all'> {
  const [least, most] = [sure, unsure.length === 0 ? [] : [...sure, ...unsure]].map((chosen) =>
    chosen.length === 0 ? null : extentOf(chosen, by, looks),
  );
  const isMore = (most?.count ?? 0) > (least?.count ?? 0);
  return { sure: (least?.count ?? 0) > 0 ? (least ?? null) : null, all: isMore ? (most ?? null) : null };
}

const usualName = 'runbook';

/** A name for each; of two that would have the same, the one that is sure has it. */
function namesFor(choices: readonly Choice[]): ReadonlyMap<Choice, string> {
  const names = new Map<Choice, string>();
  const isSure = ({ sure }: Choice): boolean => sure.length > 0;
  for (const choice of [...choices.filter(isSure), ...choices.filter((one) => !isSure(one))])
    names.set(choice, nameFor(choice, new Set(names.values())));
  return names;
}

/** Named after a folder that says what is in it, else by what the documents are. */
function nameFor({ sure, unsure }: Choice, taken: ReadonlySet<string>): string {
  const looks = [...sure, ...unsure];
  const folders = looks.map(({ path }) => folderOf(path));
  const top = folders.reduce((one, other) => commonFolder(one, other), folders[0] ?? '');
  const named = top.split('/').findLast((folder) => wordIn(folder) === 'strong' && isKindName.test(folder));
  const isOfAlerts = folders.every((folder) => /(?:^|\/)alerts?(?:\/|$)/i.test(folder));
  const isOfPlaybooks = looks.every(
    ({ path, title }) => wordIn(path) !== 'strong' && wordIn(title) !== 'strong',
  );
  const usual =
    named?.replace(/s$/i, '') ??
    (isOfAlerts ? 'alert-page' : isOfPlaybooks && looks.some(isPlaybook) ? 'response-playbook' : usualName);
  for (let number = 1; ; number++) {
    const name = number === 1 ? usual : `${usual}-${String(number)}`;
    if (!taken.has(name)) return name;
  }
}

const isKindName = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,40}$/u;

function isPlaybook({ path, title }: DocumentLook): boolean {
  return wordIn(path) === 'weak' || wordIn(title) === 'weak';
}

function commonFolder(one: string, other: string): string {
  const names = other.split('/');
  const same = one.split('/').findIndex((name, index) => name !== names[index]);
  return same < 0 ? one : one.split('/').slice(0, same).join('/');
}

/** No style is inferred from fewer documents. */
const fewestForStyle = 3;

function styleOf(runbooks: readonly Runbook[]): HouseStyle {
  const isEnough = runbooks.length >= fewestForStyle;
  const { sections, isOrdered } = isEnough ? sharedOutline(runbooks) : { sections: [], isOrdered: false };
  const { fields, ids } = isEnough ? sharedFields(runbooks) : { fields: [], ids: null };
  return {
    documents: runbooks.length,
    titleFrom: titlePlaceOf(runbooks),
    sections,
    isOrdered,
    fields,
    ids,
    roles: new Map(
      houseRoles.map((role) => [role, runbooks.filter((one) => hasRole(one, role, noWords)).length] as const),
    ),
  };
}

const noWords = { words: new Map() } as const;

/** Where most documents have their title. */
function titlePlaceOf(runbooks: readonly Runbook[]): TitlePlace {
  const share = (holds: (one: Runbook) => boolean): number => runbooks.filter(holds).length / runbooks.length;
  const h1 = (one: Runbook): string | undefined => titleHeading(one)?.title;
  if (runbooks.length >= 5 && share((one) => h1(one) === stemOf(one.path)) >= requiredShare)
    return 'fileName';
  if (share((one) => h1(one) !== undefined) >= 0.5) return 'h1';
  if (share(({ frontMatter }) => frontMatter?.fields.some(({ key }) => key === 'title') === true) >= 0.5)
    return 'frontMatter.title';
  return share(({ headings }) => headings[0]?.depth === 2) >= requiredShare &&
    share(({ headings }) => headings.filter(({ depth }) => depth === 2).length === 1) >= 0.5
    ? 'h2'
    : 'none';
}
