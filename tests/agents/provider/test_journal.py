"""What a provider noted is there after any crash."""

import json
import os
import signal
import subprocess
import sys

import pytest

from agents.provider.journal import Journal, JournalBroken, JournalTaken, Result, read_memory
from agents.provider.sandbox.sandbox import ROOT

RESULT = Result(bytes(range(32)), 1_000, "done")


def fill(journal: Journal) -> None:
    """Write one line of each kind."""
    journal.begin(7, 10**21)
    journal.note_signed("0xaa", b"\x02raw")
    journal.note_signed("0xbb", b"\x02more")
    journal.note_settled("0xaa", 21, 10**19)
    journal.note_bid(3)
    journal.note_result(3, RESULT)
    journal.note_vote(5, 1, 2**255)


def test_everything_is_remembered(tmp_path):
    """A second start remembers what the first one noted, and a third what the second did."""
    for _ in range(3):
        journal = Journal(tmp_path)
        if not journal.memory.bids:
            fill(journal)
        memory = journal.memory
        assert (7, 10**21, 21, 10**19) == (
            memory.began_height, memory.opening_wei, memory.fees_wei, memory.sent_wei,
        )  # fmt: skip
        assert {"0xbb": b"\x02more"} == memory.unsettled
        assert ({3}, {3: RESULT}, {(5, 1): 2**255}) == (memory.bids, memory.results, memory.votes)
        journal.close()
        assert memory == read_memory(tmp_path)


@pytest.mark.parametrize("cut", range(1, 60))
def test_a_line_that_a_crash_cut_is_as_if_never_written(tmp_path, cut):
    """Every line before it counts; the next start leaves a whole file behind."""
    journal = Journal(tmp_path)
    fill(journal)
    journal.close()
    path = tmp_path / "journal.jsonl"
    data = path.read_bytes()
    path.write_bytes(data[:-cut])
    memory = read_memory(tmp_path)
    assert {3: RESULT} == memory.results
    assert cut == 1 or {} == memory.votes
    Journal(tmp_path).close()
    assert memory == read_memory(tmp_path)
    assert path.read_bytes().endswith(b"\n")


@pytest.mark.parametrize("line", ["noise", "{}", '{"kind": "bid"}', '{"kind": "hello"}', "[1]"])
def test_a_damaged_line_in_the_midst_is_an_error(tmp_path, line):
    """Nothing is guessed: the line is named, and the file stays as it is."""
    journal = Journal(tmp_path)
    fill(journal)
    journal.close()
    path = tmp_path / "journal.jsonl"
    lines = path.read_text().splitlines()
    damaged = "\n".join([*lines[:2], line, *lines[2:], ""])
    path.write_text(damaged)
    with pytest.raises(JournalBroken, match="line 3"):
        Journal(tmp_path)
    assert damaged == path.read_text()


def test_one_provider_works_in_a_home(tmp_path):
    """A second one is turned away, until the first is gone."""
    journal = Journal(tmp_path)
    with pytest.raises(JournalTaken, match="another provider"):
        Journal(tmp_path)
    journal.close()
    Journal(tmp_path).close()


def test_what_was_noted_before_a_kill_is_on_disk(tmp_path):
    """A process that is killed right after a note leaves it whole."""
    script = (
        "import os, sys\nfrom pathlib import Path\n"
        "from agents.provider.journal import Journal, Result\n"
        "journal = Journal(Path(sys.argv[1]))\n"
        "journal.note_result(9, Result(bytes(32), 5, 'done'))\n"
        f"os.kill(os.getpid(), {int(signal.SIGKILL)})"
    )
    environment = {"PYTHONPATH": str(ROOT), "PATH": os.defpath}
    done = subprocess.run([sys.executable, "-c", script, str(tmp_path)], env=environment)
    assert -signal.SIGKILL == done.returncode
    assert {9: Result(bytes(32), 5, "done")} == read_memory(tmp_path).results
    assert all(json.loads(line) for line in (tmp_path / "journal.jsonl").read_text().splitlines())
