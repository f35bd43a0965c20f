import { ArrowDown, ArrowLeft, FileCheck } from 'lucide-react';
import { useParams } from 'wouter';
import { Asked, Failed } from '@promenade/ui/asked';
import { Button, LinkButton } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { Select } from '@promenade/ui/field';
import { Grid, Row, Stack } from '@promenade/ui/layout';
import { Notice, RefusedNotice } from '@promenade/ui/notice';
import { Page } from '@promenade/ui/page';
import { useAsk, useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { commitImportDocument, correctImportDocument, importRunDocument } from './import.graphql.ts';
import styles from './import.module.css';
import { Questions } from './questions.tsx';
import { Rows } from './rows.tsx';
import type { Correct, Run } from './run.ts';
import { words } from './words.ts';

/** A file as it was understood: what will be done, what is asked, and every line. */
export function RunPage() {
  const { id } = useParams<{ id: string }>();
  const asked = useAsk(importRunDocument, { id });
  return (
    <Asked of={asked}>
      {({ importRun }) => (
        <Page title={importRun.fileName} kicker={<a href="/import"><ArrowLeft aria-hidden="true" size="1em" /> {words.back}</a>} lead={importRun.kindWords}>
          {importRun.status === 'imported' ? <Done lines={importRun.lines} kind={importRun.kind} /> : <Understood run={importRun} />}
        </Page>
      )}
    </Asked>
  );
}

function Done({ lines, kind }: { lines: readonly string[]; kind: string }) {
  return (
    <Stack gap={4}>
      <Notice kind="good" title={words.done} live="polite" reasons={lines} />
      <Row>
        {kind === 'residents' && <LinkButton kind="primary" href="/people">{words.toPeople}</LinkButton>}
        {kind === 'venues' && <LinkButton kind="primary" href="/venues">{words.toPlaces}</LinkButton>}
        <LinkButton href="/import">{words.another}</LinkButton>
      </Row>
    </Stack>
  );
}

function Understood({ run }: { run: Run }) {
  const correcting = useTell(correctImportDocument, { refresh: [importRunDocument] });
  const committing = useTell(commitImportDocument);
  const correct: Correct = ({ answers = [], columns = [] }) => correcting.mutate({ runId: run.id, answers, columns });
  const otherThings = run.inTheWay.filter((reason) => !run.questions.some((question) => reason.endsWith(question.words)));
  return (
    <Stack gap={5}>
      <Card title={words.willDo} aside={
        run.counts.questionsBlocking > 0
          ? <LinkButton href="#questions" icon={<ArrowDown />}>{words.toQuestions}</LinkButton>
          : <Button kind="primary" icon={<FileCheck />} busy={committing.isPending} onClick={() => committing.mutate({ runId: run.id })}>{run.button}</Button>
      }>
        <ul className={styles.lines}>{run.lines.map((line) => <li key={line}>{line}</li>)}</ul>
        {run.counts.questionsBlocking > 0 && <Notice kind="warning">{words.questionsFirst(run.counts.questionsBlocking)}</Notice>}
        {otherThings.length > 0 && <Notice kind="refused" title={words.inTheWay} reasons={otherThings} />}
        <RefusedNotice refused={refusalIn(committing.data?.commitImport)} />
        <Failed error={committing.error} />
        <p className={styles.soft}>{words.nothingSaved}</p>
      </Card>
      {run.notes.filter(({ level }) => level !== 'refused').map((note) => <Notice key={note.message} kind={note.level === 'check' ? 'warning' : 'news'}>{note.message}</Notice>)}
      <RefusedNotice refused={refusalIn(correcting.data?.correctImport)} />
      <Failed error={correcting.error} />
      {run.questions.length > 0 && <div id="questions"><Questions run={run} correct={correct} busy={correcting.isPending} /></div>}
      <Rows run={run} />
      {run.columns.length > 0 && <Columns run={run} correct={correct} />}
      {run.setAside.length > 0 && (
        <details className={styles.details}>
          <summary>{words.setAside(run.setAside.length)}</summary>
          <ul className={styles.lines}>
            {run.setAside.map((each) => <li key={`${each.line} ${each.text}`}>{each.line > 0 && `${words.line} ${each.line}: `}{each.text ? `“${each.text}”. ` : ''}{each.reason}</li>)}
          </ul>
        </details>
      )}
    </Stack>
  );
}

function Columns({ run, correct }: { run: Run; correct: Correct }) {
  return (
    <details className={styles.details}>
      <summary>{words.columns}</summary>
      <Stack gap={4}>
        <p className={styles.soft}>{words.columnsLead}</p>
        <Grid min={16}>
          {run.columns.map((column, at) => (
            <Select key={column.key} label={words.column(column.header, at + 1)} hint={words.sample(column.sample)} value={column.target}
              options={run.targets} onValue={(target) => correct({ columns: [{ column: column.key, target }] })} />
          ))}
        </Grid>
      </Stack>
    </details>
  );
}
