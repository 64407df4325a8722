/**
 * Has V8 compile code for speed only when it has run three times as long as usual: a command ends before much of that work
 * pays, which is done on other cores, and was two fifths of the processor time of a check. Before all other modules. Later
 * versions of Node do not know the flag, and would say so on standard error.
 */
import { setFlagsFromString } from 'node:v8';

if (process.versions.node.startsWith('20.')) setFlagsFromString('--interrupt-budget=200000');
