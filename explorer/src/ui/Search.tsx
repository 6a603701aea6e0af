// One field for all: where it leads follows from what was typed.
import { useState } from "preact/hooks";
import { go, href } from "../router";
import { useText } from "../text/language";
import { words } from "../text/words";

export function Search() {
  const said = useText(words);
  const [text, setText] = useState("");
  const submit = (event: Event): void => {
    event.preventDefault();
    const wanted = text.trim();
    if (wanted === "") return;
    go(href("search", wanted));
    setText("");
  };
  return (
    <form class="search" role="search" onSubmit={submit}>
      <input
        type="search"
        aria-label={said.search}
        placeholder={said.searchHint}
        spellcheck={false}
        autocomplete="off"
        maxLength={200}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <button type="submit">{said.search}</button>
    </form>
  );
}
