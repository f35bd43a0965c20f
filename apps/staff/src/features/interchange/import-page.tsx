import { useState } from 'react';
import { useLocation } from 'wouter';
import { Asked, Failed } from '@promenade/ui/asked';
import { Badge } from '@promenade/ui/badge';
import { LinkButton } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { Select } from '@promenade/ui/field';
import { FileDrop } from '@promenade/ui/file-drop';
import { Stack } from '@promenade/ui/layout';
import { Notice, RefusedNotice } from '@promenade/ui/notice';
import { Page } from '@promenade/ui/page';
import { Spinner } from '@promenade/ui/progress';
import { useAsk, useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { pastImportsDocument, readImportDocument } from './import.graphql.ts';
import styles from './import.module.css';
import { words } from './words.ts';

/** Workbooks are let through so that the answer can say how to save them. */
const ENDINGS = ['.csv', '.txt', '.tsv', '.xlsx', '.xls', '.json', '.geojson'];
const LARGEST = 5_000_000;
const LARGEST_MAP = 11_000_000;
const isMap = (file: File) => /\.(geo)?json$/i.test(file.name);

type Chosen = { name: string; content: string };

function contentOf(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(typeof reader.result === 'string' ? (reader.result.split(',')[1] ?? '') : '');
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'));
    reader.readAsDataURL(file);
  });
}

export function ImportPage() {
  const [, go] = useLocation();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const tell = useTell(readImportDocument, {
    refresh: [pastImportsDocument],
    onAnswer: ({ readImport }) => {
      if (readImport.__typename === 'ImportRun') go(`/import/${readImport.id}`);
    },
  });
  const refusal = refusalIn(tell.data?.readImport);
  const unknownKind = refusal?.reasons.some(({ code }) => code === 'KIND_NOT_KNOWN') ?? false;

  function take(file: File): void {
    const isTooLarge = file.size > (isMap(file) ? LARGEST_MAP : LARGEST);
    setProblem(isTooLarge ? (isMap(file) ? words.tooLargeMap : words.tooLarge) : null);
    if (isTooLarge) return;
    contentOf(file).then(
      (content) => {
        setChosen({ name: file.name, content });
        tell.mutate({ input: { fileName: file.name, contentBase64: content } });
      },
      () => setProblem(words.cannotOpen),
    );
  }

  return (
    <Page title={words.title} lead={words.lead} narrow>
      <Stack gap={5}>
        <FileDrop label={words.choose} hint={words.chooseHint} accept={ENDINGS} chosen={chosen?.name ?? null} onFile={take} />
        {tell.isPending && <Spinner>{words.reading}</Spinner>}
        {problem && <Notice kind="refused" live="now">{problem}</Notice>}
        <RefusedNotice refused={refusal} />
        {unknownKind && chosen && (
          <Select label={words.kind} value="" options={Object.entries(words.kinds).map(([value, label]) => ({ value, label }))}
            onValue={(kind) => tell.mutate({ input: { fileName: chosen.name, contentBase64: chosen.content, kind } })} />
        )}
        <Failed error={tell.error} />
        <Past />
      </Stack>
    </Page>
  );
}

const whenWords = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' });

function Past() {
  const asked = useAsk(pastImportsDocument, {});
  return (
    <Asked of={asked}>
      {({ pastImports }) => pastImports.length === 0 ? null : (
        <Stack gap={3} as="section">
          <h2>{words.past}</h2>
          {pastImports.map((each) => (
            <Card key={each.id} as="article" level={3} title={each.fileName} aside={<Badge tone={each.status === 'imported' ? 'kept' : 'quiet'}>{each.status === 'imported' ? words.imported : words.notImported}</Badge>}>
              <p className={styles.soft}>{each.kindWords}; {whenWords.format(new Date(each.importedAt ?? each.startedAt))}</p>
              {each.lines.length > 0 && <ul role="list" className={styles.lines}>{each.lines.map((line) => <li key={line}>{line}</li>)}</ul>}
              {each.status !== 'imported' && <div><LinkButton href={`/import/${each.id}`}>{words.goOn}</LinkButton></div>}
            </Card>
          ))}
        </Stack>
      )}
    </Asked>
  );
}
