import { describe, expect, test } from 'vitest';
import { roleAmongSteps, roleInStep, roleOf } from '../../../server/src/model/vocabulary';

const names: Readonly<Record<string, string>> = {
  verification: `Verification, Verify, You should see, You should see output like, Done when, You are done when,
    Success looks like, What success looks like, Pass criteria, Sanity check, Sanity checks, Verification Commands,
    Verify the fix, Verify your change, Verifying the deployment, Validate the data, Confirming the switch,
    How to verify the release, Post-Recovery Checklist, Post-deployment checks, Acceptance, Expected output of the query,
    Verification of the change, Check that it worked, Check the result, How to know it worked, Smoke testing,
    Verification: database, Verification ✅, Verification :white_check_mark:, :mag: Verify, Healthcheck, Looks good when, 3. Verification, C. Verification, ✅ Verification, How to confirm?`,
  rollback: `Rollback, Roll-back, How to roll back, Rolling back, Rolling back your change, Roll back the release,
    Rollback to version 3, Undo, Undo the change, Undoing the migration, Revert the change, Reverting, Revert commit,
    Fallback, Fallback plan, Falling back to the old pool, Failback, Failing back, Downgrade, Downgrading the package,
    Back out the change, Backing out, If something goes wrong, If anything goes wrong, When things go wrong,
    To undo, To roll back, Rollback/Undo, Rollback / Revert, Database rollback, Rollback — database, 4.2 Rollback Plan (stacked etcd), 🔙 Rollback`,
  escalation: `Escalation, Communication & Escalation, Communication and escalation, Escalate, Escalating,
    Escalate to the DBA, Escalating an incident, When to escalate, When and how to escalate, Who to call, Whom to call,
    Who do I call, Who to page, On-call, On call contacts, Points of contact, Point of contact, Incident escalation,
    If you are stuck, What to do if you’re stuck`,
  prerequisites: `Prerequisites, Pre-flight checklist, Preflight, Pre-flight checks, Pre-checks, Prechecks,
    Pre-upgrade checks, Required access, Access required, Permissions, Required permissions, Tools and access,
    Before starting, Before you start the job, Before you begin, Before running the migration, What you'll need,
    Requirements for the upgrade, Migration prerequisites, Verify prerequisites, Getting ready`,
  trigger: `Use when, What triggers this, When does this apply?, Signs and symptoms, How it shows, Indicators, When to use this runbook, When to run this, When should I use this, Symptoms, Trigger conditions`,
  steps: `Remediation, Remediate, Fix, Fix the pool, Fixing, Workflow, Implementation, Implementing the change,
    Execution, Executing the migration, Cutover, Cut-over, Cut over, How to deploy, How to deploy the service,
    Detailed procedure, Detailed procedures, Remediation steps, Upgrade procedure, Database migration procedure,
    Resolving the incident, What to do next, Steps to take, Procedure for the failover`,
  post: `Post-Incident Review, Post-incident, Lessons Learned, Clean up, Cleaning up, Clean up the old hosts, Cleanup,
    Post-mortem, Postmortem, Retrospective, Follow-up actions, Preventing recurrence, Afterwards, Wrap-up, Wrapping up,
    After-action review, Close-out, Aftercare, Seguimiento, Suivi`,
  objective: `Objective, Goal, Aim, Intent, Phase objective, Phase goal, What this phase achieves`,
  'gate-criteria': `Gate Criteria, Gate conditions, Gating conditions`,
  scope: `In scope, Out of scope, What this covers, What this does not cover, Covers, Applies to, When not to use this,
    What this runbook handles, Scope`,
};

describe('a heading or label has its role by name, inflected and with a thing behind it', () => {
  test.each(Object.entries(names))('%s', (role, list) => {
    const others = list
      .split(',')
      .map((name) => name.trim())
      .filter((name) => roleOf(name) !== role);
    expect(others).toEqual([]);
  });
});

test.each(
  `Rollback rehearsal, Rollback drill, Rollback triggers, Rollback owner, Rollback Testing, Communication During Rollback,
  Test rollback, Rehearse the rollback, Test plan, Testing, Test cases, Validation rules, Verified by, Fix version, Fixes,
  Implementation notes, Implementation plan, Execution plan, Execution log, Workflow engine, Before and after, Deployment,
  Output, Result, Check, Checks, Evidence, Next steps, De-escalation, Maintenance Procedures, Access logs,
  Release Runbook, Restore the database, Recover the volume, Downgrade matrix, Access, Postgres checks`
    .split(',')
    .map((name) => name.trim()),
)('%s is a name of its own', (name) => {
  expect(roleOf(name)).toBeNull();
});

test('inside a step more words confirm it', () => {
  for (const name of ['Check', 'Checks', 'Result', 'Expected', 'Output', 'Outcome', 'Test', 'Evidence'])
    expect(roleInStep(name)).toBe('verification');
  expect(roleInStep('Owner')).toBeNull();
});

test('a numbered heading among steps is a step but where it is exactly the name of another part', () => {
  for (const name of ['3. Verify the data', 'Rolling back the old pool', 'Pre-checks', 'Clean up', 'Cutover'])
    expect(roleAmongSteps(name)).toBeNull();
  expect(roleAmongSteps('4. Rollback')).toBe('rollback');
  expect(roleAmongSteps('5. Verification')).toBe('verification');
});
