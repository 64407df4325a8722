/**
 * The built-in kinds in the form in which a team writes its own, as far as that reaches: what a document of each has to
 * hold. What repeats in a document, such as phases and entries, and what rules know of these does not fit in it.
 */

/** The texts of the styles by the name of the built-in kind. */
export const shippedForms = {
  playbook: `kinds:
  - name: playbook-form
    title: "Playbook: *"
    roles: { escalation: warning }
    sections:
      - { name: Overview, required: true }
      - { name: Prerequisites }
      - { name: Phases, required: true }
      - { name: Decision Framework, required: ifApplicable }
      - { name: Validation, required: ifApplicable }
      - { name: Rollback Plan, required: true }
      - { name: Communication Plan, required: ifApplicable }
      - { name: Metrics & Monitoring }
      - { name: Post-Execution }
      - { name: Execution Log, holds: [table] }
      - { name: Notes }
      - { name: Appendix }
    fields:
      - { name: title, required: true }
      - { name: type, required: true, values: { allowed: [migration, feature, refactor, release, incident] } }
      - { name: estimated_duration, required: true, values: { duration: true } }
      - { name: risk_level, required: true, values: { allowed: [low, medium, high] } }
      - { name: Goal, required: true }
      - { name: Motivation, required: true }
      - { name: Success Criteria, required: true }
`,
  feature: `kinds:
  - name: feature-form
    headings:
      atLeast: 9
      of:
        [Overview, System Overview, Pre-Deployment Checklist, Deployment Procedures, Monitoring and Alerting, Troubleshooting Guide,
        Rollback Procedures, Maintenance Procedures, Emergency Contacts, Escalation Procedures, Security Procedures,
        Performance Tuning, Disaster Recovery, Change Log, References]
    roles: { steps: warning, verification: warning, rollback: warning, escalation: warning }
    sections:
      - { name: Overview }
      - { name: System Overview }
      - { name: Pre-Deployment Checklist }
      - { name: Deployment Procedures }
      - { name: Monitoring and Alerting }
      - { name: Troubleshooting Guide }
      - { name: Rollback Procedures, required: true }
      - { name: Maintenance Procedures }
      - { name: Emergency Contacts, required: true, also: [Contacts] }
      - { name: Escalation Procedures, required: ifApplicable }
      - { name: Security Procedures }
      - { name: Performance Tuning }
      - { name: Disaster Recovery, required: ifApplicable }
      - { name: Change Log }
      - { name: References }
    fields:
      - { name: Feature Name, required: true }
      - { name: Version, required: true }
      - { name: Date, required: true, values: { date: true } }
      - { name: Author, required: true }
      - { name: Last Updated, required: true, sets: reviewDate }
      - { name: Status, required: true, values: { allowed: [Draft, Review, Approved, Active] } }
`,
  entry: `kinds:
  - name: entry-form
    title: "RUN-*"
    roles: { steps: warning, verification: warning, rollback: warning, escalation: warning, owner: warning, review: warning }
    sections:
      - { name: Scope, required: ifApplicable }
      - { name: Prerequisites, required: ifApplicable }
      - { name: Procedure, required: true, also: [Steps, Instructions] }
      - { name: Escalation, required: true, also: [Escalation Path] }
      - { name: Post-Incident, required: ifApplicable }
    fields:
      - { name: Category, required: true, values: { allowed: [Incident, Incident Response, Deployment, Maintenance, Recovery, Escalation] } }
      - { name: Trigger, required: true, also: [When to Use] }
      - { name: Owner, required: true, sets: owner }
      - { name: Last Tested, required: true, sets: reviewDate }
`,
  sot: `kinds:
  - name: sot-form
    frontMatter: { id_prefix: true }
    sections:
      - { name: Navigation by Category, also: [Navigation] }
      - { name: Change Log, holds: [table] }
    fields:
      - { name: version }
      - { name: purpose }
      - { name: id_prefix }
      - { name: last_updated, values: { date: true } }
      - { name: authority }
`,
  release: `kinds:
  - name: release-form
    title: "Release Runbook*"
    roles: { steps: warning, verification: warning, rollback: error }
    sections:
      - { name: Metadata }
      - { name: Release Information }
      - { name: Pre-Release Checklist }
      - { name: Build Steps }
      - { name: Deployment Steps, required: true }
      - { name: Smoke Tests, required: true }
      - { name: Rollback Procedure, required: true }
      - { name: Post-Release Tasks }
      - { name: Communication Plan }
      - { name: Incident Contacts, required: true, also: [Contacts] }
      - { name: Definition of Done }
    fields:
      - { name: Status, required: true, also: [Document Status, Approval Status], values: { allowed: [Draft, Reviewed, Approved] } }
      - { name: Owner, required: true, also: [Owners, Release Owner, Release Manager, Manager, Author], sets: owner }
      - { name: Release Date, required: true, also: [Date of Release, Deployment Date, Planned Date, Release Window, Date] }
      - { name: Release Manager, required: true, also: [Release Lead, Release Owner, Release Captain, Manager] }
      - { name: Approvals Required Before Deploy, required: true, also: [Approvals, Approvals Required, Approvers, Approved By] }
      - { name: Estimated Downtime, required: true, also: [Downtime, Expected Downtime, Planned Downtime] }
      - { name: Rollback Deadline, required: true, also: [Rollback By, Rollback Decision By, Point of No Return] }
      - { name: Version, required: true, also: [Release Version, Target Version, New Version] }
      - { name: Branch / Tag, required: true, also: [Branch, Tag, Git Tag, Release Tag, Release Branch] }
      - { name: Previous Production Ver, required: true, also: [Previous Version, Current Version, Rollback Version] }
      - { name: Changelog, required: true, also: [Change Log, Release Notes, Changes] }
      - { name: Ship/No-Ship Decision, required: true, also: [Ship / No-Ship, Go/No-Go, Release Decision] }
      - { name: Database Migrations, required: true, also: [Migrations, Schema Migrations] }
`,
} as const;
