/** Whether a document says something of a role in any form: a section, a label, a step, or words in its text. */
import type { Configuration } from '../../config/configuration';
import type { HouseRole } from '../../model/house-style';
import type { Runbook } from '../../model/runbook';
import { goesBackAbroad, turnsToSomebodyAbroad } from '../../model/translated-words';
import { isVerifying, type Role } from '../../model/vocabulary';
import { wordsAt } from '../fields/fields';
import { contactsIn, namesTimeLimit } from '../sections/contacts';
import { saysHowToVerify } from '../steps/judged-procedure';
import { houseSections } from './house-sections';
import { ownerOf, reviewOf } from './review';

/** Whether the document has it, however little it says: documents without a form are not held to one. */
export function hasRole(
  runbook: Runbook,
  role: HouseRole,
  configuration: Pick<Configuration, 'words'>,
): boolean {
  const { text } = runbook;
  switch (role) {
    case 'steps':
      return (
        runbook.procedures.some(({ steps }) => steps.length > 0) ||
        hasPart(runbook, (one) => one === 'steps') ||
        // a section that is there for steps is one, whatever it is called
        houseSections(runbook).some(
          ({ wanted, section }) => section !== null && wanted.holds.includes('steps'),
        )
      );
    case 'verification':
      return (
        hasPart(runbook, isVerifying) ||
        runbook.procedures.some(({ steps }) =>
          steps.some(({ verifies, verification }) => verifies || verification.length > 0),
        ) ||
        saysHowToVerify(text)
      );
    case 'rollback':
      return (
        hasPart(runbook, (one) => one === 'rollback') ||
        /\b(?:roll(?:s|ed|ing)?[ -]?back|rollback|revert(?:s|ed|ing)?|undo|back ?out)\b/i.test(text) ||
        goesBackAbroad(text)
      );
    case 'escalation':
      return (
        hasPart(runbook, (one) => one === 'escalation') ||
        contactsIn(runbook, runbook.root.span) !== null ||
        namesTimeLimit(text) ||
        /\b(?:escalat|(?:page|call|contact|ask|notify) the |reach out to)/i.test(text) ||
        turnsToSomebodyAbroad(text) ||
        /(?:^|[\s(`])[#@][\p{L}][\p{L}\p{N}_-]{2}/mu.test(text)
      );
    case 'owner': {
      const value = ownerOf(runbook, configuration)?.value;
      return value != null && wordsAt(runbook, value).trim() !== '';
    }
    case 'review':
      return reviewOf(runbook, configuration)?.value != null;
  }
}

/** That one is empty is a finding of its own. */
function hasPart(runbook: Runbook, isMeant: (role: Role) => boolean): boolean {
  return runbook.parts.some((part) => isMeant(part.role));
}
