/** The one thing of time that is replaced in tests: what the clock says. */
export class Clock {
  now(): Date {
    return new Date();
  }
}
