const START = Date.UTC(2025, 0, 6);
const DAYS = 364;
const BATCH = 5000;
const TOPICS = ["medication", "results and tests", "appointments and forms", "flare or symptoms"];

/**
 * The text of an extract with so many rows, in pieces: a year of messages in order of time, ten to a patient, answered after some hours; always the same. Times
 * are those of Jamaica, whose clock does not change.
 */
export function* extractLines(rows) {
  yield "message_id,thread_id,patient_id,specialty,topic,urgent,sender,sent,first_read,replied,closed,staff_id,staff_role\n";
  const patients = Math.max(1, Math.round(rows / 10));
  const step = (DAYS * 86_400_000) / rows;
  for (let from = 0; from < rows; from += BATCH) {
    let text = "";
    for (let i = from; i < Math.min(rows, from + BATCH); i++) {
      const sent = START + Math.floor(i * step);
      const patient = (i * 7919) % patients;
      const read = sent + 3_600_000 + (i % 97) * 60_000;
      const replied = read + 1_800_000;
      text += `M-${number(i)},T-${number(patient)}-${i % 4},P-${number(patient)},rheumatology,${TOPICS[i % 4]},${i % 50 === 0 ? "yes" : "no"},patient,`;
      text += `${local(sent)},${local(read)},${local(replied)},${local(replied)},S-${i % 40},${i % 40 < 10 ? "nurse" : "physician"}\n`;
    }
    yield text;
  }
}

function number(value) {
  return String(value).padStart(8, "0");
}

function local(time) {
  return `${new Date(time - 18_000_000).toISOString().slice(0, 19)}-05:00`;
}
