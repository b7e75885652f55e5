import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Encrypts what may not stand in a database as it is. */
export interface Seal {
  /** The text, encrypted with the newest key; it opens for the same owner only. */
  close(text: string, owner: string): string;
  /** The text of something that was closed for an owner, with any of the keys; throws a SealError otherwise. */
  open(sealed: string, owner: string): string;
}

/** What was sealed was not sealed with these keys, or not for this owner. */
class SealError extends Error {
  override readonly name = 'SealError';
}

const algorithm = 'aes-256-gcm';
const ivLength = 12;
const tagLength = 16;

/** A seal with keys of 32 bytes, the newest first: AES-256-GCM, the owner authenticated with the text. */
export function createSeal(keys: readonly [Buffer, ...Buffer[]]): Seal {
  return {
    close(text, owner) {
      const iv = randomBytes(ivLength);
      const cipher = createCipheriv(algorithm, keys[0], iv).setAAD(Buffer.from(owner));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
    },
    open(sealed, owner) {
      const bytes = Buffer.from(sealed, 'base64url');
      for (const key of keys) {
        try {
          return openWith(key, bytes, owner);
        } catch {
          // Perhaps an older key.
        }
      }
      throw new SealError(`The tokens of ${owner} were not encrypted with TOKEN_KEY`);
    },
  };
}

function openWith(key: Buffer, bytes: Buffer, owner: string): string {
  const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, ivLength), {
    authTagLength: tagLength,
  });
  decipher.setAAD(Buffer.from(owner));
  decipher.setAuthTag(bytes.subarray(ivLength, ivLength + tagLength));
  const body = decipher.update(bytes.subarray(ivLength + tagLength));
  return Buffer.concat([body, decipher.final()]).toString('utf8');
}
