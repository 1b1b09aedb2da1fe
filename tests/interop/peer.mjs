// Speaks for the npm package "age-encryption": reads one JSON request a line, answers one a line.
// {"do": "decrypt", "file": base64, "identity"?, "passphrase"?} -> {"plain": base64} or {"error"}
// {"do": "encrypt", "plain": base64, "recipients"?, "passphrase"?} -> {"file": base64}
// {"do": "recipient", "identity": text} -> {"recipient": text}
import { webcrypto } from "node:crypto";
import { createInterface } from "node:readline";

globalThis.crypto ??= webcrypto; // Node 18
const { Decrypter, Encrypter, identityToRecipient } = await import("age-encryption");

const bytes = (text) => new Uint8Array(Buffer.from(text, "base64"));
const base64 = (array) => Buffer.from(array).toString("base64");

const actions = {
  async decrypt(request) {
    const decrypter = new Decrypter();
    if (request.identity) decrypter.addIdentity(request.identity);
    if (request.passphrase) decrypter.addPassphrase(request.passphrase);
    return { plain: base64(await decrypter.decrypt(bytes(request.file))) };
  },
  async encrypt(request) {
    const encrypter = new Encrypter();
    encrypter.setScryptWorkFactor(8);
    for (const recipient of request.recipients ?? []) encrypter.addRecipient(recipient);
    if (request.passphrase) encrypter.setPassphrase(request.passphrase);
    return { file: base64(await encrypter.encrypt(bytes(request.plain))) };
  },
  async recipient(request) {
    return { recipient: await identityToRecipient(request.identity) };
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  let answer;
  try {
    answer = await actions[request.do](request);
  } catch (error) {
    answer = { error: String(error) };
  }
  process.stdout.write(JSON.stringify(answer) + "\n");
}
