"""
Work with whole numbers only, on real text: a bigram model of this repository's own pages.

    pages --words--> counts of who follows whom --canonical bytes--> digest

Whoever runs it finds the same bytes, so a result can be checked by running it again. An order
names its pages by `spec`, the hash of the text; the text itself travels beside the chain.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Final

from eth_hash.auto import keccak

from chain.types.primitives import Hash32
from tests.e2e.devnet import ROOT

PAGES: Final = {"manual": "docs/*.md", "decisions": "docs/adr/*.md"}
RENDERED: Final = ("json-rpc.md",)  # a page of tables, longer than all that people wrote
NAME: Final = b"bigrams of lower-case words, version 1\n"
Model = Counter[tuple[str, str]]  # how often the second word follows the first


def text_of(pages: str) -> str:
    """Return the text of a set of pages that people wrote, in the order of their names."""
    found = (path for path in Path(ROOT).glob(PAGES[pages]) if path.name not in RENDERED)
    return "\n".join(path.read_text() for path in sorted(found))


def words_of(text: str) -> list[str]:
    """Return a text's words."""
    return re.findall(r"[a-z]+", text.lower())


def size_of(pages: str) -> int:
    """Return how many words a set of pages has, the units that are paid for."""
    return len(words_of(text_of(pages)))


def spec_of(pages: str) -> Hash32:
    """Return the hash that an order names the work by: what is to be done, and on which text."""
    return Hash32(keccak(NAME + text_of(pages).encode()))


def train(words: list[str]) -> Model:
    """Count who follows whom."""
    return Counter(pairwise(words))


def pack(model: Model) -> bytes:
    """Return a model as bytes, the same for equal models."""
    return "".join(f"{a} {b} {count}\n" for (a, b), count in sorted(model.items())).encode()


def unpack(data: bytes) -> Model:
    """Return the model that bytes hold."""
    rows = (line.split(" ") for line in data.decode().splitlines())
    return Counter({(a, b): int(count) for a, b, count in rows})


def digest_of(model: Model) -> Hash32:
    """Return the hash that stands for a model on the chain."""
    return Hash32(keccak(pack(model)))


def distance(a: Model, b: Model) -> int:
    """Return how many counts two models differ by; 0 where they are the same."""
    return sum(abs(a[pair] - b[pair]) for pair in a.keys() | b.keys())


def speak(model: Model, word: str, length: int) -> str:
    """Return the likeliest words after one, each at most once: what the model has learnt."""
    return " ".join(_chain(model, word, length))


def _chain(model: Model, word: str, length: int) -> Iterator[str]:
    said = {word}
    yield word
    for _ in range(length - 1):
        nexts = sorted((-n, b) for (a, b), n in model.items() if a == word and b not in said)
        if not nexts:
            return
        word = nexts[0][1]
        said.add(word)
        yield word
