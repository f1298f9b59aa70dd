import type { NodePlan, Plan, Slot } from './plan';
import type { Template } from './template';

/** The place of the object that a slot names; of the number in it only the rest counts. */
export function nodeAt({ nodes }: Plan, slot: Slot): number | undefined {
  return 'source' in slot || nodes.length === 0 ? undefined : slot.node % nodes.length;
}

/** The place of one of the plan's buffers, if it has any. */
export function bufferAt({ nodes }: Plan, which: number): number | undefined {
  const buffers = nodes.flatMap((node, at) => (node.template.isBuffer ? [at] : []));
  return buffers[which % buffers.length];
}

/** The place of the object that becomes the prototype of another. */
export function prototypeAt({ nodes }: Plan, { template, prototype }: NodePlan): number | undefined {
  if (typeof prototype !== 'number' || template.fixed || template.keepsPrototype) return undefined;
  const at = prototype % nodes.length;
  const target = nodes[at]?.template;
  return target === undefined || !canBePrototype(target) ? undefined : at;
}

/** Memory is no prototype: what arrives of a transferred buffer is made when the rest of the message is. */
function canBePrototype({ fixed, keepsPrototype, isBuffer, onBuffer }: Template): boolean {
  return !fixed && !keepsPrototype && !isBuffer && !onBuffer;
}

/** Not those that fail for another reason too: which is first is open. */
export function detachedBuffers(plan: Plan): ReadonlySet<number> {
  const hasOrdinaryKeys = (at: number): boolean =>
    plan.nodes[at]?.properties.every(({ key, accessor }) => !accessor && !key.startsWith('Symbol')) === true;
  return new Set(plan.detached.flatMap((which) => bufferAt(plan, which) ?? []).filter(hasOrdinaryKeys));
}

/** The places of all objects that the message and its transfer list lead to. */
export function reachable(plan: Plan): ReadonlySet<number> {
  const met = new Set<number>();
  const listed = plan.transfer !== undefined && !('source' in plan.transfer) ? plan.transfer : [];
  const open = [nodeAt(plan, plan.message)];
  for (const entry of listed) if (entry !== 'hole' && 'buffer' in entry) open.push(bufferAt(plan, entry.buffer));
  for (let at = open.pop(); open.length > 0 || at !== undefined; at = open.pop()) {
    const node = at === undefined || met.has(at) ? undefined : plan.nodes[at];
    if (at === undefined || node === undefined) continue;
    met.add(at);
    open.push(...neighbours(plan, node));
  }
  return met;
}

function neighbours(plan: Plan, node: NodePlan): readonly (number | undefined)[] {
  return [
    ...(node.template.holds ? node.parts.flatMap((part) => [nodeAt(plan, part.key), nodeAt(plan, part.value)]) : []),
    ...(node.template.fixed ? [] : node.properties.map(({ value }) => nodeAt(plan, value))),
    node.template.onBuffer ? bufferAt(plan, node.buffer) : undefined,
    prototypeAt(plan, node),
  ];
}
