"""The recovery process: the same answers as here, and a node that goes on without it."""

import io
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from chain.kit.signatures import recover_each
from chain.types.primitives import Hash32
from cli.recovery import COUNT, COUNT_MAX, RecoveryProcess, serve, start_recovery
from tests.chain.kit.test_signatures import many


@pytest.fixture
def process() -> Iterator[RecoveryProcess]:
    """A process that ends with the test."""
    found = RecoveryProcess()
    yield found
    found.close()


def test_it_answers_as_this_process_does(process: RecoveryProcess) -> None:
    """Many questions, one longer than a pipe's buffer, and nobody's signatures among them."""
    signed, owners = many(40)
    nobody = (Hash32(b"\7" * 32), bytes(64))
    assert [*owners, None] == process.recover([*signed, nobody])
    long = [*signed, nobody] * (COUNT_MAX // 40 + 1)
    assert recover_each(long) == process.recover(long)
    assert [] == process.recover([])


@pytest.mark.parametrize("kind", [signal.SIGKILL, signal.SIGTERM])
def test_where_it_is_gone_signers_are_recovered_here(
    process: RecoveryProcess, kind: signal.Signals, caplog: pytest.LogCaptureFixture
) -> None:
    """A node whose helper was killed loses time and nothing else, and says so once."""
    signed, owners = many(5)
    assert owners == process.recover(signed)
    os.kill(process._process.pid, kind)
    process._process.wait()
    assert owners == process.recover(signed)
    assert owners == process.recover(signed)
    assert 1 == caplog.text.count("the recovery process is gone")


def test_a_program_that_says_too_little_is_not_believed() -> None:
    """An answer that is cut short counts for nothing."""
    short = RecoveryProcess((sys.executable, "-c", "print('0123456789')"))
    signed, owners = many(5)
    assert owners == short.recover(signed)
    short.close()


def test_closing_it_ends_it(process: RecoveryProcess) -> None:
    """Nothing stays behind when a node stops, and what is asked then is answered here."""
    signed, owners = many(2)
    process.close()
    assert process._process.poll() is not None
    assert owners == process.recover(signed)


@pytest.mark.parametrize("cut", [0, 3, 4, 50, 4 + 2 * 96 - 1])
def test_it_ends_where_the_questions_end(cut: int) -> None:
    """A node that dies in the middle of a question leaves no process behind."""
    signed, _ = many(2)
    question = COUNT.pack(2) + b"".join(digest + signature for digest, signature in signed)
    target = io.BytesIO()
    serve(io.BytesIO(question[:cut]), target)
    assert b"" == target.getvalue()


def test_a_system_without_a_process_to_give_stops_no_node(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A node that cannot start it says why and goes on."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(12, "Cannot allocate memory")

    monkeypatch.setattr(subprocess, "Popen", refuse)
    assert start_recovery() is None
    assert "Cannot allocate memory" in caplog.text


def test_questions_of_many_threads_are_not_mixed_up(process: RecoveryProcess) -> None:
    """Each gets its own answers, though the next is asked before the last one is heard."""
    signed, owners = many(60)
    with ThreadPoolExecutor(4) as pool:
        parts = [(signed[n : n + 7], owners[n : n + 7]) for n in range(53)]
        found = list(pool.map(process.recover, [part for part, _ in parts]))
    assert [expected for _, expected in parts] == found
