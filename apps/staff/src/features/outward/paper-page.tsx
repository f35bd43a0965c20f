import type { ResultOf } from 'gql.tada';
import { ArrowLeft, Printer } from 'lucide-react';
import { useSearchParams } from 'wouter';
import { Asked } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { EmptyState } from '@promenade/ui/empty-state';
import { Select } from '@promenade/ui/field';
import { Stack } from '@promenade/ui/layout';
import { RefusedNotice } from '@promenade/ui/notice';
import { Page } from '@promenade/ui/page';
import { useAsk } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { familyPaperDocument, paperReadersDocument } from './outward.graphql.ts';
import styles from './outward.module.css';
import { words } from './words.ts';

type Reader = ResultOf<typeof paperReadersDocument>['paperReaders'][number];
type Paper = Extract<ResultOf<typeof familyPaperDocument>['familyPaper'], { __typename: 'FamilyPaper' }>;

/** The twin of the weekly e-mail on paper: `/prints/families?person=…&for=…`. */
export function PaperPage() {
  const asked = useAsk(paperReadersDocument);
  return (
    <Page title={words.paper.title} lead={words.paper.lead} kicker={<a href="/prints"><ArrowLeft aria-hidden="true" /> {words.paper.back}</a>}>
      <Asked of={asked}>{({ paperReaders }) => (paperReaders.length === 0 ? <EmptyState title={words.paper.nobody} /> : <Choosing readers={paperReaders} />)}</Asked>
    </Page>
  );
}

function Choosing({ readers }: { readers: readonly Reader[] }) {
  const [params, setParams] = useSearchParams();
  const people = [...new Map(readers.map(({ residentId, person }) => [residentId, person]))];
  const person = people.find(([id]) => id === params.get('person'))?.[0] ?? '';
  const theirs = readers.filter(({ residentId }) => residentId === person);
  const reader = theirs.find(({ supporterId }) => supporterId === params.get('for')) ?? (theirs.length === 1 ? theirs[0] : undefined);
  const none = { value: '', label: words.paper.choose };
  return (
    <Stack gap={5}>
      <div className={styles.controls}>
        <Select label={words.paper.person} value={person} onValue={(id) => setParams(id ? { person: id } : {}, { replace: true })}
          options={[...(person ? [] : [none]), ...people.map(([value, label]) => ({ value, label }))]} />
        {person && (
          <Select label={words.paper.reader} value={reader?.supporterId ?? ''} onValue={(id) => setParams({ person, for: id }, { replace: true })}
            options={[...(reader ? [] : [none]), ...theirs.map(({ supporterId, supporter, relation }) => ({ value: supporterId, label: `${supporter}, ${relation}` }))]} />
        )}
      </div>
      {reader && <Letter reader={reader} />}
    </Stack>
  );
}

function Letter({ reader: { supporterId, residentId } }: { reader: Reader }) {
  const asked = useAsk(familyPaperDocument, { supporterId, residentId });
  return (
    <Asked of={asked}>
      {({ familyPaper }) => (familyPaper.__typename === 'FamilyPaper' ? (
        <Stack gap={4}>
          <div><Button kind="primary" icon={<Printer />} onClick={() => window.print()}>{words.paper.print}</Button></div>
          <Sheet paper={familyPaper} />
        </Stack>
      ) : <RefusedNotice refused={refusalIn(familyPaper)} title={null} />)}
    </Asked>
  );
}

function Sheet({ paper }: { paper: Paper }) {
  return (
    <>
      <style>{PRINTED}</style>
      <article className={styles.sheet} data-paper="" aria-label={words.paper.region}>
        <header className={styles.head}>
          <p>{paper.home}</p>
          <p>{words.paper.for(paper.supporter)}</p>
        </header>
        <h2 className={styles.headline}>{paper.headline}</h2>
        {paper.lead && <p>{paper.lead}</p>}
        {paper.parts.map(({ title, lines }) => (
          <section key={title} className={styles.part}>
            <h3>{title}</h3>
            <ul role="list">
              {lines.map(({ what, more }, n) => (
                <li key={n} className={styles.line}>
                  <strong>{what}</strong>
                  {more.map((each, m) => <span key={m}>{each}</span>)}
                </li>
              ))}
            </ul>
          </section>
        ))}
        {paper.notShared.map((each) => <p key={each}>{each}</p>)}
        <section className={styles.slip}>
          <p>{words.paper.write}</p>
          <div className={styles.rule} />
          <div className={styles.rule} />
          <div className={styles.rule} />
        </section>
        {paper.headWords && (
          <footer className={styles.proof}>
            <strong>{words.paper.keep}</strong>
            <p>{paper.headWords}</p>
            <p>{paper.checkAt ? words.paper.checkAt(paper.checkAt) : words.paper.check}</p>
          </footer>
        )}
        <p className={styles.printed}>{words.paper.printed(paper.printedWords)}</p>
      </article>
    </>
  );
}

/** On paper there is the letter and nothing else, on as many sheets as it takes. */
const PRINTED = `@page { size: A4 portrait; margin: 16mm }
@media print {
  body :has([data-paper]) > :not(:has([data-paper]), [data-paper]), body > :not(:has([data-paper])) { display: none !important }
  html, body, body :has([data-paper]) { display: block !important; position: static !important; width: auto !important; max-width: none !important; height: auto !important; min-height: 0 !important; margin: 0 !important; padding: 0 !important; border: 0 !important; overflow: visible !important; background: #fff !important }
}`;
