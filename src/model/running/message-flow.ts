import { SimulationError } from "../../errors.ts";
import type { Simulation } from "../../kernel/index.ts";
import type { Model } from "../compile.ts";
import type { Activity, ClinicObserver } from "../observer.ts";
import type { Thread, World } from "../world.ts";
import { INSTANT } from "./instant.ts";
import type { Line } from "./line.ts";
import type { Lines } from "./lines.ts";
import { OpenMessage } from "./open-message.ts";

/** A message's way: which line it enters, what follows each piece of work on it, and when the next one is sent. */
export class MessageFlow {
  private readonly model: Model;
  private readonly sim: Simulation;
  private readonly lines: Lines;
  private readonly observer: ClinicObserver;
  /** By thread: whether it is known to be urgent. */
  private readonly knownUrgent: Uint8Array;
  /** By thread: the message that is open, or that a further one is to follow. */
  private readonly latest: (OpenMessage | undefined)[];
  private openCount = 0;

  constructor(model: Model, world: World, sim: Simulation, lines: Lines, observer: ClinicObserver) {
    this.model = model;
    this.sim = sim;
    this.lines = lines;
    this.observer = observer;
    this.knownUrgent = new Uint8Array(world.threads.length);
    this.latest = new Array(world.threads.length).fill(undefined);
  }

  /** The first message of a thread is sent, or has been waiting since before the run. */
  open(thread: Thread): void {
    this.knownUrgent[thread.id] = thread.flagged ? 1 : 0;
    this.send(thread, 0, thread.sent, true);
  }

  /** Somebody takes it up. */
  begin(message: OpenMessage, role: "clerk" | "nurse" | "physician"): void {
    if (Number.isNaN(message.firstRead)) message.firstRead = this.sim.now;
    if (role === "nurse") message.nurseTouches += 1;
    if (role === "physician") message.physicianTouches += 1;
  }

  /** The work that it was taken up for is done. */
  end(message: OpenMessage, team: number): void {
    const { reading, thread } = message;
    if (reading !== undefined && !message.hasBeenRead) {
      message.hasBeenRead = true;
      this.knownUrgent[thread.id] = thread.seenUrgent ? 1 : 0;
      if (reading.outcome === "ask") {
        this.enterPhysiciansLine(message, "question", reading.physicianMinutes);
      } else if (reading.outcome === "forward") {
        this.enterPhysiciansLine(message, "physician reply", reading.physicianMinutes);
      } else this.close(message, team, reading.outcome === "reply");
    } else if (message.activity === "question" && reading !== undefined) {
      this.enter(message, this.lines.shared(message.readingTeam), "nurse reply", reading.replyMinutes);
    } else this.close(message, team, message.content.needsReply);
  }

  reportUnfinished(): void {
    for (const message of this.latest) if (message !== undefined && !message.isClosed) this.report(message);
  }

  private send(thread: Thread, round: number, sent: number, opensThread: boolean): void {
    const content = thread.rounds[round];
    if (content === undefined) this.refuse(thread, `it has no message ${round}: give it one at least`);
    const message = new OpenMessage(thread, round, content, sent, opensThread);
    this.latest[thread.id] = message;
    this.countOpen(1);
    message.readingTeam = this.model.firstReaders[thread.specialty] ?? -1;
    if (message.readingTeam < 0) {
      if (content.needsReply) this.enterPhysiciansLine(message, "physician reply", content.physician);
      else this.enterPhysiciansLine(message, "triage", content.triage);
      return;
    }
    const reading = this.model.triage.read(content);
    message.reading = reading;
    const activity = reading.outcome === "reply" ? "nurse reply" : "triage";
    this.enter(message, this.lines.shared(message.readingTeam), activity, reading.minutes);
  }

  private enterPhysiciansLine(message: OpenMessage, activity: Activity, minutes: number): void {
    const { thread } = message;
    const { team } = thread;
    // Nobody looks after the patient: it stays unanswered.
    if (team < 0) return;
    const person = this.model.routing.personFor(thread);
    const plan = this.model.teams[team];
    if (plan === undefined || !(person < plan.team.count) || (person >= 0 && !plan.hasOwnLines)) {
      this.refuse(thread, `team ${team} has no person ${person} with a line: draw both from the clinic`);
    }
    const line = person < 0 ? this.lines.shared(team) : this.lines.own(team, person);
    this.enter(message, line, activity, minutes);
  }

  private enter(message: OpenMessage, line: Line, activity: Activity, minutes: number): void {
    const rank = this.model.queue.messageClass(this.knownUrgent[message.id] === 1);
    this.lines.enter(message, line, rank, activity, minutes);
  }

  private close(message: OpenMessage, team: number, withReply: boolean): void {
    const { now } = this.sim;
    if (withReply) message.replied = now;
    message.closed = now;
    message.closedByTeam = team;
    this.countOpen(-1);
    this.report(message);
    this.expectFollowUp(message, now);
  }

  private countOpen(change: number): void {
    this.openCount += change;
    this.observer.openChanged?.(this.sim.now, this.openCount);
  }

  private expectFollowUp(message: OpenMessage, now: number): void {
    this.latest[message.id] = undefined;
    const delay = message.content.followUpDelay;
    if (Number.isNaN(delay) || message.round + 1 >= message.thread.rounds.length) return;
    if (!(delay >= 0))
      this.refuse(message.thread, `a follow-up cannot come after ${delay} minutes: draw 0 or more`);
    const sent = this.model.calendar.waking.add(now, delay);
    if (sent >= this.model.end) return;
    this.latest[message.id] = message;
    if (sent <= now) this.followUp(message.id);
    else this.sim.scheduleAt(sent, this.followUp, message.id, INSTANT.arrival);
  }

  private readonly followUp = (threadId: number): void => {
    const { now } = this.sim;
    const { thread, round, closed } = this.latest[threadId]!;
    this.send(thread, round + 1, now, now - closed > this.model.clinic.policies.closeThreadAfter);
  };

  private refuse(thread: Thread, why: string): never {
    throw new SimulationError(why, { time: this.sim.now, entity: `thread ${thread.id}` });
  }

  private report(message: OpenMessage): void {
    this.observer.message?.({
      thread: message.thread,
      round: message.round,
      sent: message.sent,
      opensThread: message.opensThread,
      firstRead: message.firstRead,
      replied: message.replied,
      closed: message.closed,
      closedByTeam: message.closedByTeam,
      nurseMinutes: message.nurseMinutes,
      physicianMinutes: message.physicianMinutes,
      nurseTouches: message.nurseTouches,
      physicianTouches: message.physicianTouches,
    });
  }
}
