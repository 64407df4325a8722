/** Phases that take longer than the estimate of the playbook. */
import { calendars, hoursOf, readDuration } from '../../../document/fields/duration';
import { wordsAt } from '../../../document/fields/fields';
import { playbookPhases } from '../../../document/phases/playbook-phases';
import { playbookValues } from '../../../document/fields/playbook-values';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

interface DurationOverrun extends Match {
  readonly phases: readonly string[];
}

const messages = new Messages({
  longer:
    'The phases take {phases}, longer than this estimate, so the window is too short. Correct the estimate or a phase.',
});

export const durationOverrun = defineRule<DurationOverrun>({
  meta: {
    name: 'duration-overrun',
    summary: 'Phases that together take longer than the estimate of the playbook',
    severity: 'information',
    scope: ['playbook'],
    since: '0.1.0',
    group: 'playbook',
  },
  *find({ runbook }) {
    const [estimate] = playbookValues(runbook, 'estimated_duration');
    const planned = estimate === undefined ? null : readDuration(estimate.value);
    if (estimate === undefined || planned === null) return;
    const phases = playbookPhases(runbook).flatMap(({ duration }) =>
      duration === null ? [] : [wordsAt(runbook, duration.content)],
    );
    const durations = phases.map(readDuration).filter((duration) => duration !== null);
    // with days of 24 hours and with working days
    const exceeds = calendars.every((calendar) => {
      const sum = durations.reduce((total, duration) => total + hoursOf(duration, calendar).least, 0);
      return sum > hoursOf(planned, calendar).most + 1e-6;
    });
    if (durations.length > 0 && exceeds) yield { span: estimate.token, phases };
  },
  message: ({ phases }) => messages.of('longer', { phases: phases.join(' + ') }),
});
