/** A digest as a letter: plain text that reads well by itself, and simple HTML of the same words. */
import type { Digest } from './digest.ts';

/** The end of the home's ledger: whoever keeps it can check later that today's history still contains it. */
export type SentHead = { readonly seq: number; readonly hash: string };

/** What stands around a digest. An address is null where there is none: on paper, or in a preview. */
export type Letter = {
  readonly home: string;
  readonly person: string;
  readonly supporter: string;
  readonly digest: Digest;
  readonly head: SentHead | null;
  readonly appUrl: string | null;
  readonly checkUrl: string | null;
  readonly stopUrl: string | null;
};

const WIDTH = 72;

/** The hash as people compare it by eye: its first sixteen digits, four by four. */
export function shortHash(hash: string): string {
  return (hash.slice(0, 16).match(/.{1,4}/g) ?? []).join(' ');
}

/** Lines of at most `width` characters; one word that is longer, such as a link, has a line of its own. */
export function wrapped(text: string, first = '', others = first, width = WIDTH): string {
  const lines: string[] = [];
  let current = first;
  let isEmpty = true;
  for (const word of text.split(' ')) {
    if (!isEmpty && `${current} ${word}`.length > width) {
      lines.push(current);
      current = others + word;
    } else current = isEmpty ? current + word : `${current} ${word}`;
    isEmpty = false;
  }
  return [...lines, current].join('\n');
}

/** What a head is for, in a sentence. */
export function sayHead({ seq, hash }: SentHead, home: string): string {
  return `On this day the history of promises at ${home} stood at place ${seq}, with the check ${shortHash(hash)}. Whoever has kept these can see later that nothing before was altered.`;
}

const because = ({ person, home }: Letter) => `You get this because you asked ${home} for a weekly e-mail about ${person}. It holds only what is shared with you today.`;

/** As it is sent; on a screen, which wraps by itself, `width` is as wide as can be. */
export function asText(letter: Letter, width = WIDTH): string {
  const wrap = (text: string, first = '', others = first) => wrapped(text, first, others, width);
  const { digest, head, appUrl, checkUrl, stopUrl, supporter, home } = letter;
  const part = ({ title, lines }: Digest['parts'][number]) => [
    title.toUpperCase(),
    ...lines.map(({ what, more }) => [wrap(what, '- ', '  '), ...more.map((each) => wrap(each, '  '))].join('\n')),
  ].join('\n');
  return [
    `Dear ${supporter},`,
    wrap(digest.headline), ...(digest.lead ? [wrap(digest.lead)] : []),
    ...digest.parts.map(part),
    ...digest.notShared.map((each) => wrap(each)),
    ...(head ? [[wrap(`Keep this e-mail. ${sayHead(head, home)}`), ...(checkUrl ? [checkUrl] : [])].join('\n')] : []),
    ...(appUrl ? [`See it all, and say your word:\n${appUrl}`] : []),
    ['--', wrap(because(letter)), ...(stopUrl ? [`Stop these e-mails:\n${stopUrl}`] : [])].join('\n'),
  ].join('\n\n').concat('\n');
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string) => text.replaceAll(/[&<>"']/g, (each) => ESCAPES[each] ?? each);
const link = (url: string, words: string) => `<p><a href="${escaped(url)}" style="color:#0b5a52">${escaped(words)}</a></p>`;

export function asHtml(letter: Letter): string {
  const { digest, head, appUrl, checkUrl, stopUrl, supporter, home } = letter;
  const part = ({ title, lines }: Digest['parts'][number]) =>
    `<h2 style="font-size:20px;margin:28px 0 8px">${escaped(title)}</h2><ul style="padding-left:20px;margin:0">${lines.map(({ what, more }) => `<li style="margin:0 0 12px"><strong>${escaped(what)}</strong>${more.map((each) => `<br>${escaped(each)}`).join('')}</li>`).join('')}</ul>`;
  return [
    `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(digest.subject)}</title></head>`,
    '<body style="margin:0;background:#fbf8f1;color:#1f2b2a"><div style="max-width:560px;margin:0 auto;padding:24px;font:18px/1.5 Georgia,serif">',
    `<p>Dear ${escaped(supporter)},</p><h1 style="font-size:26px;line-height:1.25;margin:16px 0">${escaped(digest.headline)}</h1>`,
    digest.lead ? `<p>${escaped(digest.lead)}</p>` : '',
    ...digest.parts.map(part),
    ...digest.notShared.map((each) => `<p>${escaped(each)}</p>`),
    appUrl ? link(appUrl, 'See it all, and say your word') : '',
    head ? `<p style="margin-top:28px">${escaped(`Keep this e-mail. ${sayHead(head, home)}`)}</p>` : '',
    checkUrl ? link(checkUrl, 'Check it now') : '',
    `<hr style="border:0;border-top:1px solid #cfc8b8;margin:28px 0"><p>${escaped(because(letter))}</p>`,
    stopUrl ? link(stopUrl, 'Stop these e-mails') : '',
    '</div></body></html>',
  ].join('\n');
}
