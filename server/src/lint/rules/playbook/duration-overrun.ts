/** Phases that take longer than the whole. */
import { calendars, hoursOf, readDuration } from '../../../document/fields/duration';
import { wordsAt } from '../../../document/fields/fields';
import { playbookPhases } from '../../../document/phases/playbook-phases';
import { playbookValues } from '../../../document/fields/playbook-values';
import { defineRule, type Match } from '../../rule';

interface DurationOverrun extends Match {
  readonly whole: string;
  readonly phases: readonly string[];
}

export const durationOverrun = defineRule<DurationOverrun>({
  meta: {
    name: 'duration-overrun',
    summary: 'Phases that together take longer than the playbook as a whole',
    severity: 'information',
    scope: ['playbook'],
    since: '0.1.0',
    group: 'playbook',
  },
  *find({ runbook }) {
    const [stated] = playbookValues(runbook, 'estimated_duration');
    const whole = stated === undefined ? null : readDuration(stated.value);
    if (stated === undefined || whole === null) return;
    const words = playbookPhases(runbook).flatMap(({ duration }) =>
      duration === null ? [] : [wordsAt(runbook, duration.content)],
    );
    const durations = words.map(readDuration).filter((duration) => duration !== null);
    // whatever a day means, all of its meanings have to agree
    const exceeds = calendars.every((calendar) => {
      const sum = durations.reduce((total, duration) => total + hoursOf(duration, calendar).least, 0);
      return sum > hoursOf(whole, calendar).most + 1e-6;
    });
    if (durations.length > 0 && exceeds) yield { span: stated.token, whole: stated.value, phases: words };
  },
  message({ whole, phases }) {
    return {
      message: `The phases (${phases.join(' + ')}) take longer than the whole playbook (${whole}), so the window that was planned is too short. Correct one of them.`,
    };
  },
});
