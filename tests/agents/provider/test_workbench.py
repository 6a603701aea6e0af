"""Work is done in a sandbox, kept under its hash, and shown to others only when it may be."""

import asyncio
import json
from pathlib import Path

import pytest

from agents.provider.document import Document
from agents.provider.executors.local import LocalExecutor
from agents.provider.journal import Result
from agents.provider.runners.registry import runners
from agents.provider.runners.runner import FAR
from agents.provider.sandbox.sandbox import Sandbox
from agents.provider.sandbox.work import End, Limits, Report, Work
from agents.provider.workbench import LOST_TRIES, Unfit, Workbench, note_of
from agents.store.content import NotStored, key_of
from agents.store.directory import DirectoryStore

LIMITS = Limits(wall_s=20, cpu_s=20)


class Scripted:
    """An executor that ends jobs as a test says."""

    def __init__(self, *ends: End) -> None:
        self.ends, self.runs, self.most, self.now = list(ends), 0, 0, 0

    async def run(self, work: Work, limits: Limits) -> Report:
        """End the next job."""
        self.runs, self.now = self.runs + 1, self.now + 1
        self.most = max(self.most, self.now)
        await asyncio.sleep(0.01)
        self.now -= 1
        end = self.ends.pop(0) if self.ends else End.DONE
        return Report(end, b"out" if end == End.DONE else b"", "", 0.0, 0.0)

    async def close(self) -> None:
        """Nothing is kept."""


@pytest.fixture
def public(tmp_path) -> DirectoryStore:
    """Return the store that everybody reads."""
    return DirectoryStore(tmp_path / "public")


@pytest.fixture
def own(tmp_path) -> DirectoryStore:
    """Return the provider's own store."""
    return DirectoryStore(tmp_path / "own")


def bench_of(own: DirectoryStore, public: DirectoryStore, executor: object) -> Workbench:
    """Return a workbench for two jobs at a time."""
    return Workbench(executor, runners(), (own, public), LIMITS, 2)  # type: ignore[arg-type]


def spec_of(public: DirectoryStore, texts: list[str]) -> bytes:
    """Put an embedding job into the store."""
    given = public.put(json.dumps(texts).encode())
    return public.put(Document("embed", given, {"model": "hashing-256"}).pack())


def test_a_result_is_kept_and_not_shown_before_it_may_be(own, public, tmp_path: Path):
    """The digest is of the output; others can read it after it is published, and not before."""
    bench = bench_of(own, public, LocalExecutor(Sandbox(tmp_path / "rooms", ())))
    result = asyncio.run(bench.do(spec_of(public, ["a b", "c"])))
    assert (2, "done") == (result.units, result.end)
    assert 512 == len(own.get(result.digest))
    with pytest.raises(NotStored):
        public.get(result.digest)
    asyncio.run(bench.publish(result.digest))
    assert own.get(result.digest) == public.get(result.digest)


@pytest.mark.parametrize("end", [End.NETWORK, End.WALL_TIME, End.FAILED])
def test_a_job_that_broke_its_limits_is_noted_for_no_pay(own, public, end):
    """The note says how it ended and nothing else, so that all who run it find the same."""
    bench = bench_of(own, public, Scripted(end))
    result = asyncio.run(bench.do(spec_of(public, ["a"])))
    assert Result(key_of(note_of(end)), 0, end.value) == result
    assert {"ended": end.value} == json.loads(own.get(result.digest))


def test_a_job_whose_sandbox_was_ended_runs_again_but_not_for_ever(own, public):
    """What is not the job's fault is tried anew a few times."""
    spec = spec_of(public, ["a"])
    executor = Scripted(End.LOST, End.LOST, End.DONE)
    assert "done" == asyncio.run(bench_of(own, public, executor).do(spec)).end
    executor = Scripted(*[End.LOST] * 9)
    assert End.LOST.value == asyncio.run(bench_of(own, public, executor).do(spec)).end
    assert LOST_TRIES == executor.runs


def test_no_more_jobs_run_at_a_time_than_the_policy_says(own, public):
    """A third job waits for one of two to end."""
    executor = Scripted()
    bench = bench_of(own, public, executor)

    async def all_at_once() -> None:
        spec = spec_of(public, ["a"])
        await asyncio.gather(*(bench.do(spec) for _ in range(5)))

    asyncio.run(all_at_once())
    assert (5, 2) == (executor.runs, executor.most)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"noise", "JSON"),
        (Document("train", bytes(32)).pack(), "not train"),
        (Document("embed", bytes(32), {"model": "hashing-256"}).pack(), "nothing is stored"),
        (Document("embed", bytes(32), {"model": "none"}).pack(), "hashing-256"),
        (Document("exec", bytes(32), {"program": "00" * 32}).pack(), "nothing is stored"),
    ],
)
def test_work_that_cannot_be_done_here_says_why(own, public, data, why):
    """A wrong document, an unknown kind, missing content: Unfit, before any bid."""
    bench = bench_of(own, public, Scripted())
    with pytest.raises(Unfit, match=why):
        asyncio.run(bench.kind_of(public.put(data)))
    with pytest.raises(Unfit, match="nothing is stored"):
        asyncio.run(bench.kind_of(bytes(32)))


def test_distances_are_of_results_that_can_be_read(own, public):
    """Equal digests are at 0; who cannot show a result is far off; else the kind's metric."""
    bench, spec = bench_of(own, public, Scripted()), spec_of(public, ["a"])
    mine, near = own.put(bytes([1, 255])), public.put(bytes([3, 254]))
    for other, expected in ((mine, 0), (near, 2), (bytes(32), FAR)):
        assert expected == asyncio.run(bench.distance(spec, mine, other))
    assert FAR == asyncio.run(bench.distance(spec, mine, public.put(b"abc")))
