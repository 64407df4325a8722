/** The words that a workspace adds to the built-in ones and takes away from them, as the parser asks for them. */
import type { Configuration } from '../config/configuration';
import type { WordRole } from '../model/house-style';
import { doubtfulNames } from '../model/translated-roles';
import { builtInVocabulary, vocabularyWith, type Role, type Vocabulary } from '../model/vocabulary';
import { rememberOf } from '../text/remember';

type OwnWords = Pick<Configuration, 'words' | 'language' | 'kinds'>;

/** What names mean under a configuration; the built-in vocabulary itself where that says nothing of words. */
export function vocabularyOf(configuration: OwnWords): Vocabulary {
  const { words, language, kinds } = configuration;
  return words.size === 0 && language.length === 0 && kinds.length === 0
    ? builtInVocabulary
    : ownVocabulary(configuration);
}

const ownVocabulary = rememberOf(({ words, language, kinds }: OwnWords): Vocabulary => {
  const own: (readonly [string, Role | null])[] = stepSections(kinds).map((name) => [name, 'steps']);
  for (const one of language)
    for (const [role, names] of doubtfulNames[one]) for (const name of names) own.push([name, role]);
  // what one role loses another may win
  for (const { remove } of words.values()) for (const name of remove) own.push([name, null]);
  for (const [role, { add }] of words) for (const name of add) own.push([name, partFor(role)]);
  return own.length === 0 ? builtInVocabulary : vocabularyWith(own);
});

/** Names of sections that hold steps where a kind of the workspace says so, and that mean nothing else. */
function stepSections(kinds: Configuration['kinds']): readonly string[] {
  return kinds.flatMap((item) =>
    'name' in item
      ? item.sections
          .filter(({ holds }) => holds.includes('steps'))
          .flatMap(({ name, also }) =>
            [name, ...also].filter((one) => builtInVocabulary.roleOf(one) === null),
          )
      : [],
  );
}

/** Sections of these are known and no rule is about them; owner and review are fields. */
function partFor(role: WordRole): Role | null {
  return role === 'impact' || role === 'diagnosis' || role === 'owner' || role === 'review' ? null : role;
}
