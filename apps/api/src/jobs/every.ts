/** Work that a server does by itself, at once and then again and again, and that is waited for when it stops. */
import { Logger } from '@nestjs/common';

export class Every {
  private timer: NodeJS.Timeout | undefined;
  private last: Promise<unknown> = Promise.resolve();

  /** `name` is what the log calls it; what goes wrong stands there, and it is tried again next time. */
  constructor(
    private readonly name: string,
    private readonly ms: number,
    private readonly work: () => Promise<void>,
  ) {}

  begin(): void {
    const look = () => {
      this.last = this.work().catch((error: unknown) => new Logger(this.name).error(error instanceof Error ? (error.stack ?? error.message) : String(error)));
    };
    look();
    this.timer = setInterval(look, this.ms).unref();
  }

  async end(): Promise<void> {
    clearInterval(this.timer);
    await this.last;
  }
}
