/** The types that options of rules have, and what is said of a value of another one. */
import { words, type Words } from '../text/say';

export type RuleOptionType = 'number' | 'string' | 'boolean' | 'string-list';

export const optionTypes: Readonly<
  Record<
    RuleOptionType,
    {
      /** Says that the option `name` of `rule` must be of the type. */
      readonly otherwise: (name: string, rule: string) => Words;
      readonly matches: (value: unknown) => boolean;
    }
  >
> = {
  number: {
    otherwise: (name, rule) => words`Option "${name}" of ${rule} must be a number.`,
    matches: (value) => typeof value === 'number' && Number.isFinite(value),
  },
  string: {
    otherwise: (name, rule) => words`Option "${name}" of ${rule} must be a string.`,
    matches: (value) => typeof value === 'string',
  },
  boolean: {
    otherwise: (name, rule) => words`Option "${name}" of ${rule} must be true or false.`,
    matches: (value) => typeof value === 'boolean',
  },
  'string-list': {
    otherwise: (name, rule) => words`Option "${name}" of ${rule} must be a list of strings.`,
    matches: (value) => Array.isArray(value) && value.every((item) => typeof item === 'string'),
  },
};
