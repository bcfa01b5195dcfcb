/** Unguessable texts, and comparing them without telling how much of a guess was right. */
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** 256 random bits, in the letters that addresses and headers allow. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** Whether a guess is the secret, in a time that does not depend on the guess. */
export function isSecret(guess: string, secret: string): boolean {
  return timingSafeEqual(digest(guess), digest(secret));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
