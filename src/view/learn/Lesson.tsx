import { useRef } from 'react';
import { lessons } from '../../lessons';
import { passMoves } from '../../state/moves';
import { selectIndex } from '../../state/selectors';
import { Guard } from '../guard/Guard';
import { useKeys, useLookKeys } from '../keys/useKeys';
import { later, useLater } from '../later';
import type { Layout } from '../layout';
import { Stage } from '../stage/Stage';
import { useArea, useAsking, useDisplay, useDisplayActions, useStore } from '../store';
import { PassTimeline } from '../timeline/PassTimeline';
import { useMoves } from '../timeline/useMoves';
import { usePlaying } from '../timeline/usePlaying';
import { AnswerSheet } from './answers/AnswerSheet';
import { Foot } from './beat/Foot';
import { Telling } from './beat/Telling';
import styles from './Lesson.module.css';
import { useBeat, useLessonName, usePlay } from './usePlay';
import { useRoom } from './useRoom';

const sheets = later('Sheets', () => import('../sheets/Sheets'));

/** Listens to the keys that step, where nothing is asked. */
function Keys() {
  useKeys(useMoves(passMoves));
  return null;
}

/** While something is asked, the keys that come closer or show the whole network: no step may be taken. */
function AskedKeys() {
  useLookKeys();
  return null;
}

/** A lesson: what is told and asked, the stage that it is asked of, and the answer. */
export function Lesson({ layout }: { layout: Layout }) {
  const name = useLessonName();
  const now = usePlay((playing) => playing.now);
  const { asks, waits, scene } = useBeat();
  const done = usePlay((playing) => playing.done);
  const isAsked = usePlay((playing) => asks !== undefined && playing.judged === undefined);
  const index = useStore(selectIndex);
  const cover = useAsking((asking) => asking.cover);
  // Controls come where something is to be done by them, and at the end; a card does not say what is covered.
  const isChoosing = !asks && (!waits || waits.help.network !== undefined) && !cover;
  const isOnCard = waits?.help.network !== undefined && scene?.focus?.tensor === undefined;
  const choosing = isOnCard && !done ? (scene?.focus?.layer ?? 1) : undefined;
  const area = useArea();
  const room = useRef<HTMLDivElement>(null);
  const stage = useRoom(room);
  usePlaying(useMoves(passMoves));
  const sheet = useDisplay((state) => state.sheet);
  const { openSheet } = useDisplayActions();
  const Sheets = useLater(sheets, sheet !== undefined, () => openSheet(undefined));
  const narrow = layout.mode === 'narrow';
  return (
    <main className={styles.lesson} data-mode={layout.mode} data-step={index} {...area}>
      {isAsked ? <AskedKeys /> : <Keys />}
      <section
        className={styles.panel}
        aria-label={`Lesson: ${lessons[name].title}`}
        data-lesson={name}
        data-beat={now + 1}
        data-asks={isAsked ? asks?.kind : undefined}
      >
        <Telling key={`told ${now}`} />
        <div className={styles.answer}>
          <AnswerSheet key={`asked ${now}`} narrow={narrow} />
          <Foot />
        </div>
      </section>
      <div ref={room} className={styles.stage} data-covers={cover}>
        <Guard part="The stage">
          {stage.width > 0 && (
            <Stage {...stage} narrow={narrow} isChoosing={isChoosing} choosing={choosing} />
          )}
        </Guard>
        {Sheets && (
          <Guard part="What lies over the stage" over onLeave={() => openSheet(undefined)}>
            {/* A hand has no room for all cards at once. */}
            <Sheets mode={layout.mode} layers={narrow} />
          </Guard>
        )}
      </div>
      {!narrow && layout.timelineHeight > 0 && (
        <div className={styles.timeline} inert={isAsked}>
          <Guard part="The timeline">
            <PassTimeline width={layout.timelineWidth} form={layout.timeline} />
          </Guard>
        </div>
      )}
    </main>
  );
}
