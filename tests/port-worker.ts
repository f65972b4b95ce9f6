import { type Endpoint, expose } from 'comlink';

/** What a page takes for a worker and talks to as to one, though what it offers runs in this thread. */
export class PortWorker {
  private readonly channel = new MessageChannel();
  onerror?: () => void;
  constructor() {
    this.channel.port2.start();
  }
  /** Answers by what a worker's module offers. */
  protected offer(offered: object): void {
    expose(offered, this.channel.port1 as unknown as Endpoint, undefined);
    this.channel.port1.start();
  }
  postMessage(message: unknown, transfer: Transferable[]) {
    this.channel.port2.postMessage(message, transfer);
  }
  addEventListener(...args: Parameters<MessagePort['addEventListener']>) {
    this.channel.port2.addEventListener(...args);
  }
  removeEventListener(...args: Parameters<MessagePort['removeEventListener']>) {
    this.channel.port2.removeEventListener(...args);
  }
  terminate() {
    this.channel.port1.close();
    this.channel.port2.close();
  }
}
