self.onmessage = ({ data: { id, op, args } }) => {
  self.postMessage({ id, op, args: [args.reduce((sum, addend) => sum + addend, 0)] });
};
