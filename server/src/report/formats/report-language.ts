/** The language of a report that is saved as a file. */
import { english, type Say } from '../../text/say';

export interface ReportLanguage {
  readonly say: Say;
  /** As in the `lang` of HTML: `de`. */
  readonly locale: string;
}

/** That of the command line. */
export const inEnglish: ReportLanguage = { say: english, locale: 'en' };
