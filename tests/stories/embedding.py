"""
Whoever answers the calls of a model in a story: a real embedding model where one is installed.

    text --call--> tokens read, what came out     all-MiniLM-L6-v2, by its own tokenizer
                                                  or words, counted, where it is not there

`make embedding` installs the real one, with PyTorch for the CPU, in an environment of its own.
"""

import json
import re
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Final, Protocol

from eth_hash.auto import keccak

from tests.e2e.devnet import ROOT

ENVIRONMENT: Final = Path(ROOT) / ".venv-embedding"
PYTHON: Final = ENVIRONMENT / "bin" / "python"
READY: Final = ENVIRONMENT / ".ready"  # what `make embedding` leaves when it is done
WORKER: Final = Path(__file__).parent / "embedding_worker.py"
END_S: Final = 30.0  # seconds that the worker may take to end
SAID_CHARACTERS_MAX: Final = 2_000  # of its last words


@dataclass(frozen=True)
class Answer:
    """What a call read, in tokens, and what came out of it."""

    tokens: int
    output: bytes


class Model(Protocol):
    """Who answers calls."""

    name: str

    def call(self, text: str) -> Answer:
        """Return the answer to a text."""
        ...


class WordModel:
    """Stands in where no real model is installed: reads words, answers with a hash of them."""

    name = "nobody but a count of words, for no real model is here: see `make embedding`"

    def call(self, text: str) -> Answer:
        """Return how many words were read, and their hash."""
        words = re.findall(r"\w+", text)
        return Answer(max(1, len(words)), keccak(b"words" + " ".join(words).encode()))


class EmbeddingModel:
    """all-MiniLM-L6-v2 in a process of its own."""

    name = "all-MiniLM-L6-v2, by its own tokenizer"

    def __init__(self, process: "subprocess.Popen[str]", errors: IO[str]) -> None:
        self._process, self._errors = process, errors
        assert self._read() == {"ready": True}, "the worker's first line says that it is ready"

    def call(self, text: str) -> Answer:
        """Return how many tokens the tokenizer made of a text, and its embedding."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"text": text}) + "\n")
        self._process.stdin.flush()
        said = self._read()
        return Answer(int(said["tokens"]), bytes.fromhex(said["vector"]))

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            status = self._process.wait(END_S)
            self._errors.seek(0)
            last = self._errors.read()[-SAID_CHARACTERS_MAX:]
            raise AssertionError(f"the embedding model ended with status {status}: {last}")
        found: dict[str, Any] = json.loads(line)
        return found


def is_installed() -> bool:
    """Whether `make embedding` has been here."""
    return PYTHON.exists() and READY.exists()


@contextmanager
def model() -> Iterator[Model]:
    """Lend the real model where it is installed, else one that counts words."""
    if not is_installed():
        yield WordModel()
        return
    command, pipe = [str(PYTHON), str(WORKER)], subprocess.PIPE
    with (
        tempfile.TemporaryFile("w+") as errors,
        subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=errors, text=True) as process,
    ):
        try:
            yield EmbeddingModel(process, errors)
        finally:
            assert process.stdin is not None
            process.stdin.close()
            process.wait(timeout=END_S)
