/**
 * A plugin of Stryker: what no test of a rule should be about. The words of messages are held by the page and by the
 * carets of fixtures, as far as they matter; the metadata of a rule by the pages, which are generated from it.
 */

/** @typedef {{ readonly node: { readonly type: string, readonly callee?: { readonly name?: string }, readonly key?: { readonly name?: string }, readonly value?: unknown } }} NodePath */

export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'words',
    value: {
      /**
       * @param {NodePath} path
       * @returns {string | undefined} why mutants in a part of a program say nothing
       */
      shouldIgnore({ node }) {
        if (node.type === 'NewExpression' && node.callee?.name === 'Messages') return 'the words of messages';
        if (node.type === 'ObjectProperty' && node.key?.name === 'meta') return 'the metadata of a rule';
        if (node.type === 'StringLiteral' && node.value === '') return 'a fallback that only types ask for';
        return undefined;
      },
    },
  },
];
