/** A real mail server for a test, in a process that can be stopped and started again at the same place. */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import PostalMime, { type Email } from 'postal-mime';

const PROGRAM = fileURLToPath(new URL('./post-office-process.mjs', import.meta.url));

type Message = { port?: number; mood?: string; mail?: { raw: string; to: string[] } };
export type Post = Email & { readonly raw: string; readonly rcpt: readonly string[] };

export class PostOffice {
  readonly mails: { raw: string; to: string[] }[] = [];
  private child: ChildProcess | null = null;
  port = 0;

  /** Opens, at the same place as before if it was open before. */
  async opens(): Promise<void> {
    this.child = fork(PROGRAM, [String(this.port)], { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    this.child.on('message', ({ mail }: Message) => {
      if (mail) this.mails.push(mail);
    });
    this.port = (await this.hears(({ port }) => port !== undefined)).port ?? 0;
  }

  /** 'takes', 'refuses' the recipient for good, is 'busy', or 'holds' a mail without ever saying that it has it. */
  async is(mood: 'takes' | 'refuses' | 'busy' | 'holds'): Promise<void> {
    const heard = this.hears((message) => message.mood === mood);
    this.child?.send(mood);
    await heard;
  }

  async closes(): Promise<void> {
    const { child } = this;
    this.child = null;
    if (!child || child.exitCode !== null) return;
    const gone = new Promise((resolve) => child.on('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }

  /** Everything taken so far, read by a parser that is not ours. */
  async post(): Promise<Post[]> {
    return Promise.all(this.mails.map(async ({ raw, to }) => ({ ...(await PostalMime.parse(raw)), raw, rcpt: to })));
  }

  private hears(wanted: (message: Message) => boolean): Promise<Message> {
    const { child } = this;
    return new Promise((resolve, reject) => {
      const ended = () => reject(new Error('the mail server ended'));
      const listen = (message: Message) => {
        if (!wanted(message)) return;
        child?.off('message', listen).off('exit', ended);
        resolve(message);
      };
      child?.on('message', listen).on('exit', ended);
    });
  }
}
