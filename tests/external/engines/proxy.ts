/**
 * A connection that breaks when told to, in front of an engine. It passes bytes on both ways; in between it can
 * keep the first POST from the engine, or the engine's answer to it from the reader.
 */
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';

/** What becomes of POSTs: nothing out of the way, the request is kept back, or the answer. */
export type Mischief = 'none' | 'keep request' | 'keep answer';

export class Proxy {
  mischief: Mischief = 'none';
  /** POSTs that came in. */
  posts = 0;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #kept?: () => void;

  private constructor(private readonly port: number) {
    this.#server = createServer((reader) => this.#serve(reader));
  }

  static async before(url: string): Promise<Proxy> {
    const proxy = new Proxy(Number(new URL(url).port));
    proxy.#server.listen(0, '127.0.0.1');
    await new Promise((resolve) => proxy.#server.once('listening', resolve));
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Resolves when the next POST, or the answer to it, is here and goes no further. */
  kept(): Promise<void> {
    return new Promise((resolve) => (this.#kept = resolve));
  }

  /** Ends all connections, as when a cable is pulled. */
  cut(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  close(): void {
    this.cut();
    this.#server.close();
  }

  #keep(): void {
    this.#kept?.();
    this.#kept = undefined;
  }

  #serve(reader: Socket): void {
    const engine = connect(this.port, '127.0.0.1');
    let isPost = false;
    for (const [socket, other] of [
      [reader, engine],
      [engine, reader],
    ] as const) {
      this.#sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        this.#sockets.delete(socket);
        other.destroy();
      });
    }
    reader.on('data', (data: Buffer) => {
      // Each request of a reader begins a packet; what follows is its body.
      const method = /^[A-Z]+(?= \/)/.exec(data.toString('latin1', 0, 10))?.[0];
      if (method) isPost = method === 'POST';
      if (method === 'POST') this.posts++;
      if (isPost && this.mischief === 'keep request') this.#keep();
      else engine.write(data);
    });
    engine.on('data', (data: Buffer) => {
      if (isPost && this.mischief === 'keep answer') this.#keep();
      else reader.write(data);
    });
  }
}
