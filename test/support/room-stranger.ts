// Somebody at the rendezvous who is no peer: publishes whatever it is told to, sealed as y-webrtc
// seals it where it has the password.

import { seal } from '../../src/mesh/seal.ts';

const deriveKey = async (password: string, room: string): Promise<CryptoKey> => {
  const text = new TextEncoder();
  const material = await crypto.subtle.importKey('raw', text.encode(password), 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', salt: text.encode(room), iterations: 100_000, hash: 'SHA-256' };
  return crypto.subtle.deriveKey(how, material, { name: 'AES-GCM', length: 256 }, true, ['encrypt']);
};

export class RoomStranger {
  readonly #socket: WebSocket;
  readonly #room: string;
  readonly #key: CryptoKey | null;

  private constructor(socket: WebSocket, room: string, key: CryptoKey | null) {
    this.#socket = socket;
    this.#room = room;
    this.#key = key;
  }

  static async open(url: string, room: string, password: string | null): Promise<RoomStranger> {
    const socket = new WebSocket(url);
    await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }));
    return new RoomStranger(socket, room, password === null ? null : await deriveKey(password, room));
  }

  publish(data: unknown): void {
    this.#socket.send(JSON.stringify({ type: 'publish', topic: this.#room, data }));
  }

  /** As one who has the password; nothing where it has none. */
  async publishSealed(data: Parameters<typeof seal>[0]): Promise<void> {
    if (this.#key !== null) this.publish(await seal(data, this.#key));
  }

  announce(from: string): Promise<void> {
    return this.publishSealed({ type: 'announce', from });
  }

  close(): void {
    this.#socket.close();
  }
}
