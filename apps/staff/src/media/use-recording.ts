import { useEffect, useRef, useState } from 'react';
import { MEDIA_LIMITS } from '@promenade/domain/media/media';
import { words } from './words.ts';

/** What this browser writes that we can read, the best first. */
const TYPES = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4'];

/** Records from the microphone until it is stopped, or five minutes have gone. */
export function useRecording(onDone: (sound: Blob, name: string) => void): { seconds: number | null; problem: string | null; start: () => Promise<void>; stop: () => void } {
  const [seconds, setSeconds] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const recorder = useRef<MediaRecorder | null>(null);
  const isOn = seconds !== null;
  const stop = () => {
    if (recorder.current?.state === 'recording') recorder.current.stop();
  };
  useEffect(() => {
    if (!isOn) return;
    const clock = setInterval(() => setSeconds((now) => (now === null ? null : now + 1)), 1000);
    return () => clearInterval(clock);
  }, [isOn]);
  useEffect(() => {
    if (seconds !== null && seconds >= MEDIA_LIMITS.recordingSeconds - 2) stop();
  }, [seconds]);
  // Whoever leaves the page has stopped.
  useEffect(() => () => {
    const last = recorder.current;
    if (!last) return;
    last.ondataavailable = last.onstop = null;
    for (const track of last.stream.getTracks()) track.stop();
  }, []);

  async function start(): Promise<void> {
    setProblem(null);
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      const type = TYPES.find((each) => MediaRecorder.isTypeSupported(each));
      const recording = new MediaRecorder(stream, { ...(type ? { mimeType: type } : {}), audioBitsPerSecond: 48_000 });
      const pieces: Blob[] = [];
      recording.ondataavailable = ({ data }) => pieces.push(data);
      recording.onstop = () => {
        for (const track of stream.getTracks()) track.stop();
        setSeconds(null);
        const sound = new Blob(pieces, { type: recording.mimeType });
        if (sound.size === 0) setProblem(words.media.notHeard);
        else onDone(sound, 'recording');
      };
      recorder.current = recording;
      recording.start();
      setSeconds(0);
    } catch {
      setProblem(words.media.noMicrophone);
    }
  }
  return { seconds, problem, start, stop };
}
