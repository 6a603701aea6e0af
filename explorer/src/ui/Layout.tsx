// What stands around every page: the way to the others, search, language, and how fresh it all is.
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { type Link, useHead } from "../chain/head";
import { ask } from "../chain/rpc";
import { routes } from "../pages/index";
import { href, usePlace } from "../router";
import { type Language, chooseLanguage, useLanguage, useText } from "../text/language";
import { words } from "../text/words";
import { BlockLink } from "./Links";
import { Search } from "./Search";
import { chooseExact, useExact } from "./units";

const NATIVE: readonly (readonly [Language, string])[] = [
  ["en", "English"],
  ["ja", "日本語"],
];

export function Layout({ children }: { children: ComponentChildren }) {
  const said = useText(words);
  return (
    <>
      <a class="skip" href="#content" onClick={skip}>
        {said.skip}
      </a>
      <header class="top">
        <div class="bar">
          <a class="brand" href={href()}>
            <Mark />
            Kumiai
          </a>
          <Pulse />
          <Search />
        </div>
        <Navigation />
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <footer>
        <Settings />
        <p>{said.source}</p>
      </footer>
    </>
  );
}

/** Go to the content without leaving the page: the part behind "#" is the page's name here. */
function skip(event: Event): void {
  event.preventDefault();
  document.getElementById("content")?.focus();
}

function Navigation() {
  const [said, language, { path }] = [useText(words), useLanguage(), usePlace()];
  return (
    <nav class="pages" aria-label={said.navigation}>
      <ul>
        {routes.map(
          ({ path: target, label }) =>
            label && (
              <li key={target}>
                <a href={`#${target}`} aria-current={isHere(target, path) ? "page" : undefined}>
                  {label[language]}
                </a>
              </li>
            ),
        )}
      </ul>
    </nav>
  );
}

function isHere(target: string, path: string): boolean {
  return target === path || (target !== "/" && path.startsWith(`${target}/`));
}

/** The chain's id and newest block, and whether the page hears of blocks as they come. */
function Pulse() {
  const [said, { header, link }] = [useText(words), useHead()];
  const chainId = useChainId();
  const state: Record<Link, string> = { live: said.live, polling: said.polling, offline: said.offline };
  return (
    <p class={`pulse ${link}`}>
      <span class="dot" aria-hidden="true" />
      <span role="status">
        {chainId !== undefined && `${said.chain} ${chainId}, `}
        {state[link]}
      </span>
      {header && <BlockLink number={Number(header.number)} />}
    </p>
  );
}

function useChainId(): string | undefined {
  const [chainId, setChainId] = useState<string>();
  useEffect(() => {
    ask<string>("eth_chainId").then(
      (found) => setChainId(BigInt(found).toString()),
      () => {}, // the pulse says that the node does not answer
    );
  }, []);
  return chainId;
}

function Settings() {
  const [said, language, isExact] = [useText(words), useLanguage(), useExact()];
  return (
    <div class="settings">
      <fieldset>
        <legend class="unseen">{said.language}</legend>
        {NATIVE.map(([code, name]) => (
          <button key={code} type="button" class="small" lang={code} aria-pressed={code === language} onClick={() => chooseLanguage(code)}>
            {name}
          </button>
        ))}
      </fieldset>
      <label>
        <input type="checkbox" checked={isExact} onChange={(event) => chooseExact(event.currentTarget.checked)} />
        {said.exact}
      </label>
    </div>
  );
}

function Mark() {
  return (
    <svg class="mark" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M2 2h5v5H2zM9 9h5v5H9z" />
      <path class="faint" d="M9 2h5v5H9zM2 9h5v5H2z" />
    </svg>
  );
}
