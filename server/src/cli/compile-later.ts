/**
 * Has V8 compile less, and later, than usual: a command ends before much of that work pays, and it was more than a third of
 * the processor time of a check. A pattern is compiled once, and not for its first use and again for all others. On Node 20
 * code has to run three times as long before it is compiled for speed. Before all other modules. Only for versions that are
 * known to have these flags: others would say on standard error that they have not.
 */
import { setFlagsFromString } from 'node:v8';

const major = Number.parseInt(process.versions.node, 10);
if (major >= 20 && major <= 24) setFlagsFromString('--no-regexp-tier-up');
if (major === 20) setFlagsFromString('--interrupt-budget=200000');
