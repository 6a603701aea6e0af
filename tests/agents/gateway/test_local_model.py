"""Models in the gateway's own process."""

import asyncio
import base64
import struct
from typing import Any

import pytest

from agents.gateway.faults import ApiFault
from agents.gateway.local_model import HASHING, MINI, PACKAGES, LocalRunner
from agents.gateway.requests import Asked
from agents.gateway.settings import ModelSetting, SettingsWrong

MODEL = ModelSetting("guild/embed", "local", HASHING, ("embeddings",), "local", 1)


def asked(given: Any, **fields: Any) -> Asked:
    """Return a request for embeddings."""
    body = {"model": HASHING, "input": given} | fields
    return Asked("embeddings", MODEL, body, b"", 1_000, 0)


def answer(runner: LocalRunner, request: Asked) -> dict[str, Any]:
    """Return the whole answer."""
    return asyncio.run(runner.answer(request))


def test_the_embedder_for_tests_answers_in_openais_shape() -> None:
    """One vector a text, the words counted, the same vector for the same text."""
    runner = LocalRunner(HASHING)
    found = answer(runner, asked(["one two", "three", "one two"]))
    vectors = [item["embedding"] for item in found["data"]]
    assert (3, 256, 5) == (len(vectors), len(vectors[0]), found["usage"]["prompt_tokens"])
    assert vectors[0] == vectors[2] != vectors[1]
    packed = answer(runner, asked("one two", encoding_format="base64"))["data"][0]["embedding"]
    assert vectors[0] == pytest.approx(struct.unpack("<256f", base64.b64decode(packed)))


def test_tokens_are_not_embedded() -> None:
    """A local model takes texts."""
    with pytest.raises(ApiFault, match="texts expected"):
        answer(LocalRunner(HASHING), asked([[1, 2]]))


def test_an_unknown_model_says_what_can_be_installed() -> None:
    """The message names the packages."""
    with pytest.raises(SettingsWrong, match=PACKAGES[0]):
        LocalRunner("nothing")


def test_the_real_model_counts_by_its_own_tokenizer() -> None:
    """Where all-MiniLM-L6-v2 is installed, it embeds, and similar texts are near."""
    for package in PACKAGES:
        pytest.importorskip(
            package, reason="all-MiniLM-L6-v2 is not installed: see `make embedding`"
        )
    runner = LocalRunner(MINI)
    found = answer(runner, asked(["a cat sat", "the cat sits", "tax law"]))
    one, two, other = (item["embedding"] for item in found["data"])
    near = sum(a * b for a, b in zip(one, two, strict=True))
    assert near > sum(a * b for a, b in zip(one, other, strict=True))
    assert found["usage"]["prompt_tokens"] > 9
