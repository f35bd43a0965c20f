/** Thinks beside the screen: where a session may be dropped, and why a promise is not kept, while the board stays quick. */
import { answerTo, type WorkerAsk } from './board-answers.ts';

const post = (answer: object) => (globalThis as unknown as { postMessage: (answer: object) => void }).postMessage(answer);
const think = answerTo(post);

globalThis.addEventListener('message', (event: MessageEvent<WorkerAsk>) => think(event.data));
