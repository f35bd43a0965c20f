/** Says things aloud with the browser's own voice; where it has none, nothing happens. */

const SLOWLY = 0.9;

export function say(text: string): void {
  if (!('speechSynthesis' in window)) return;
  window.speechSynthesis.cancel();
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.lang = 'en-GB';
  utterance.rate = SLOWLY;
  window.speechSynthesis.speak(utterance);
}

export function hush(): void {
  if ('speechSynthesis' in window) window.speechSynthesis.cancel();
}
