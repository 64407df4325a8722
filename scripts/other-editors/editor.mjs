/** What the tests need to know of an editor. */

/**
 * @typedef {object} Session
 * @property {string} program
 * @property {string} version
 * @property {string} server path of the language server
 * @property {string} folder empty, for everything that the editor writes
 */

/**
 * @typedef {object} Editor
 * @property {string} name
 * @property {string} program its name on the path
 * @property {readonly string[]} scenarios what `check` tells of
 * @property {(program: string) => Promise<string | undefined>} version undefined when it cannot be used, throws when it cannot be started
 * @property {(session: Session) => Promise<string>} check output with a line `pass SCENARIO` or `fail SCENARIO: why` for each
 */

export {};
