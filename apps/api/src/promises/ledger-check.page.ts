/** The check page as plain HTML: it opens on any phone, with scripts off, in large letters, on paper. */
import type { Asked, Found, Unclear } from '@promenade/domain/promises/ledger-places';

const ANSWERS: Readonly<Record<Found, { readonly mark: string; readonly title: string; readonly words: string }>> = {
  contained: {
    mark: 'good', title: 'Yes. It is still there.',
    words: 'Today’s history of promises contains the place you were sent, and everything before it holds together. Nothing that was said up to then has been changed or taken out. Where words had to be erased by law, the history itself says so.',
  },
  'not contained': {
    mark: 'bad', title: 'No. It is not there.',
    words: 'Today’s history of promises does not contain the place you were sent, or what comes before it no longer holds together. First compare what you typed with your message, letter by letter. If it is the same, keep the message, and ask the manager of the home what happened. You may also tell the Care Quality Commission, or who inspects care where you live.',
  },
  'not known': {
    mark: 'plain', title: 'This home is not known here.',
    words: 'There is no home of this name or number at this address, or more than one has the name. Use the number of the home as it stands in your message.',
  },
};

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export function checkPage(asked: Asked | Unclear | null, found: Found | null): string {
  const typed = asked === null ? { home: '', seq: '', hash: '' } : 'wrong' in asked ? { home: asked.home, ...asked.typed } : { home: asked.home, seq: String(asked.seq), hash: asked.hash };
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${found ? `${ANSWERS[found].title} ` : ''}Check an old message – Promenade</title>
<style>${STYLE}</style>
</head>
<body>
<header><p>Promenade</p></header>
<main>
<h1>Is it still as it was?</h1>
<p class="lead">Messages from the home carry a place in its history of promises: a number and a check. Anyone who has kept one can see here whether today’s history still contains it.</p>
${answer(asked, found)}
<form action="/check" method="get">
${field('home', 'The home', typed.home, 'Its name, or its number from the message.', 'autocomplete="organization"')}
${field('seq', 'The place', typed.seq, 'A number.', 'inputmode="numeric" autocomplete="off"')}
${field('hash', 'The check', typed.hash, '64 letters and digits, or the 16 that stand on paper. Spaces do not matter.', 'autocomplete="off" autocapitalize="none" spellcheck="false" class="mono"')}
<button>Check it</button>
</form>
<h2>What this can tell</h2>
<p>Every entry carries a check of the one before it, so nothing can be changed without changing every check after it. The one you hold was sent to you before. If it is still there, nothing before it was rewritten.</p>
<p>This page shows nothing else: not what was promised, nor to whom.</p>
</main>
</body>
</html>
`;
}

function answer(asked: Asked | Unclear | null, found: Found | null): string {
  if (asked !== null && 'wrong' in asked) {
    return `<section class="answer plain" role="alert"><h2>Something is missing</h2><ul>${asked.wrong.map((each) => `<li>${escaped(each)}</li>`).join('')}</ul></section>`;
  }
  if (found === null) return '';
  const { mark, title, words } = ANSWERS[found];
  return `<section class="answer ${mark}" role="status"><h2>${title}</h2><p>${words}</p></section>`;
}

function field(name: string, label: string, value: string, hint: string, more: string): string {
  return `<p class="field"><label for="${name}">${label}</label><span id="${name}-hint">${hint}</span><input id="${name}" name="${name}" value="${escaped(value)}" aria-describedby="${name}-hint" required ${more}></p>`;
}

const STYLE = `
:root{color-scheme:light;--paper:#faf5ea;--card:#fffdf8;--ink:#2a2119;--soft:#52463b;--line:#7a6a56;--brand:#1f4f3c;--good:#17492d;--bad:#7d2114}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.125rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:anywhere}
header{background:var(--brand);color:#fff;padding:.75rem 1rem;font-weight:600}
header p{max-width:38rem;margin:0 auto}
main{max-width:38rem;margin:0 auto;padding:1.5rem 1rem 4rem}
h1{font:600 1.875rem/1.25 Georgia,"Times New Roman",serif;margin:.5rem 0}
h2{font-size:1.25rem;line-height:1.3;margin:0 0 .5rem}
form+h2{margin-top:2.5rem}
.lead{color:var(--soft)}
.answer{background:var(--card);border:1px solid var(--line);border-left:.5rem solid var(--line);border-radius:.5rem;padding:1rem 1.25rem;margin:1.5rem 0}
.answer p,.answer ul{margin:0}
.answer ul{padding-left:1.25rem}
.answer.good{border-color:var(--good)}.answer.good h2{color:var(--good)}
.answer.bad{border-color:var(--bad)}.answer.bad h2{color:var(--bad)}
form{background:var(--card);border:1px solid #dfd3bd;border-radius:.5rem;padding:1.25rem}
.field{margin:0 0 1.25rem}
label{display:block;font-weight:600}
.field span{display:block;color:var(--soft);font-size:1rem}
input{width:100%;min-height:3rem;margin-top:.25rem;padding:.5rem .75rem;font:inherit;color:inherit;background:#fff;border:2px solid var(--line);border-radius:.375rem}
.mono{font-family:ui-monospace,Consolas,monospace}
button{min-height:3rem;padding:.5rem 1.5rem;font:inherit;font-weight:600;color:#fff;background:var(--brand);border:0;border-radius:.375rem;cursor:pointer}
input:focus-visible,button:focus-visible{outline:3px solid #12305e;outline-offset:2px}
@media print{header{background:none;color:inherit}button{display:none}}
`;
