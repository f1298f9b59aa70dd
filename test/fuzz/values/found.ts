/** Messages that once arrived otherwise than they should, as fuzzing reported them. */
export const FOUND: Readonly<Record<string, string>> = {
  'a sendable buffer in the transfer list [S-57]': `() => {
    const n0 = mark(fill(new ArrayBuffer(8)));
    return { value: n0, transfer: [n0], shareSendables: false, own: [n0] };
  }`,
  'a builtin object without a prototype, with a property [S-5]': `() => {
    const n0 = new Number(-0);
    def(n0, "a", 1);
    Reflect.setPrototypeOf(n0, null);
    return { value: n0, transfer: undefined, shareSendables: false, own: [n0] };
  }`,
  'a view on a sendable buffer that is shared [S-53]': `() => {
    const n2 = mark(fill(new ArrayBuffer(8)));
    const n0 = view(Float32Array, n2, 8, 1);
    return { value: n0, transfer: undefined, shareSendables: true, own: [n0, n2] };
  }`,
  'an empty array that is not extensible [S-14]': `() => {
    const n0 = [];
    close(n0, 'preventExtensions');
    return { value: n0, transfer: [], shareSendables: true, own: [n0] };
  }`,
  'a view on resizable memory that is not extensible [S-14]': `() => {
    const n1 = fill(new ArrayBuffer(8, { maxByteLength: 32 }));
    const n0 = view(Uint16Array, n1, 8, 1);
    close(n0, 'preventExtensions');
    return { value: n0, transfer: [], shareSendables: false, own: [n0, n1] };
  }`,
  'a view on a detached sendable buffer that would be shared [S-25]': `(realms, detach) => {
    const n1 = mark(fill(new ArrayBuffer(8)));
    const n0 = view(Uint32Array, n1, 0, undefined);
    detach(n1);
    return { value: n0, transfer: undefined, shareSendables: true, own: [n0, n1] };
  }`,
};
