/** A mail server of its own process, on this machine alone: what it takes it tells its parent, and it can be told to be difficult. */
import { SMTPServer } from 'smtp-server';

let mood = 'takes';

const refusal = (responseCode, message) => Object.assign(new Error(message), { responseCode });

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  logger: false,
  onRcptTo(_address, _session, done) {
    if (mood === 'refuses') done(refusal(550, 'No such person here'));
    else if (mood === 'busy') done(refusal(451, 'Try again later'));
    else done();
  },
  onData(stream, session, done) {
    const chunks = [];
    stream.on('data', (chunk) => chunks.push(chunk));
    stream.on('end', () => {
      process.send({ mail: { raw: Buffer.concat(chunks).toString('utf8'), to: session.envelope.rcptTo.map(({ address }) => address) } });
      // It has the mail, and whoever sent it never hears of that.
      if (mood !== 'holds') done();
    });
  },
});
server.on('error', () => undefined);
process.on('message', (next) => { mood = next; process.send({ mood }); });
server.listen(Number(process.argv[2] ?? 0), '127.0.0.1', () => process.send({ port: server.server.address().port }));
