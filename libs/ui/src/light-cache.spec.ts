import { written } from './documents.ts';
import { LightCache } from './light-cache.ts';

Object.assign(globalThis, { window: globalThis });
const { RequestError } = await import('./request.ts');

const WEEK = written('query Week { week }') as never;
const STORY = written('query Story { story }') as never;

describe('answers kept in a small app', () => {
  function cacheOf(answers: (() => unknown)[]) {
    const asked: string[] = [];
    const clock = { now: 0 };
    const cache = new LightCache((document) => {
      asked.push((document as unknown as { text: string }).text);
      return Promise.resolve().then(() => (answers.length > 1 ? answers.shift() : answers[0])?.() as never);
    }, () => Promise.resolve(), () => clock.now);
    return { cache, asked, clock };
  }
  const offline = () => {
    throw new RequestError('OFFLINE', 'No connection.');
  };

  it('are asked for once while they are fresh, and again when they are old or something was said', async () => {
    const { cache, asked, clock } = cacheOf([() => 'a']);
    const week = cache.entry(WEEK, { on: 1 } as never);
    await cache.refresh(week);
    await cache.refresh(cache.entry(WEEK, { on: 1 } as never));
    expect([asked.length, week.state.data]).toEqual([1, 'a']);
    expect(cache.entry(WEEK, { on: 2 } as never)).not.toBe(week);
    clock.now = 16_000;
    await cache.refresh(week);
    expect(asked.length).toBe(2);
    // Nobody looks at it: it is asked again when somebody does.
    await cache.askAgain();
    expect(asked.length).toBe(2);
    week.listeners.add(() => undefined);
    await cache.askAgain(['Story']);
    expect(asked.length).toBe(2);
    await cache.askAgain(['Week']);
    expect(asked.length).toBe(3);
    await cache.lookAgain();
    expect(asked.length).toBe(3);
  });

  it('stay on the screen when asking again fails, are tried again without a connection, and go with a no', async () => {
    const fails = (code: string) => () => {
      throw new RequestError(code, 'No.');
    };
    const { cache, asked } = cacheOf([() => 'a', offline, offline, () => 'b', fails('BROKEN'), fails('FORBIDDEN')]);
    const story = cache.entry(STORY);
    await cache.refresh(story);
    await cache.refresh(story, true);
    expect([asked.length, story.state]).toEqual([4, { data: 'b', error: null, isFetching: false }]);
    await cache.refresh(story, true);
    expect([asked.length, story.state.data, story.state.error?.message]).toEqual([5, 'b', 'No.']);
    await cache.refresh(story, true);
    expect([asked.length, story.state.data, story.state.error?.message]).toEqual([6, undefined, 'No.']);
  });

  it('are forgotten when something has changed elsewhere, but for those on the screen, which are asked again', async () => {
    const { cache, asked } = cacheOf([() => 'a']);
    const [week, story] = [cache.entry(WEEK), cache.entry(STORY)];
    await Promise.all([cache.refresh(week), cache.refresh(story)]);
    week.listeners.add(() => undefined);
    const asking = cache.askAfresh();
    expect(cache.isAsking).toBe(true);
    await asking;
    expect([asked.length, cache.isAsking, cache.entry(WEEK) === week, cache.entry(STORY).state.data]).toEqual([3, false, true, undefined]);
  });

  it('come from whoever was asked last, whichever answers last', async () => {
    const late: ((value: unknown) => void)[] = [];
    const cache = new LightCache(() => new Promise((resolve) => late.push(resolve as never)), () => Promise.resolve(), () => 0);
    const week = cache.entry(WEEK);
    const [first, second] = [cache.refresh(week, true), cache.refresh(week, true)];
    late[1]?.('new');
    late[0]?.('old');
    await Promise.all([first, second]);
    expect(week.state).toEqual({ data: 'new', error: null, isFetching: false });
  });
});
