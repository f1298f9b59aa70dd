import { expect, it } from '@jest/globals';
import { Admission } from '../../src/debug/admission';

const admission = new Admission('secret', 4711);

function admits(url: string, headers: Record<string, string> = {}): boolean {
  return admission.admits({ url, headers: { host: '127.0.0.1:4711', ...headers } });
}

it('admits who has the token and comes from the own page, or from none', () => {
  expect(admits('/?token=secret')).toBe(true);
  expect(admits('/socket?token=secret', { host: 'LOCALHOST:4711', origin: 'http://localhost:4711' })).toBe(true);
});

it.each([
  ['no token', '/', {}],
  ['a wrong token', '/?token=secreT', {}],
  ['a part of the token', '/?token=secre', {}],
  ['a foreign origin', '/?token=secret', { origin: 'http://127.0.0.1:4712' }],
  ['an origin that begins as the own', '/?token=secret', { origin: 'http://127.0.0.1:4711.example' }],
  ['a sandboxed page', '/?token=secret', { origin: 'null' }],
  ['another host', '/?token=secret', { host: 'rebound.example:4711' }],
  ['another port', '/?token=secret', { host: '127.0.0.1:80' }],
])('sends away %s', (_, url, headers) => {
  expect(admits(url, headers as Record<string, string>)).toBe(false);
});
