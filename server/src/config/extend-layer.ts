/** What a configuration file says together with the styles that it extends. Knows no files. */
import type { HouseKind } from '../model/house-style';
import type { ConfigurationLayer } from './configuration';

/** What only the file of the workspace itself decides: which files are read, and what they are held against. */
const own = ['extends', 'join', 'include', 'exclude', 'baseline', 'imports'] as const;

/** A style as far as others take it over; `templates`: leads to the templates of its kinds from where it is extended. */
export function asStyle(layer: ConfigurationLayer, templates: (path: string) => string): ConfigurationLayer {
  const taken = Object.fromEntries(
    Object.entries(layer).filter(([key]) => !own.some((name) => name === key)),
  ) satisfies ConfigurationLayer;
  if (layer.kinds === undefined) return taken;
  return {
    ...taken,
    kinds: layer.kinds.map((item) =>
      'name' in item && item.template !== null ? { ...item, template: templates(item.template) } : item,
    ),
  };
}

/** A layer whose kinds have what they do not say from the kinds of the same name in the styles before it. */
export function inherited(
  layer: ConfigurationLayer,
  styles: readonly ConfigurationLayer[],
): ConfigurationLayer {
  if (layer.kinds === undefined || styles.length === 0) return layer;
  const known = new Map(
    styles.flatMap(({ kinds = [] }) =>
      kinds.flatMap((item): [string, HouseKind][] => ('name' in item ? [[item.name, item]] : [])),
    ),
  );
  return {
    ...layer,
    kinds: layer.kinds.map((item) => {
      const base = 'name' in item ? known.get(item.name) : undefined;
      return 'name' in item && base !== undefined ? completed(item, base) : item;
    }),
  };
}

/** One that names a condition is recognised by its own alone. */
function completed(kind: HouseKind, base: HouseKind): HouseKind {
  const has = (key: string): boolean => kind.says.has(key);
  const conditions = ['files', 'title', 'headings', 'frontMatter'].some(has) ? kind : base;
  return {
    name: kind.name,
    files: conditions.files,
    title: conditions.title,
    headings: conditions.headings,
    frontMatter: conditions.frontMatter,
    like: has('like') ? kind.like : base.like,
    titleFrom: has('titleFrom') ? kind.titleFrom : base.titleFrom,
    roles: new Map([...base.roles, ...kind.roles]),
    sections: has('sections') ? kind.sections : base.sections,
    ordered: has('order') ? kind.ordered : base.ordered,
    fields: has('fields') ? kind.fields : base.fields,
    ids: has('ids') ? kind.ids : base.ids,
    template: has('template') ? kind.template : base.template,
    says: new Set([...base.says, ...kind.says]),
  };
}
