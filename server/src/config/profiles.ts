/**
 * Profiles: what is asked of documents on their way to production. Each asks for all that those before it ask for, and for
 * that its own rules find nothing. `docs/profiles.md` is generated from this.
 */
import { localizable } from '../text/say';
import type { ProfileName } from './configuration';

export interface Profile {
  /** What holds for a document that passes, as a sentence. */
  readonly summary: string;
  /** The rules that it adds to those of the profiles before it. */
  readonly rules: readonly string[];
}

export const profiles: Readonly<Record<ProfileName, Profile>> = {
  draft: {
    summary: localizable`Nothing in it is broken: it can be read, and what it refers to exists.`,
    rules: [
      'alert-runbook-not-found',
      'dangling-id',
      'document-set-aside',
      'document-too-complex',
      'duplicate-id',
      'id-field-mismatch',
      'invalid-front-matter',
      'link-id-mismatch',
      'malformed-id',
      'missing-link-target',
      'secret-in-command',
      'unclosed-fence',
    ],
  },
  reviewed: {
    summary: localizable`Somebody else can follow it: it is filled in, says when to use it, what to do and whom to call.`,
    rules: [
      'alert-anchor-not-found',
      'empty-section',
      'incomplete-escalation',
      'invalid-field',
      'leftover-instruction',
      'misplaced-section',
      'missing-contacts',
      'missing-entry-field',
      'missing-entry-section',
      'missing-escalation',
      'missing-field',
      'missing-header-field',
      'missing-overview',
      'missing-owner',
      'missing-phases',
      'missing-prerequisites',
      'missing-release-field',
      'missing-role',
      'missing-section',
      'missing-tasks',
      'missing-trigger',
      'phase-dependency',
      'phase-numbering',
      'placeholder',
      'section-content',
      'section-order',
      'step-numbering',
      'stub-entry',
      'title-not-file-name',
      'unfilled-template',
      'unreadable-procedure',
      'unresolved-runbook-section',
      'unresolved-section-reference',
      'vague-step',
    ],
  },
  tested: {
    summary: localizable`It was carried out lately: each step can be confirmed and undone, and the last test has a date.`,
    rules: [
      'empty-rollback',
      'empty-verification',
      'execution-log-mismatch',
      'execution-log-order',
      'future-date',
      'missing-gate-criteria',
      'missing-last-tested',
      'missing-rollback',
      'missing-rollback-plan',
      'missing-rollback-trigger',
      'missing-verification',
      'rollback-plan-coverage',
      'stale-last-tested',
      'stale-review',
      'step-without-command',
      'tested-before-change',
      'unverified-procedure',
      'unverified-rollback',
    ],
  },
  production: {
    summary: localizable`On-call can rely on it: alerts, risks and rollbacks lead to it, and what is dangerous has a gate.`,
    rules: [
      'alert-without-runbook',
      'approved-with-open-items',
      'assumed-knowledge',
      'escalation-chain',
      'incident-without-alert',
      'incomplete-decision-point',
      'incomplete-go-no-go',
      'migration-without-step',
      'missing-communication',
      'missing-go-no-go',
      'missing-post-incident',
      'missing-scope',
      'missing-smoke-test',
      'paging-alert-without-runbook',
      'risk-without-runbook',
      'rollback-without-runbook',
      'threshold-without-action',
      'unguarded-destructive-command',
    ],
  },
};
