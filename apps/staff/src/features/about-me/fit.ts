/** What fits on the page: whole lines, the most pressing first; never a line cut through. */

/** Shows as many of the lines (`data-rank`) inside `room` as fit, 0 first; parts left without a line go too. Says how many. */
export function keepThatFit(room: HTMLElement): number {
  const lines = [...room.querySelectorAll<HTMLElement>('[data-rank]')].toSorted((a, b) => Number(a.dataset['rank']) - Number(b.dataset['rank']));
  const parts = [...room.querySelectorAll<HTMLElement>('[data-part]')];
  const show = (many: number) => {
    lines.forEach((line, n) => { line.hidden = n >= many; });
    for (const part of parts) part.hidden = part.querySelector('[data-rank]:not([hidden])') === null;
  };
  let [fitting, tooMany] = [0, lines.length + 1];
  // Fewer lines are never taller: the most that fit are found by halving.
  while (tooMany - fitting > 1) {
    const many = Math.floor((fitting + tooMany) / 2);
    show(many);
    if (room.scrollHeight <= room.clientHeight + 1 && room.scrollWidth <= room.clientWidth + 1) fitting = many;
    else tooMany = many;
  }
  show(fitting);
  return fitting;
}
