import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Who may speak to a server on the loopback interface. */
export class Admission {
  constructor(
    private readonly token: string,
    private readonly port: number,
  ) {}

  /**
   * Whether a request carries the token and comes from the server's own page, or from no page at all. A foreign page
   * tells its own `Origin`; one whose name was made to lead here tells another `Host`.
   */
  admits({ headers, url = '' }: Pick<IncomingMessage, 'headers' | 'url'>): boolean {
    const { host = '', origin } = headers;
    if (!this.#hosts.includes(host.toLowerCase())) return false;
    if (origin !== undefined && !this.#hosts.some((own) => origin.toLowerCase() === `http://${own}`)) return false;
    return this.#isToken(parametersOf(url).get('token') ?? '');
  }

  get #hosts(): readonly string[] {
    return ['127.0.0.1', 'localhost'].map((name) => `${name}:${this.port}`);
  }

  /** Takes as long for every wrong one. */
  #isToken(given: string): boolean {
    return timingSafeEqual(digestOf(given), digestOf(this.token));
  }
}

export function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? '';
}

export function parametersOf(url: string): URLSearchParams {
  const at = url.indexOf('?');
  return new URLSearchParams(at < 0 ? '' : url.slice(at + 1));
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
