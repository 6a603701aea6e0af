"""What jobs run on is what the policy or a flag names, and it is tried before anything is won."""

import asyncio
import os
from dataclasses import replace
from pathlib import Path

import pytest

from agents.provider.executors.container import ContainerExecutor
from agents.provider.policy import Container, Policy, PolicyWrong, Price
from agents.provider.process import Setting, make_executor, runners_of
from agents.provider.runners.embed import HASHING, EmbedRunner
from agents.provider.sandbox.sandbox import SandboxUnavailable
from client import Wallet
from tests.agents.provider.executors.engines import StandIn

POLICY = Policy(
    {"embed": Price(1)}, executor="container", container=Container("x@sha256:" + "1" * 64)
)


@pytest.fixture
def setting(tmp_path: Path) -> Setting:
    """Return what a provider in an empty home is started with."""
    return Setting("http://127.0.0.1:1", tmp_path, (), Wallet(b"\x01" * 32))


def test_containers_are_tried_with_what_the_kinds_need(setting, tmp_path, monkeypatch):
    """A trial job ran and is gone; only the model that an image cannot lack is offered."""
    monkeypatch.setenv("PATH", f"{tmp_path}/bin:{os.environ['PATH']}")
    stand_in = StandIn(tmp_path / "bin")
    executor = asyncio.run(make_executor(setting, POLICY))
    assert isinstance(executor, ContainerExecutor)
    assert any("python3 -I" in Path(place).read_text() for place in programs(stand_in))
    assert [] == stand_in.containers
    runner = runners_of(setting, POLICY)["embed"]
    assert isinstance(runner, EmbedRunner) and (HASHING,) == runner.models


def programs(stand_in: StandIn) -> list[Path]:
    """Return the programs that the stand-in was given."""
    return list((stand_in.place / "jobs").glob("*/program"))


def test_what_no_job_can_run_on_is_refused_at_start(setting, tmp_path, monkeypatch):
    """An unknown name, no image, no engine: each with its line."""
    monkeypatch.setenv("PATH", str(tmp_path))
    for policy, kind, line in (
        (replace(POLICY, executor="auto"), PolicyWrong, "'auto'"),
        (replace(POLICY, container=None), PolicyWrong, r"\[container\] with the image"),
        (POLICY, SandboxUnavailable, "install podman"),
    ):
        with pytest.raises(kind, match=line):
            asyncio.run(make_executor(setting, policy))
