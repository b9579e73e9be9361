import type { RequestListener } from 'node:http';

export interface Listening {
  port: number;
  url: string;
  close(): void;
}
export function listen(answer: RequestListener, host?: string): Promise<Listening>;
export function freePort(): Promise<number>;
