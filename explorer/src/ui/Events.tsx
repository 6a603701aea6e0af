// What modules and contracts said, each as a sentence with its values on demand.
import { decodeLog } from "../chain/decode";
import type { Log } from "../chain/types";
import { useText } from "../text/language";
import { words } from "../text/words";
import { Facts } from "./Facts";
import { Address, Hex } from "./Links";
import { Sentence, Values } from "./Sentence";

export function Events({ logs }: { logs: readonly Log[] }) {
  return (
    <ol class="events">
      {logs.map((log) => (
        <li key={log.logIndex}>
          <Event log={log} />
        </li>
      ))}
    </ol>
  );
}

function Event({ log }: { log: Log }) {
  const decoded = decodeLog(log);
  if (!decoded) return <UnknownLog log={log} />;
  return (
    <>
      <p>
        <span class="who">
          <Address of={log.address} />
        </span>
        <Sentence of={decoded} />
      </p>
      <Values of={decoded} />
    </>
  );
}

/** A contract that this explorer has no ABI of: its topics and data as they are. */
function UnknownLog({ log }: { log: Log }) {
  const said = useText(words);
  const topics = log.topics.map((topic, at) => [`topic ${at}`, <Hex value={topic} whole />] as const);
  return (
    <>
      <p>
        <span class="who">
          <Address of={log.address} />
        </span>
        {said.unknownEvent}
      </p>
      <details class="values">
        <summary>{said.raw}</summary>
        <Facts rows={[...topics, ["data", <Hex value={log.data} whole />]]} />
      </details>
    </>
  );
}
