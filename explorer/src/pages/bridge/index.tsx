// All routes to other chains.
import { RouteState } from "@kumiai/bridge";
import { type Route, isAllPaused, routes } from "../../data/bridge";
import { href } from "../../router";
import { useLanguage, useText } from "../../text/language";
import { routeStates } from "../../text/members/bridge";
import { fill } from "../../text/fill";
import { count } from "../../text/numbers";
import { Answer } from "../../ui/Answer";
import { Begin } from "../../ui/Begin";
import { NumberedPager, pageIn } from "../../ui/NumberedPager";
import { Page, Section } from "../../ui/Page";
import { State } from "../../ui/State";
import { type Column, Table } from "../../ui/Table";
import { useAsked } from "../../ui/asked";
import { useBeat } from "../../ui/refresh";
import type { PageProps } from "../index";
import { text } from "./text";

export default function Bridge({ query }: PageProps) {
  const [said, page, beat] = [useText(text), pageIn(query), useBeat()];
  const asked = useAsked(() => routes(page), [page, beat]);
  const paused = useAsked(isAllPaused, [beat]);
  return (
    <Page title={said.title} lead={said.lead}>
      {paused.value === true && <p class="failure">{said.allPaused}</p>}
      <Section title={said.routes}>
        <Answer of={asked}>
          {(found) => (
            <>
              <Routes rows={found.items} />
              <NumberedPager label={said.routes} path={href("bridge")} page={found.page} pages={found.pages} />
            </>
          )}
        </Answer>
      </Section>
    </Page>
  );
}

function Routes({ rows }: { rows: readonly Route[] }) {
  const [said, language] = [useText(text), useLanguage()];
  const leads = ({ record: { remote } }: Route): string => fill(said.leadsOf, { chain: remote.chainId.toString(), route: remote.route.toString() });
  const columns: Column<Route>[] = [
    { title: said.route, cell: ({ number }) => <a class="number" href={href("bridge", number)}>{number.toString()}</a> },
    { title: said.leads, cell: leads, isMain: true },
    { title: said.state, cell: ({ record }) => <RouteStateWord state={record.state} /> },
    { title: said.newest, cell: ({ client }) => count(client.latestHeight, language), isNumber: true },
    { title: said.sent, cell: ({ sentCount }) => count(sentCount, language), isNumber: true },
    { title: said.underWay, cell: ({ underWay }) => count(underWay, language), isNumber: true },
  ];
  return <Table caption={said.routes} columns={columns} rows={rows} keyOf={(row) => row.number.toString()} empty={<Begin command={said.begin} />} />;
}

export function RouteStateWord({ state }: { state: number }) {
  return <State value={state} of={RouteState} names={useText(routeStates)} tones={{ OPEN: "good", PAUSED: "busy", KILLED: "bad" }} />;
}
