import { types } from 'node:util';
import type { PrintTarget } from './protocol';

/** A value that was found, or why there is none. */
export type Found = { readonly value: unknown } | { readonly missing: string };

/**
 * Follows a path through own properties. Nothing of the user's runs: getters are not called, and proxies are not asked.
 *
 * @param name of the root, for what is said when there is nothing.
 */
export function follow(root: unknown, path: PrintTarget['path'], name: string): Found {
  let value = root;
  let reached = name;
  for (const key of path) {
    const step = propertyOf(value, key, reached);
    if ('missing' in step) return step;
    value = step.value;
    reached += typeof key === 'number' ? `[${key}]` : `.${key}`;
  }
  return { value };
}

function propertyOf(value: unknown, key: string | number, reached: string): Found {
  if (typeof value === 'string') return propertyOf(Object(value), key, reached);
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) {
    return { missing: `${reached} is ${value === null ? 'null' : typeof value}, and has no properties` };
  }
  if (types.isProxy(value)) return { missing: `${reached} is a proxy, which would run code if it were looked into` };
  const property = Object.getOwnPropertyDescriptor(value, key);
  if (property === undefined) return { missing: `${reached} has no property ${JSON.stringify(key)}` };
  if (!('value' in property)) return { missing: `${reached}.${key} is a getter, which would run code if it were read` };
  return { value: property.value };
}
