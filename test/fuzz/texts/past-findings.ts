/**
 * The cases of the corpus of which new ones are made. They are listed, so that a case that joins the corpus changes none
 * of those that a seed gives: a failure of `npm test` is about the change at hand. One that is worth it is added at the
 * end, with a new look at all targets.
 */
import { firstText } from '../case';
import { corpusCase } from './corpus';

const documents = [
  'parser/front-matter-below-text-is-not-seen-with-crlf',
  'parser/quote-mark-counts-as-blank-line-with-crlf',
  'model/comment-that-is-indented-and-never-closed-ends-with-its-piece',
  'rules/two-links-of-one-definition-are-reported-twice',
  'fixes/both-line-ends-and-the-first-is-crlf',
  'fixes/bullet-of-another-id-hides-that-the-entrys-own-is-malformed',
  'fixes/front-matter-behind-a-comment-gets-a-second-block',
  'fixes/malformed-id-makes-a-document-one-of-ours',
  'fixes/malformed-id-renames-an-anchor',
  'fixes/malformed-id-reveals-one-that-repeats-it',
  'fixes/malformed-id-takes-a-field-from-the-entry-before',
  'fixes/phase-in-an-earlier-phase-sets-the-count-back',
  'fixes/removed-comment-joins-a-paragraph-with-a-heading',
  'fixes/renumbering-brings-an-unlisted-entry-into-its-band',
  'fixes/section-goes-above-the-underline-of-its-heading-with-crlf',
  'fixes/self-reference-takes-words-out-of-sentences',
  'fixes/step-numbering-makes-step-2-2-of-step-2',
  'fixes/verification-swallows-an-underlined-heading',
  'edits/bullet-of-a-plain-entry-links-to-a-heading',
  'edits/checked-item-that-is-split-opens-an-approved-checklist',
  'edits/empty-quote-ends-in-a-blank',
  'edits/entry-behind-a-definition-ends-it',
  'edits/entry-like-an-underlined-one-has-no-underline',
  'edits/escalation-behind-a-heading-with-a-comment',
  'edits/escalation-for-a-silenced-owner',
  'edits/extracted-steps-are-judged-as-those-of-a-runbook',
  'edits/extracted-steps-of-an-untitled-entry-take-its-id-for-title',
  'edits/field-is-inserted-without-the-colon-that-makes-it-one',
  'edits/file-of-one-entry-moves-with-links-to-it',
  'edits/first-list-of-ids-leaves-out-what-the-entry-names',
  'edits/first-runbook-of-an-alert-makes-it-a-habit',
  'edits/heading-and-field-write-one-id-in-two-ways',
  'edits/last-tested-goes-into-an-open-fence',
  'edits/lettered-phase-moves-with-a-link-that-names-it',
  'edits/moved-file-has-a-definition-that-nobody-uses',
  'edits/moved-file-has-brackets-in-the-address-of-an-alert',
  'edits/navigation-misses-an-entry-headed-in-code',
  'edits/navigation-of-entry-0-declares-a-band-from-1',
  'edits/phase-in-front-of-an-open-fence-changes-an-anchor',
  'edits/plain-entry-behind-the-last-step',
  'edits/renaming-keeps-half-of-a-percent-encoded-anchor',
  'edits/second-entry-takes-the-fields-of-the-document-from-the-first',
  'edits/sorting-leaves-anchors-and-takes-closing-comments',
  'edits/steps-end-with-a-closing-comment-without-a-line-end',
  'edits/steps-of-a-deprecated-entry-are-extracted',
];

const configurations = [
  'configuration/key-behind-a-carriage-return',
  'configuration/name-of-several-lines-is-quoted-with-its-line-ends',
];

/** Documents that something has once failed on. */
export const pastDocuments: readonly string[] = documents.map((name) => firstText(corpusCase(name)));

/** Texts of `.runbook.yaml` that something has once failed on. */
export const pastConfigurations: readonly string[] = configurations.map((name) =>
  firstText(corpusCase(name)),
);
