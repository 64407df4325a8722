/**
 * What tests of rules need of vitest, on mocha: for each mutant vitest starts a worker and loads every module anew, mocha
 * runs again what is loaded. Stands in for `vitest` in the bundle that `bundle.mjs` makes.
 */
import { format } from 'node:util';
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from '@vitest/expect';
import * as chai from 'chai';

/** @typedef {() => unknown} Body */
/** @typedef {(name: string, ...rest: readonly unknown[]) => void} Declare */

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);

export const expect = Object.assign(
  /** @type {(value: unknown, message?: string) => Chai.Assertion} */
  (value, message) => chai.expect(value, message),
  chai.expect,
  Reflect.get(globalThis, ASYMMETRIC_MATCHERS_OBJECT),
);
setState({ assertionCalls: 0, isExpectingAssertions: false }, expect);

/**
 * @param {(name: string, body: (this: { timeout(milliseconds: number): void }) => unknown) => void} declare of mocha
 * @param {boolean} isSuite
 */
function declarationsOf(declare, isSuite) {
  /** @type {Declare} */
  const one = (name, ...rest) => {
    const body = rest.find((part) => typeof part === 'function');
    declare(name, function () {
      this.timeout(0);
      const result = body?.();
      return isSuite ? undefined : result;
    });
  };
  /** @type {(cases: readonly unknown[]) => Declare} */
  const each =
    (cases) =>
    (name, ...rest) => {
      const body = rest.find((part) => typeof part === 'function');
      for (const values of cases) {
        /** @type {readonly unknown[]} */
        const args = Array.isArray(values) ? values : [values];
        const [first] = args;
        const of = typeof first === 'object' && first !== null ? first : {};
        const named = name.replace(/\$(\w+)/g, (_, /** @type {string} */ key) =>
          String(Reflect.get(of, key)),
        );
        one(format(named, ...(/%[sdo]/.test(named) ? args : [])), () => body?.(...args));
      }
    };
  return Object.assign(one, {
    each,
    /** @type {(condition: boolean) => Declare} */
    skipIf: (condition) => (condition ? () => undefined : one),
  });
}

export const describe = declarationsOf(Reflect.get(globalThis, 'describe'), true);
const it = declarationsOf(Reflect.get(globalThis, 'it'), false);
export { it, it as test };
