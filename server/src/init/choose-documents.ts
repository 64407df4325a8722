/**
 * Which documents of a workspace are runbooks, in groups that go by the same evidence. Decides the shape first: in a
 * collection headings recognise and paths say nothing; among the documents of a product only paths and titles do.
 */
import { groupBy } from '../text/group-by';
import { folderOf } from '../text/paths';
import type { DocumentLook } from './document-look';
import {
  enoughWords,
  hasSubstance,
  isProcedural,
  otherUse,
  phasesIn,
  signsIn,
  stemOf,
  wordIn,
  wordInTitle,
  type Sign,
} from './evidence';
import { runbooksInAreas } from './named-areas';
import { operationsPages } from './operations-pages';
import { commonOutlines, likeThese } from './outlines';
import { isNumbered, partsOfRunbooks } from './parts-of-runbooks';
import { wordFolder } from './places';
import { shapeOf, type WorkspaceNames } from './workspace-shape';

/** Documents that are taken together. */
export interface Choice {
  /** What spoke for them. */
  readonly by: 'folder' | 'name' | 'title' | 'outline' | 'steps';
  readonly sure: readonly DocumentLook[];
  /** Those that may belong to them. */
  readonly unsure: readonly DocumentLook[];
}

/** The documents that are runbooks or may be, each in one group. */
export function chooseDocuments(looks: readonly DocumentLook[], names: WorkspaceNames): readonly Choice[] {
  const { collection, isProgram } = shapeOf(looks, names);
  const loneReadmes = new Set(readmesAsDocuments(looks, collection === 'many'));
  const eligible = looks.filter((look) => {
    const use = otherUse(look);
    return use === null || loneReadmes.has(look);
  });
  const choices: Choice[] = [];
  const taken = new Set<DocumentLook>();
  const take = (choice: Choice | null): void => {
    if (choice === null) return;
    for (const look of [...choice.sure, ...choice.unsure]) taken.add(look);
    choices.push(choice);
  };
  const left = (): DocumentLook[] => eligible.filter((look) => !taken.has(look));
  // in a product, a text called a playbook is more often one of strategy or of an automation tool
  const isResponse = collection === null ? isUrgent : isResponseInParts;
  take({ by: 'folder', sure: partsOfRunbooks(eligible, collection === 'one'), unsure: [] });
  for (const choice of byFolders(left())) take(choice);
  take(byNames(left(), isResponse));
  take(byTitles(isProgram ? left().filter(({ title }) => !namesProgram.test(title)) : left(), isResponse));
  for (const choice of byOutlines(left(), collection !== null)) take(choice);
  for (const choice of byAlertFolders(left())) take(choice);
  for (const [index, choice] of choices.entries()) {
    const inOneLanguage = choice.sure.filter(({ path }) => !isLanguageFolder.test(folderOf(path)));
    // where names tell, an outline that is usual for texts of any kind does not
    const alike = likeThese(inOneLanguage, left(), collection !== null && choice.by !== 'name');
    for (const look of alike) taken.add(look);
    const translations = translationsOf([...choice.sure, ...alike], left());
    for (const look of translations) taken.add(look);
    choices[index] = { ...choice, sure: [...choice.sure, ...alike, ...translations] };
  }
  for (const [index, choice] of choices.entries()) {
    const more = absorbed(choice, left());
    for (const look of more) taken.add(look);
    choices[index] = { ...choice, sure: [...choice.sure, ...more] };
  }
  if (collection === 'many' && !haveTheirPlace(choices)) take(bySteps(left(), loneReadmes));
  if (collection === 'one') take(byWhole(left()));
  take({ by: 'steps', sure: [], unsure: runbooksInAreas(looks, left()) });
  if (choices.every(({ sure, unsure }) => sure.length + unsure.length === 0))
    take({ by: 'steps', sure: [], unsure: operationsPages(left(), names) });
  return choices.filter(({ sure, unsure }) => sure.length + unsure.length > 0);
}

/** Whether runbooks have folders, or many of them files, that are named after them, and stand nowhere else. */
function haveTheirPlace(choices: readonly Choice[]): boolean {
  const sure = choices.flatMap((choice) => choice.sure);
  if (sure.length === 0) return false;
  return (
    sure.every(({ path }) => wordFolder(path)?.word === 'strong') ||
    (sure.length >= manyNamed && sure.every(({ path }) => wordIn(path) === 'strong'))
  );
}

/** So many documents with the word in their names are all that there are. */
const manyNamed = 5;

/**
 * READMEs of folders that hold nothing else, where the folder is the document: among runbooks, and in a collection most of
 * whose documents are such.
 */
function readmesAsDocuments(looks: readonly DocumentLook[], isCollection: boolean): readonly DocumentLook[] {
  const alone = [...groupBy(looks, ({ path }) => folderOf(path))].flatMap(([folder, own]) => {
    const [only] = own;
    const isReadme = only !== undefined && /^readme$/i.test(stemOf(only.path));
    const hasBelow = looks.some(({ path }) => path.startsWith(`${folder}/`) && folderOf(path) !== folder);
    return own.length === 1 && isReadme && folder !== '' && !hasBelow ? [only] : [];
  });
  if (isCollection && alone.length * 2 > looks.length) return alone;
  return alone.filter((look) => {
    const found = wordFolder(look.path);
    const isBelow = found?.word === 'strong' && found.folder !== folderOf(look.path);
    const isList = look.items >= 3 && look.items * charactersOfItem >= look.size;
    return isBelow && otherUse(look) === 'index' && (isProcedural(look) || isList);
  });
}

/** A document with an item for each so many characters is a list for the most part. */
const charactersOfItem = 250;

function byFolders(eligible: readonly DocumentLook[]): readonly Choice[] {
  const placed = eligible.flatMap((look) => {
    const found = wordFolder(look.path);
    return found === null ? [] : [{ look, ...found }];
  });
  return [...groupBy(placed, ({ folder }) => folder).values()].flatMap((own): Choice[] => {
    const looks = own.map(({ look }) => look);
    const fit = own.filter(({ look, word }) =>
      word === 'strong' ? hasSubstance(look) : isResponseInParts(look),
    );
    const isMost = fit.length * 2 >= looks.length;
    // many pages of words, in a folder that says what they are
    const words = own.filter(({ look, word }) => word === 'strong' && look.size >= enoughWords);
    if (!isMost && words.length >= manyNamed && words.length * 4 >= looks.length * 3)
      return [{ by: 'folder', sure: words.map(({ look }) => look), unsure: [] }];
    if (!isMost && (own[0]?.word !== 'strong' || fit.length < 3)) return [];
    return [{ by: 'folder', sure: fit.map(({ look }) => look), unsure: [] }];
  });
}

/** Pages for alerts: in a folder named so, most of which say what is to be done. */
function byAlertFolders(eligible: readonly DocumentLook[]): readonly Choice[] {
  const placed = eligible.filter(({ path }) => alertFolder.test(`/${folderOf(path)}/`));
  return [...groupBy(placed, ({ path }) => folderOf(path)).values()].flatMap((own): Choice[] => {
    const fit = own.filter(hasSubstance);
    const telling = own.filter((look) => signsIn(look).size > 0);
    return own.length >= 3 && fit.length * 4 >= own.length * 3 && telling.length * 3 >= own.length
      ? [{ by: 'folder', sure: fit, unsure: [] }]
      : [];
  });
}

const alertFolder = /\/alerts?\//i;

/** Whether a text called a playbook is one of operations: it responds to something. */
function isResponseInParts(look: DocumentLook): boolean {
  return isProcedural(look) && signsIn(look).size + phasesIn(look) >= 2;
}

/** The same where nothing else speaks for it: it says what happened, and whom to call or how to go back. */
function isUrgent(look: DocumentLook): boolean {
  const urgent = [...signsIn(look)].filter((sign) => urgentSigns.has(sign));
  return isProcedural(look) && urgent.length >= 2;
}

const urgentSigns: ReadonlySet<Sign> = new Set(['trigger', 'impact', 'diagnosis', 'rollback', 'escalation']);

/** "Runbook: Roadmap" in a repository whose program has that name. */
const namesProgram = /^run ?books? *[-–—:|]/i;

type IsMeant = (look: DocumentLook) => boolean;

/** `deploy-runbook.md`, `RUNBOOK.md`: names that begin or end with the word. */
function byNames(looks: readonly DocumentLook[], isResponse: IsMeant): Choice {
  const sure = looks.filter((look) => {
    const stem = stemOf(look.path).replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ');
    const word =
      /^(?:run[-_ ]?book|sop)(?![\p{L}])|(?:^|[^\p{L}])(?:run[-_ ]?book|sop)$|런북|ランブック|手順書/iu.test(
        stem,
      )
        ? 'strong'
        : /(?:^|[^\p{L}])play[-_ ]?book$/iu.test(stem)
          ? 'weak'
          : null;
    if (word === null) return false;
    if (word === 'weak') return isResponse(look);
    // "Runbook Lifecycle" is about runbooks, "Runbook: Redis" is one
    const isAbout = /^(?:run ?book|sop)s? +(?![-–—(:])/i.test(look.title) && signsIn(look).size < 2;
    return !isAbout && hasSubstance(look);
  });
  return { by: 'name', sure, unsure: [] };
}

function byTitles(looks: readonly DocumentLook[], isResponse: IsMeant): Choice {
  const sure = looks.filter((look) => {
    const word = wordInTitle(look.title);
    return (word === 'strong' && isProcedural(look)) || (word === 'weak' && isResponse(look));
  });
  return { by: 'title', sure, unsure: [] };
}

/** Copies in other languages: of the same name, in a folder that is named after a language. */
function translationsOf(
  sure: readonly DocumentLook[],
  left: readonly DocumentLook[],
): readonly DocumentLook[] {
  const stems = new Set(sure.map(({ path }) => untranslated(path)));
  return left.filter(
    (look) => isLanguageFolder.test(folderOf(look.path)) && stems.has(untranslated(look.path)),
  );
}

const isLanguageFolder = /(?:^|\/)[a-z]{2}(?:[-_][A-Za-z]{2,4})?$/;

/** The name of a document without a language in front or behind. */
function untranslated(path: string): string {
  return stemOf(path)
    .toLowerCase()
    .replace(/^[a-z]{2}[-_.](?=.{3})|[-_.][a-z]{2}$/g, '');
}

function byOutlines(looks: readonly DocumentLook[], isCollection: boolean): readonly Choice[] {
  return commonOutlines(looks, isCollection).map(({ members, isSure }): Choice => ({
    by: 'outline',
    sure: isSure ? members : [],
    unsure: isSure ? [] : members,
  }));
}

/** In a collection in free form: what somebody could carry out, and says so in its headings or by having a folder. */
function bySteps(looks: readonly DocumentLook[], loneReadmes: ReadonlySet<DocumentLook>): Choice | null {
  const able = looks.filter(isProcedural);
  const telling = able.filter(tells);
  const isMany = telling.length >= 3 && telling.length * 3 >= able.length;
  if (!isMany && telling.length * 2 < looks.length) return null;
  const unsure = looks.filter((look) =>
    loneReadmes.has(look) ? isProcedural(look) : tells(look) && (isProcedural(look) || look.items >= 3),
  );
  return { by: 'steps', sure: [], unsure };
}

/** In a book of steps, as which many documents make one: what somebody could carry out, where that is most of it. */
function byWhole(looks: readonly DocumentLook[]): Choice {
  const able = looks.filter(isProcedural);
  const telling = able.filter(tells);
  const isBook = able.length >= manyInBook && able.length * 3 >= looks.length * 2;
  return { by: 'steps', sure: [], unsure: isBook && telling.length * 2 >= able.length ? able : [] };
}

const manyInBook = 10;

/** Whether headings say that something is carried out: by what they are for, or because they are the steps. */
function tells(look: DocumentLook): boolean {
  return signsIn(look).size > 0 || look.titles.filter((title) => stepHeading.test(title)).length >= 2;
}

const stepHeading = /^(?:step|schritt|paso|étape|etapa|passo|ステップ|手順) ?\d|^\d{1,2}단계/iu;

/** A folder nearly all of whose documents are chosen has no other ones: what is short or unlike them is a draft. */
function absorbed(choice: Choice, left: readonly DocumentLook[]): readonly DocumentLook[] {
  const chosen = groupBy(choice.sure, ({ path }) => folderOf(path));
  return [...groupBy(left, ({ path }) => folderOf(path))].flatMap(([folder, own]) => {
    const fellows = chosen.get(folder) ?? [];
    const count = fellows.length;
    // beside the parts of a runbook, what has no number is none of them
    if (fellows.every(isNumbered) && !own.some(isNumbered)) return [];
    return count >= 5 && count * 100 >= (count + own.length) * 85 ? own : [];
  });
}
