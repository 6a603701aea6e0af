import { bilingual } from "../../text/language";

export const texts = bilingual(
  {
    title: "Search",
    looking: "Looking…",
    nothing: "Nothing on this chain is called",
    help: "A block is found by its number or hash, a transaction by its hash, an account by its address of 40 hex digits.",
  },
  {
    title: "検索",
    looking: "検索中…",
    nothing: "このチェーンでは見つかりませんでした：",
    help: "ブロックは番号かハッシュ、取引はハッシュ、アカウントは 40 桁の 16 進アドレスで検索できます。",
  },
);
