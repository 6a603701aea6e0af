// Links to accounts, transactions and blocks: short where the whole is long, whole in the title.
import { nameOf, shorten } from "../chain/addresses";
import { href } from "../router";
import { useLanguage } from "../text/language";
import { count } from "../text/numbers";

export function Address({ of, whole = false }: { of: string; whole?: boolean }) {
  const language = useLanguage();
  const named = nameOf(of);
  const address = of.toLowerCase();
  const label = named?.label[language];
  const shown = whole ? address + (label ? ` (${label})` : "") : (label ?? shorten(address));
  return (
    <a class={named && !whole ? "name" : "hex"} href={href("account", address)} title={address}>
      {shown}
    </a>
  );
}

export function TransactionLink({ hash, whole = false }: { hash: string; whole?: boolean }) {
  return (
    <a class="hex" href={href("tx", hash)} title={hash}>
      {whole ? hash : shorten(hash)}
    </a>
  );
}

export function BlockLink({ number }: { number: number | bigint }) {
  return (
    <a class="number" href={href("block", number)}>
      {count(number, useLanguage())}
    </a>
  );
}

/** Bytes that lead nowhere, such as a hash of content. */
export function Hex({ value, whole = false }: { value: string; whole?: boolean }) {
  return (
    <span class="hex" title={value}>
      {whole ? value : shorten(value, 10, 6)}
    </span>
  );
}
