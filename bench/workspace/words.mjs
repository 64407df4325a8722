/**
 * What the generated documents talk about: words, sentences, commands and addresses of an invented company. Sentences
 * hardly ever repeat, so that a cache keyed by text has no easier time than with real documents.
 */

/** @typedef {import('./random.mjs').Random} Random */

const services = [
  'billing',
  'catalogue',
  'checkout',
  'courier',
  'customs',
  'delivery',
  'dispatch',
  'fraud',
  'gateway',
  'identity',
  'invoice',
  'ledger',
  'loyalty',
  'mailer',
  'media',
  'orders',
  'parcel',
  'payment',
  'pricing',
  'profile',
  'returns',
  'reviews',
  'search',
  'shipping',
  'stock',
  'storefront',
  'supplier',
  'tariff',
  'voucher',
  'warehouse',
];
const parts = [
  'ledger',
  'batch',
  'broker',
  'bucket',
  'cache',
  'certificate',
  'cluster',
  'consumer',
  'cursor',
  'database',
  'disk',
  'exporter',
  'feed',
  'index',
  'journal',
  'listener',
  'manifest',
  'partition',
  'pipeline',
  'pool',
  'proxy',
  'queue',
  'quota',
  'replica',
  'route',
  'schema',
  'session',
  'snapshot',
  'token',
  'worker',
];
const adjectives = [
  'blocked',
  'broken',
  'cold',
  'crowded',
  'delayed',
  'empty',
  'expired',
  'fast',
  'full',
  'idle',
  'large',
  'late',
  'leaked',
  'lost',
  'missing',
  'noisy',
  'old',
  'partial',
  'quiet',
  'rejected',
  'silent',
  'slow',
  'small',
  'stale',
  'stuck',
  'unready',
  'uneven',
  'warm',
  'wide',
  'wrong',
];
const people = [
  'the carrier',
  'the data team',
  'the first reader',
  'the night shift',
  'the on-call engineer',
  'the partner bank',
  'the platform team',
  'the second operator',
  'the service desk',
  'the team lead',
  'the vendor',
  'the warehouse',
];
const verbs = [
  'answers',
  'asks for',
  'compares',
  'counts',
  'drains',
  'follows',
  'forwards',
  'holds',
  'keeps',
  'limits',
  'measures',
  'moves',
  'names',
  'reads',
  'refuses',
  'replaces',
  'reports',
  'sends',
  'stores',
  'watches',
];
const times = [
  'after each release',
  'at the evening peak',
  'before the month ends',
  'during a drill',
  'every night',
  'every quarter',
  'in the first hour',
  'on working days',
  'since the last move',
  'twice a week',
  'until the morning',
  'while the load is low',
  'within five minutes',
  'within one hour',
];
const namespaces = ['core', 'data', 'edge', 'front', 'jobs', 'mail', 'shop', 'store'];
const authors = [
  'A. Novak',
  'L. Brandt',
  'M. Okafor',
  'S. Iyer',
  'J. Moreau',
  'T. Larsen',
  'R. Costa',
  'N. Haddad',
];

/** @param {string} text */
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** @param {Random} random @returns {string} `courier` */
export const serviceName = (random) => random.pick(services);

/** @param {Random} random @returns {string} `stale ledger cursor` */
export const thing = (random) => `${random.pick(adjectives)} ${random.pick(services)} ${random.pick(parts)}`;

/** @param {Random} random @returns {string} `Stale ledger cursor in the invoice pool`: a title, in letters only */
export const title = (random) =>
  `${capital(thing(random))} in the ${random.pick(services)} ${random.pick(parts)}`;

/** @param {Random} random @returns {string} `the vendor compares 38 late tariff routes every quarter` */
export const clause = (random) =>
  `${random.pick(people)} ${random.pick(verbs)} ${random.between(2, 97)} ${thing(random)}s ${random.pick(times)}`;

/** @param {Random} random @returns {string} a sentence with its full stop */
export const sentence = (random) => `${capital(clause(random))}.`;

/** @param {Random} random @returns {string} `The journal of returns is below 37 percent`: something that can be seen */
export const observation = (random) =>
  random.pick([
    `The ${random.pick(parts)} of ${random.pick(services)} is below ${random.between(5, 95)} percent`,
    `No ${thing(random)} is left ${random.pick(times)}`,
    `\`${command(random)}\` reports ${random.between(0, 9)} of ${random.between(10, 40)}`,
    `${capital(random.pick(people))} sees version ${version(random)} of ${random.pick(services)}`,
  ]);

/** @param {Random} random @returns {string} one line for a shell, harmless */
export const command = (random) => {
  const service = random.pick(services);
  const space = random.pick(namespaces);
  return random.pick([
    `kubectl -n ${space} rollout status deploy/${service}-${random.pick(parts)} --timeout=${random.between(2, 20)}m`,
    `opsctl ${service} ${random.pick(parts)} list --limit ${random.between(5, 500)} --sort age`,
    `psql service=${service} -c "select count(*) from ${service}_${random.pick(parts)} where shard = ${random.between(0, 63)}"`,
    `curl -fsS ${address(random)}/health`,
    `make smoke SERVICE=${service} ENV=${random.pick(['staging', 'production'])} ROUNDS=${random.between(1, 9)}`,
  ]);
};

/** @param {Random} random @returns {string} `https://grafana.example/d/orders-queue-41` */
export const address = (random) =>
  `https://${random.pick(['grafana', 'wiki', 'ci', 'status'])}.example/d/${random.pick(services)}-${random.pick(parts)}-${random.between(1, 99)}`;

/** @param {Random} random @returns {string} `3.14.2` */
export const version = (random) => `${random.between(1, 9)}.${random.between(0, 40)}.${random.between(0, 9)}`;

/** @param {Random} random @returns {string} `Ledger Team` */
export const team = (random) => `${capital(random.pick(services))} Team`;

/** @param {Random} random @returns {string} `S. Iyer` */
export const author = (random) => random.pick(authors);

/** Early in the year of the documents. @param {Random} random @returns {string} `2026-02-17` */
export const createdDate = (random) => `2026-0${random.between(1, 6)}-${day(random)}`;

/** Not long before {@link benchToday}. @param {Random} random @returns {string} `2026-10-09` */
export const recentDate = (random) => `2026-10-${day(random)}`;

/** The day on which the documents are read: what is recent and what is stale depends on it. */
export const benchToday = '2026-11-20';

/** The day behind it. */
export const benchTomorrow = '2026-11-21';

/** @param {Random} random */
const day = (random) => String(random.between(1, 28)).padStart(2, '0');

/**
 * Sentences, broken into lines as people do.
 * @param {Random} random
 * @param {number} sentences
 * @returns {string}
 */
export function paragraph(random, sentences) {
  const words = Array.from({ length: sentences }, () => sentence(random))
    .join(' ')
    .split(' ');
  const lines = [''];
  for (const word of words) {
    const line = lines.at(-1) ?? '';
    if (line.length + word.length > 110) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join('\n');
}
