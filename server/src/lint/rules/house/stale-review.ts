/** A document whose last review is longer ago than it holds. */
import { reviewDate, reviewInterval } from '../../../document/house/review';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';
import { ageOf } from '../../shared/age';

interface StaleReview extends Match {
  readonly age: number;
  readonly limit: number;
  /** The interval as the document writes it; null for the usual limit. */
  readonly interval: string | null;
}

const messages = new Messages({
  own: 'The last review was {age} days ago and holds for "{interval}". Review the document and renew the date.',
  usual:
    'The last review was {age} days ago (limit: {limit}), so this may no longer hold. Review it and renew the date.',
});

export const staleReview = defineRule<StaleReview>({
  meta: {
    name: 'stale-review',
    summary: 'A document whose last review is longer ago than its interval',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'house',
    byTime: 'always',
  },
  *find(context) {
    const { runbook, configuration, quiet } = context;
    const { house } = runbook.kind;
    if (quiet || house === null) return;
    const own = reviewInterval(runbook);
    const role = house.roles.get('review') ?? 'off';
    if (own === null && (role === 'off' || house.like !== null)) return;
    const reviewed = reviewDate(runbook, configuration);
    if (reviewed === null) return;
    const limit = own?.days ?? configuration.staleAfterDays;
    const age = ageOf(reviewed.iso, limit, context);
    if (age <= limit) return;
    yield {
      span: reviewed.span,
      age,
      limit,
      interval: own?.words ?? null,
      ...(role === 'off' ? {} : { severity: role }),
    };
  },
  message: ({ age, limit, interval }) =>
    interval === null ? messages.of('usual', { age, limit }) : messages.of('own', { age, interval }),
});
