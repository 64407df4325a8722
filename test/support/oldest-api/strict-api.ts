/**
 * An object that has what an API declares, and nothing else: whoever asks it, or an object that it gives, for another name is
 * told that this version has none. What is declared and not given a working part answers with what its type allows.
 */
import type { ClassShape, Declared, DeclaredApi, Members } from './declared';

/** Parts that work, by name; of an object that has members, these. */
export type Parts = Readonly<Record<string, unknown>>;

type AnyClass = new (...passed: unknown[]) => object;

/** Names that languages, libraries and test runners ask any object for. */
const harmless = new Set([
  'then',
  'toJSON',
  '__esModule',
  'default',
  'asymmetricMatch',
  'nodeType',
  'prototype',
]);

export class StrictApi {
  /** What was asked for and is not declared, as `window.tabGroups`. */
  readonly undeclared: string[] = [];
  readonly #declared: DeclaredApi;
  readonly #classes = new Map<string, AnyClass>();

  /** `classes`: those that work. */
  constructor(declared: DeclaredApi, classes: Readonly<Record<string, AnyClass>>) {
    this.#declared = declared;
    for (const [name, one] of declared.values)
      if (one.kind === 'class') this.#class(name, one.shape, classes);
  }

  /** The module, with these working parts in its namespaces. */
  module(parts: Parts): object {
    return this.#object('vscode', this.#declared.values, parts);
  }

  /** An object of a declared interface, with these working members. */
  make(name: string, parts: Parts = {}): object {
    const own = this.#membersOf(name);
    return this.#object(name, own.members, parts, own.isOpen);
  }

  #membersOf(name: string): { readonly members: Members; readonly isOpen: boolean } {
    const value = this.#declared.values.get(name);
    if (value?.kind === 'class') return { members: value.shape.members, isOpen: false };
    const shape = this.#declared.interfaces.get(name);
    if (shape === undefined) throw new Error(`this version declares no interface ${name}`);
    // others are of the language, such as Iterable
    const bases = shape.extends
      .filter((base) => this.#declared.interfaces.has(base) || this.#declared.values.has(base))
      .map((base) => this.#membersOf(base));
    return {
      members: new Map([...bases.flatMap(({ members }) => [...members]), ...shape.members]),
      isOpen: shape.isOpen || bases.some(({ isOpen }) => isOpen),
    };
  }

  #object(name: string, members: Members, parts: Parts, isOpen = false): object {
    for (const part of Object.keys(parts))
      if (!members.has(part) && !isOpen) throw new Error(`this version declares no ${name}.${part}`);
    const made: object = Object.create(isOpen ? Object.prototype : this.#guard(name, null)) as object;
    for (const [member, declared] of members)
      this.#define(made, member, () => this.#value(name, member, declared, parts));
    if (isOpen) Object.assign(made, parts);
    return made;
  }

  /** Made when it is first asked for, as the objects of an API lead round in circles. */
  #define(on: object, member: string, make: () => unknown): void {
    Object.defineProperty(on, member, {
      configurable: true,
      enumerable: true,
      get: () => {
        const value = make();
        Object.defineProperty(on, member, { configurable: true, enumerable: true, writable: true, value });
        return value;
      },
      set: (value: unknown) => {
        Object.defineProperty(on, member, { configurable: true, enumerable: true, writable: true, value });
      },
    });
  }

  #value(owner: string, name: string, declared: Declared, parts: Parts): unknown {
    const part = parts[name];
    const where = owner === 'vscode' ? name : `${owner}.${name}`;
    if (declared.kind === 'namespace') return this.#object(where, declared.members, partsIn(part));
    if (declared.kind === 'enum') return this.#enum(where, declared.values);
    if (declared.kind === 'class') return this.#classes.get(name);
    if (part !== undefined || name in parts) return part;
    return declared.kind === 'function' ? () => this.#some(declared.returns) : this.#some(declared.type);
  }

  #enum(name: string, values: ReadonlyMap<string, number | string>): object {
    const both = [...values].flatMap(([key, value]): [string, unknown][] =>
      typeof value === 'number'
        ? [
            [key, value],
            [String(value), key],
          ]
        : [[key, value]],
    );
    const own = Object.getOwnPropertyDescriptors(Object.fromEntries(both));
    return Object.create(this.#guard(name, null), own) as object;
  }

  /** Something that a type allows. */
  #some(type: string): unknown {
    if (type.startsWith('Event<')) return () => this.#some('Disposable');
    if (/^(?:Thenable|Promise|ProviderResult)</.test(type)) return Promise.resolve(undefined);
    if (/\bundefined\b/.test(type)) return undefined;
    if (/\[\]$|^(?:Readonly)?Array</.test(type)) return [];
    if (type.includes('=>')) return () => undefined;
    if (type === 'string') return '';
    if (type === 'number') return 0;
    if (type === 'boolean') return false;
    const name = type.replace(/<.*/, '');
    const made = this.#classes.get(name);
    if (made !== undefined) return new made(() => undefined);
    return this.#declared.interfaces.has(name) ? this.make(name) : undefined;
  }

  /** A working class with what else is declared of it, or one whose objects keep what they are made of. */
  #class(name: string, shape: ClassShape, working: Readonly<Record<string, AnyClass>>): AnyClass {
    const known = this.#classes.get(name);
    if (known !== undefined) return known;
    const base = shape.extends === null ? undefined : this.#declared.values.get(shape.extends);
    const parent =
      base?.kind === 'class' && shape.extends !== null
        ? this.#class(shape.extends, base.shape, working)
        : shape.extends === 'Error'
          ? Error
          : null;
    const made = working[name] ?? plainClass(shape.parameters, parent);
    this.#classes.set(name, made);
    for (const [member, declared] of shape.statics)
      if (!Object.hasOwn(made, member))
        this.#define(made, member, () => this.#value(name, member, declared, {}));
    const prototype = made.prototype as object;
    for (const [member, declared] of shape.members)
      if (!(member in prototype))
        Object.defineProperty(prototype, member, {
          configurable: true,
          writable: true,
          value: declared.kind === 'function' ? () => this.#some(declared.returns) : undefined,
        });
    if (Object.getPrototypeOf(prototype) === Object.prototype)
      Object.setPrototypeOf(prototype, this.#guard(name, 'instance'));
    if (Object.getPrototypeOf(made) === Function.prototype)
      Object.setPrototypeOf(made, this.#guard(name, 'class'));
    return made;
  }

  /** What stands behind an object: is asked for what the object has not. Objects of classes may be given more by subclasses. */
  #guard(owner: string, of: 'class' | 'instance' | null): object {
    const usual: object = of === 'class' ? Function.prototype : Object.prototype;
    const refuse = (name: string): never => {
      const where = owner === 'vscode' ? name : `${owner}.${name}`;
      this.undeclared.push(where);
      throw new Error(`this version of VS Code has no ${where}`);
    };
    return new Proxy(usual, {
      get: (_, name) =>
        typeof name === 'symbol' || name in usual
          ? (Reflect.get(usual, name) as unknown)
          : harmless.has(name)
            ? undefined
            : refuse(name),
      set: (_, name, value: unknown, receiver: object) =>
        of === null && typeof name === 'string'
          ? refuse(name)
          : Reflect.defineProperty(receiver, name, {
              configurable: true,
              enumerable: true,
              writable: true,
              value,
            }),
    });
  }
}

function partsIn(part: unknown): Parts {
  return typeof part === 'object' && part !== null ? { ...part } : {};
}

/** A class whose objects have what they are made of under the names of its parameters. */
function plainClass(parameters: readonly string[], parent: AnyClass | ErrorConstructor | null): AnyClass {
  const keep = (made: object, passed: readonly unknown[]): void => {
    for (const [index, name] of parameters.entries())
      if (index < passed.length)
        Object.defineProperty(made, name, {
          configurable: true,
          enumerable: true,
          writable: true,
          value: passed[index],
        });
  };
  if (parent === null)
    return class {
      constructor(...passed: unknown[]) {
        this.#keep(passed);
      }

      #keep(passed: readonly unknown[]): void {
        keep(this, passed);
      }
    };
  if (parent === Error)
    return class extends Error {
      constructor(...passed: unknown[]) {
        super(String(passed[0]));
      }
    };
  return class extends (parent as AnyClass) {
    constructor(...passed: unknown[]) {
      super(...passed);
      keep(this, passed);
    }
  };
}

export type { AnyClass };
