import { isIndex } from '../reference/slots';
import type { ListEntry, NodePlan, Plan, PropertyPlan, Slot } from './plan';
import { bufferAt, detachedBuffers, nodeAt, prototypeAt, reachable } from './references';

/**
 * A function as source: given the other realms' `eval`, and `detach`, it makes the message, its transfer list, and a
 * list of the objects that are the message's own.
 */
export function codeOf(plan: Plan): string {
  const met = reachable(plan);
  const all = plan.nodes.map((node, at) => [node, at] as const).filter(([, at]) => met.has(at));
  const views = all.filter(([node]) => node.template.onBuffer);
  const others = all.filter(([node]) => !node.template.onBuffer);
  const body = [
    ...[...others, ...views].map(([node, at]) => `const n${at} = ${making(plan, node)};`),
    ...all.flatMap(([node, at]) => [...partsOf(plan, node, at), ...propertiesOf(plan, node, at)]),
    ...all.flatMap(([node, at]) => prototypeOf(plan, node, at)),
    ...all.flatMap(([node, at]) => closingOf(node, at)),
    ...[...detachedBuffers(plan)].filter((at) => met.has(at)).map((at) => `detach(n${at});`),
    `return { value: ${slot(plan, plan.message)}, transfer: ${listOf(plan)}, shareSendables: ${plan.shareSendables},`,
    `  own: [${all.flatMap(([node, at]) => (node.template.fixed ? [] : [`n${at}`])).join(', ')}] };`,
  ];
  return `({ there, receiver, outer }, detach) => {\n${body.map((line) => `  ${line}\n`).join('')}}`;
}

function making(plan: Plan, node: NodePlan): string {
  const { source, onBuffer } = node.template;
  if (onBuffer === undefined) return inRealm(node, source);
  const at = bufferAt(plan, node.buffer);
  const buffer = at === undefined ? 'fill(new ArrayBuffer(16))' : `n${at}`;
  if (node.realm === 'here') return source.replace('BUFFER', buffer);
  return `${inRealm(node, `(buffer) => ${source.replace('BUFFER', 'buffer')}`)}(${buffer})`;
}

function inRealm(node: NodePlan, source: string): string {
  return node.realm === 'here' ? source : `${node.realm}(${JSON.stringify(`(${source})`)})`;
}

function slot(plan: Plan, value: Slot): string {
  if ('source' in value) return value.source;
  const at = nodeAt(plan, value);
  return at === undefined ? 'undefined' : `n${at}`;
}

function partsOf(plan: Plan, node: NodePlan, at: number): readonly string[] {
  const parts = node.parts.map((part) => [slot(plan, part.key), slot(plan, part.value)] as const);
  switch (node.template.holds) {
    case 'elements':
      return [
        ...parts.flatMap(([, value], i) => (node.parts[i]?.hole ? [] : [`def(n${at}, ${i}, ${value});`])),
        ...(node.parts.at(-1)?.hole ? [`n${at}.length = ${parts.length};`] : []),
      ];
    case 'entries':
      return parts.map(([key, value]) => `put(n${at}, ${key}, ${value});`);
    case 'members':
      return parts.map(([, value]) => `add(n${at}, ${value});`);
    default:
      return [];
  }
}

function propertiesOf(plan: Plan, node: NodePlan, at: number): readonly string[] {
  if (node.template.fixed) return [];
  return node.properties.flatMap((property) => {
    const asked = withinReach(node, property);
    return asked === undefined ? [] : [definition(plan, asked, at)];
  });
}

/**
 * What the product gives up for speed isn't asked for: named properties of views, hidden ones of arrays, whether the
 * length of an array and its elements can be written, listed and deleted. Nor are there arrays of more than 500 elements
 * with names.
 */
function withinReach({ template }: NodePlan, property: PropertyPlan): PropertyPlan | undefined {
  if (property.key.startsWith('Symbol')) return property;
  if (template.onBuffer) return undefined;
  if (template.holds !== 'elements') return property;
  const key = String(JSON.parse(property.key));
  if (key === 'length' || isIndex(key)) return { ...property, attributes: 'wec' };
  return { ...property, attributes: `${property.attributes.replace('e', '')}e` };
}

function definition(plan: Plan, { key, value, attributes, accessor }: PropertyPlan, at: number): string {
  if (accessor) return `access(n${at}, ${key}, ${attributes.includes('e')});`;
  const rest = attributes === 'wec' ? '' : `, '${attributes}'`;
  return `def(n${at}, ${key}, ${slot(plan, value)}${rest});`;
}

function prototypeOf(plan: Plan, node: NodePlan, at: number): readonly string[] {
  if (node.template.fixed || node.template.keepsPrototype) return [];
  if (node.prototype === 'null') return [`Reflect.setPrototypeOf(n${at}, null);`];
  const which = prototypeAt(plan, node);
  return which === undefined ? [] : [`Reflect.setPrototypeOf(n${at}, n${which});`];
}

function closingOf(node: NodePlan, at: number): readonly string[] {
  return node.closing === 'open' || node.template.fixed ? [] : [`close(n${at}, '${node.closing}');`];
}

function listOf({ transfer, ...plan }: Plan): string {
  if (transfer === undefined) return 'undefined';
  if ('source' in transfer) return transfer.source;
  return `[${transfer.map((entry) => `${entryOf({ ...plan, transfer }, entry)},`).join(' ')}]`;
}

function entryOf(plan: Plan, entry: ListEntry): string {
  if (entry === 'hole') return '';
  if ('source' in entry) return entry.source;
  const at = bufferAt(plan, entry.buffer);
  return at === undefined ? 'new ArrayBuffer(8)' : `n${at}`;
}
