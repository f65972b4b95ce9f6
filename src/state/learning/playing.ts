import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Paired } from '../../compare/times/pairs';
import { slotKey } from '../../core/pass/trace';
import { comingBack } from '../../lessons/again';
import { type Beat, beatsOf, type Lesson } from '../../lessons/lesson';
import { type Given, type Judgement, judge } from '../../lessons/questions';
import { leftAt, settingAt } from '../../lessons/setting';
import { type At, offeredIn, turnMaking } from '../../lessons/turn';
import type { Choice } from '../choice/choice';
import type { State, Store } from '../state';
import { moveTo, seenIn } from './moment';

/** A lesson under way, on a store of its own. */
export interface Playing {
  /** The beats of the lesson, and what comes back of them. */
  readonly beats: readonly Beat[];
  /** Which of them is on, counted from 0. */
  readonly now: number;
  /** The answer as it is being made, where the stage is not the answer sheet. */
  readonly given: Given;
  /** What became of the answer. */
  readonly judged: Judgement | undefined;
  /** Whether what the beat waits for has been done. */
  readonly done: boolean;
  readonly measured: Readonly<Record<string, Paired>>;
  /** Goes to a beat, with the network that a student who did everything before it as intended would have. */
  goTo(beat: number): void;
  /** Goes on to the next beat, with the network as the student has made it. */
  goOn(): void;
  give(given: Given): void;
  /** Has the answer judged, and takes the step. */
  confirm(): void;
  /** Does what the beat waits for in the student's place. */
  help(): void;
  remember(size: string, paired: Paired): void;
}

/** Plays a lesson on a store, from a beat on, counted from 0. `end` lets go of the store. */
export function playLesson(
  lesson: Lesson,
  store: Store,
  from: number,
): { play: StoreApi<Playing>; end: () => void } {
  /** The student's state when the lesson's own beats were left for what comes back. */
  let left: Pick<State, 'choice' | 'position'> = store.getState();
  const own = beatsOf(lesson);
  const comesBack = (beat: Beat): boolean => !own.includes(beat);

  const play = createStore<Playing>()((set, get) => ({
    beats: own,
    now: 0,
    given: [],
    judged: undefined,
    done: false,
    measured: {},
    goTo(wanted) {
      const { beats } = get();
      const now = Math.max(0, Math.min(wanted, beats.length - 1));
      const way = [...beats.slice(0, now).filter((beat) => !comesBack(beat)), beats[now]!];
      const { network, at } = settingAt(way, way.length - 1);
      begin(now, network, at);
    },
    goOn() {
      const { beats, now } = get();
      const next = beats[now + 1];
      if (!next) return;
      if (!comesBack(beats[now]!)) left = store.getState();
      else if (!comesBack(next)) {
        // The lesson's conclusion is about its own network, as the student left it.
        begin(now + 1, left.choice, next.scene?.at, left.position);
        return;
      }
      const { network, at } = settingAt(beats, now + 1);
      const { choice } = store.getState();
      // The student's own network stays, unless the next beat sets up another one or could not be asked about it.
      const goesOn = next.scene?.network === undefined && choice.layers.length === network.layers.length;
      begin(now + 1, goesOn ? choice : network, next.scene?.at ?? (goesOn ? undefined : at));
    },
    give: (given) => set({ given }),
    confirm() {
      const { beats, now, given, measured } = get();
      const beat = beats[now]!;
      if (!beat.asks || get().judged) return;
      const isReads = beat.asks.kind === 'reads';
      const answer = isReads ? [...store.asking.getState().chosen] : given;
      const judged = judge(beat.asks, answer, seenIn(store.getState(), measured));
      set({ judged, given: answer, beats: judged.isRight ? beats : withReturn(beats, now) });
      store.asking.getState().end();
      if (isReads) store.asking.getState().show(new Map(judged.notes.map(({ of, mark }) => [of, mark])));
      moveTo(store, leftAt(beat, currentAt()));
    },
    help() {
      const { beats, now } = get();
      const help = beats[now]!.waits?.help;
      if (!help) return;
      const { choice, position } = store.getState();
      if (help.network) store.getState().show(help.network(choice), position);
      if (help.at) moveTo(store, help.at);
    },
    remember: (size, paired) => set({ measured: { ...get().measured, [size]: paired } }),
  }));

  /** The moment that the pass is at, for a beat that leaves it there. */
  function currentAt(): At {
    const { trace, index } = seenIn(store.getState());
    const made = trace.steps[index - 1]?.writes.at(-1)?.name;
    return made === undefined ? 'start' : { after: made };
  }

  /** Puts a beat that was missed once more before the last one, in another network; what comes back does so once. */
  function withReturn(beats: readonly Beat[], missed: number): readonly Beat[] {
    const beat = beats[missed]!;
    // What was measured would come out the same elsewhere.
    const isMeasured = beat.asks?.kind === 'choice' && beat.asks.measures !== undefined;
    if (comesBack(beat) || isMeasured) return beats;
    const again = comingBack(beat, store.getState().choice);
    return [...beats.slice(0, -1), again, beats.at(-1)!];
  }

  function begin(
    now: number,
    network: Choice,
    at: At | undefined,
    position = store.getState().position,
  ): void {
    const { beats } = play.getState();
    const { asks, covers, scene } = beats[now]!;
    store.display.getState().focusOn(scene?.focus);
    // What was pinned or pointed at before is not what this beat tells of.
    const { pin, pointAt, pointAtTensor } = store.pointing.getState();
    pin(undefined);
    pointAt(undefined);
    pointAtTensor(undefined);
    store.getState().show(network, position);
    if (at !== undefined) moveTo(store, at);
    const { trace } = seenIn(store.getState());
    const { ask, end } = store.asking.getState();
    if (asks?.kind === 'reads') {
      const turn = turnMaking(trace, asks.makes);
      const offered = offeredIn(trace, turn).map(({ slot }) => slotKey(slot));
      ask('reads', turn.step.layer, offered);
    } else if (asks || covers) ask(covers ?? 'reads', scene?.focus?.layer);
    else end();
    play.setState({ now, given: [], judged: undefined, done: false });
  }

  const end = store.subscribe((state) => {
    const { beats, now, done, measured } = play.getState();
    const { waits } = beats[now]!;
    if (waits && !done && waits.done(seenIn(state, measured))) play.setState({ done: true });
  });
  play.getState().goTo(from);
  return { play, end };
}
