/** Rules without a test of their own, and why. */
export const untestedRules: Readonly<Record<string, string>> = {
  'A-73': 'says what is never thrown: no test sees 10200005',
  'A-81': 'a wording of the documentation; the text of the runtime is in the table of titles, and not reached (L-111)',
  'L-2': 'flags inside the runtime; what they do is tested with L-30, L-44 and L-103',
  'L-6': 'a queue inside the runtime; its order is tested with L-26 and L-50',
  'L-7': 'a queue inside the runtime; its order is tested with L-65',
  'L-8': 'a queue inside the runtime; its order is tested with L-110',
  'L-102': 'advice of the documentation; what happens otherwise is tested with L-103',
  'L-130': 'says that there is no limit',
};
