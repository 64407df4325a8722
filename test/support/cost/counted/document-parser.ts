/** Takes the place of the parser in the program that counts. */
import type { Runbook } from '../../../../server/src/model/runbook';
import { DocumentParser as Parser } from '../../../../server/src/parsing/document-parser';
import type { ParseOptions } from '../../../../server/src/parsing/parse-runbook';
import { counted } from '../counters';

export { usualParserBudget } from '../../../../server/src/parsing/document-parser';

export class DocumentParser extends Parser {
  override parse(text: string, options: ParseOptions): Runbook {
    // what is not read as Markdown gets the model of an empty text
    if (text !== '') counted.documentsParsed++;
    return super.parse(text, options);
  }
}
