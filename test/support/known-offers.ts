/** What each edit of the product may take away, and which rules may speak after it because it was asked to make it so. */
import type { InsertedPart } from '../../protocol/src/insert-part';
import { offerOf, type Offer } from './product-edit';

/** What is said of steps, which were none of a runbook before, and of the sections around them. */
const stepRules = [
  'step-without-command',
  'unverified-procedure',
  'missing-verification',
  'step-numbering',
  'missing-entry-section',
  'vague-step',
  'entry-order',
];

/** Refactorings by the first words of their titles. */
export const knownRefactorings: readonly (readonly [title: RegExp, offer: Offer])[] = [
  [/^(?:Tick|Clear) /, offerOf(['box'], ['approved-with-open-items', 'execution-log-order'], false)],
  // a link leads to an entry from the navigation of another file, words there do not
  [/^Convert link to/, offerOf(['link'], ['unlisted-linked-id', 'unrouted-runbook'], false)],
  // a link names an entry formally, which words do not
  [/^Convert .* to a link/, offerOf(['nothing'], ['one-way-link'], false)],
  [/^Renumber the steps/, offerOf(['number', 'destination'])],
  // what named a phase that was not there may name one afterwards
  [/^Renumber the phases/, offerOf(['number', 'destination'], ['phase-dependency'])],
  // the steps are those of a runbook afterwards, and judged as such
  [/^Extract the steps/, offerOf(['place', 'destination'], stepRules, false)],
  [/^Set Last Tested/, offerOf(['value'], ['tested-before-change'])],
  [/^Add a change log row/, offerOf(['nothing'], [], false)],
  [
    /^Deprecate /,
    offerOf(
      ['value', 'destination'],
      ['deprecated-reference', 'incomplete-deprecation', 'unused-suppression'],
    ),
  ],
  [/^Convert .* to a heading/, offerOf(['marks'], [], false)],
  [/^Convert .* to the plain form/, offerOf(['marks', 'id field', 'destination'], [], false)],
  [/^Sort the entries/, offerOf(['place'])],
  [/^Sort the navigation/, offerOf(['place'])],
  [/^Add missing entries to the navigation/, offerOf(['destination'])],
  [/^Add a navigation/, offerOf(['nothing'])],
  [/^Move /, offerOf(['place', 'destination', 'prefix'], ['unused-prefix', 'entry-order'], false)],
];

/** What another id, number or title may bring, because it was asked for. */
export const ofOrder = [
  'entry-order',
  'id-out-of-band',
  // a menu lists the ids of its band: with a number outside of it the entry was not missing there
  'nav-missing-entry',
  'one-way-link',
  'phase-numbering',
  'step-numbering',
  'phase-dependency',
  'rollback-plan-coverage',
  'vague-step',
  'missing-verification',
];

/** What is said of phases among each other, which nothing is said of before there are any. */
export const ofPhases = [
  ...['phase-numbering', 'phase-dependency', 'rollback-plan-coverage'],
  ...['execution-log-order', 'execution-log-mismatch', 'missing-rollback', 'duration-overrun'],
  // gate criteria below confirm the steps above, and those of the new phase are to be filled in
  ...['missing-verification', 'unverified-procedure'],
];

/** What may be said of a part that is to be filled in. */
export const ofParts: Readonly<Record<InsertedPart, Offer>> = {
  phase: offerOf(['number', 'destination'], ofPhases, false),
  step: offerOf(['number', 'destination'], stepRules, false),
  verification: offerOf(['nothing'], stepRules, false),
  rollback: offerOf(['nothing'], ['unverified-rollback', 'rollback-without-runbook'], false),
  // whom to call counts as an owner, which a comment may have the check keep silent about
  escalation: offerOf(['nothing'], ['incomplete-escalation', 'unused-suppression'], false),
};
