import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt);
// OWASP's password storage advice for scrypt: N = 2^16, r = 8, p = 2.
const COST = { N: 2 ** 16, r: 8, p: 2, maxmem: 160 * 1024 * 1024 };

/** What is kept of a secret that is long and random: a cookie's, or an invitation's. */
export function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** A password as it is kept: salt and scrypt hash, never the words. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  return `scrypt$${salt.toString('base64')}$${(await derive(password, salt, 32, COST)).toString('base64')}`;
}

export async function isPassword(password: string, kept: string): Promise<boolean> {
  const [, salt = '', hash = ''] = kept.split('$');
  const wanted = Buffer.from(hash, 'base64');
  const found = await derive(password, Buffer.from(salt, 'base64'), 32, COST);
  return wanted.length === found.length && timingSafeEqual(wanted, found);
}
