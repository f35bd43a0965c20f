/** The board's worker, from the board's side: started when it is first needed, told of the week when that has changed. */
import type { About, Option, WhyAnswer, WorkerAnswer, WorkerAsk, WorkerWeek } from './board-answers.ts';

export class Thinker {
  private worker: Worker | null = null;
  private told: WorkerWeek | null = null;
  private token = 0;
  private onFits: ((key: string, fits: boolean) => void) | null = null;
  private readonly whys = new Map<string, (why: WhyAnswer) => void>();

  /** Tells, one by one, whether each of the options may take the place of the session at `at`. */
  where(week: WorkerWeek, at: number, options: readonly Option[], onFits: (key: string, fits: boolean) => void): void {
    this.know(week);
    this.token += 1;
    this.onFits = onFits;
    this.ask({ kind: 'where', token: this.token, at, options });
  }

  rest(): void {
    this.onFits = null;
    if (this.worker) this.ask({ kind: 'rest' });
  }

  why(week: WorkerWeek, about: About): Promise<WhyAnswer> {
    this.know(week);
    return new Promise((resolve) => {
      this.whys.set(about.id, resolve);
      this.ask({ kind: 'why', about });
    });
  }

  end(): void {
    this.worker?.terminate();
    this.worker = null;
    this.told = null;
  }

  private know({ problem, called, sessions }: WorkerWeek): void {
    if (this.told?.problem === problem && this.told.sessions === sessions) return;
    this.told = { problem, called, sessions };
    this.ask({ kind: 'week', week: this.told });
  }

  private ask(ask: WorkerAsk): void {
    if (!this.worker) {
      this.worker = new Worker(new URL('./board-worker.ts', import.meta.url), { type: 'module' });
      this.worker.addEventListener('message', (event: MessageEvent<WorkerAnswer>) => this.hear(event.data));
    }
    this.worker.postMessage(ask);
  }

  private hear(answer: WorkerAnswer): void {
    if (answer.kind === 'why') {
      this.whys.get(answer.about.id)?.(answer.why);
      this.whys.delete(answer.about.id);
    } else if (answer.token === this.token) {
      for (const [key, fits] of answer.fits) this.onFits?.(key, fits);
    }
  }
}
