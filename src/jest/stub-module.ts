import { moduleNotProvided, type PlatformImporter } from './missing-module';

/**
 * What stands in for a module of the platform, or for the members of it that are not `provided`: they can be imported, and
 * classes be extended; every use throws `FOW_MODULE_NOT_PROVIDED`.
 */
export function createStubModule(importer: PlatformImporter, provided: object = {}): object {
  const members = new Map<PropertyKey, unknown>();
  return new Proxy(Object.create(provided, { __esModule: { value: true } }), {
    get(target, name, receiver) {
      if (typeof name !== 'string' || name in target || askedByTools.includes(name)) {
        return Reflect.get(target, name, receiver);
      }
      if (!members.has(name)) members.set(name, createStub(name, importer));
      return members.get(name);
    },
  });
}

/** Module systems and test tools look for these, and take "no" for an answer. */
const askedByTools = [
  'constructor',
  'then',
  'toJSON',
  'asymmetricMatch',
  'nodeType',
  'tagName',
  '$$typeof',
  '@@__IMMUTABLE_ITERABLE__@@',
];

function createStub(member: string, importer: PlatformImporter): unknown {
  const refuse = (used: string): never => {
    throw moduleNotProvided(importer, used);
  };
  return new Proxy(function stub() {}, {
    get(target, name, receiver) {
      // What `class … extends` asks for.
      if (name === 'prototype' || typeof name !== 'string' || askedByTools.includes(name)) {
        return Reflect.get(target, name, receiver);
      }
      return refuse(`${member}.${name}`);
    },
    set: (_, name) => refuse(`${member}.${String(name)}`),
    apply: () => refuse(`${member}()`),
    construct: () => refuse(`new ${member}()`),
  });
}
