"""An engine is looked for once, told every limit, and asked for what a provider left there."""

from pathlib import Path

import pytest

from agents.provider.executors.engine import LABEL, Engine, EngineUnavailable, Room, find_engine
from agents.provider.sandbox.work import MIB, Limits
from tests.agents.provider.executors.engines import StandIn

IMAGE = "python@sha256:" + "1" * 64


@pytest.fixture
def stand_in(tmp_path, monkeypatch) -> StandIn:
    """Return a stand-in for podman, alone on PATH."""
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    return StandIn(tmp_path / "bin")


def test_a_machine_without_an_engine_says_what_to_install(tmp_path, monkeypatch):
    """The line names what was looked for, and what needs none."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(EngineUnavailable, match="no podman or docker .*install podman"):
        find_engine("", "mark")
    StandIn(tmp_path / "bin")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    with pytest.raises(EngineUnavailable, match="no docker .*--executor local"):
        find_engine("docker", "mark")
    assert find_engine("", "mark").path.endswith("podman")


def test_an_engine_that_does_not_answer_or_has_no_image_is_refused(stand_in):
    """Its own words are in the line, and what to do about them."""
    engine = find_engine("", "mark")
    stand_in.behave("no-image")
    with pytest.raises(EngineUnavailable, match=f"podman pull {IMAGE}"):
        engine.check_image(IMAGE)
    stand_in.behave("down")
    with pytest.raises(EngineUnavailable, match="Is it running.*install podman, or docker"):
        engine.remove_leftovers()
    with pytest.raises(EngineUnavailable, match="does not answer"):
        Engine("/no/such/engine", "mark").remove_leftovers()


def test_leftovers_are_looked_for_by_this_providers_label(stand_in):
    """What carries the mark is removed, and nothing is said where nothing is left."""
    engine = find_engine("", "mark")
    assert 0 == engine.remove_leftovers()
    for name in ("one", "two"):
        (stand_in.place / "containers" / name).write_text("999999999")
    assert 2 == engine.remove_leftovers()
    assert [] == stand_in.containers
    wanted = ["ps", "--all", "--quiet", "--filter", f"label={LABEL}=mark"]
    assert [wanted, wanted] == stand_in.said[:2]


def test_a_container_is_given_every_limit(stand_in, tmp_path: Path):
    """No network, no rights, nothing to write but a space of limited size, and all limits."""
    for name in ("program", "input"):
        (tmp_path / name).write_bytes(bytes(500))
    room = Room("name", 60_601, tmp_path / "program", tmp_path / "input")
    limits = Limits(cpu_s=7, memory_bytes=90 * MIB, disk_bytes=10 * MIB, processes=5, open_files=9)
    words = find_engine("", "mark").run_words(room, IMAGE, limits, ("-c", "true"))
    assert ["--read-only", [IMAGE, "-c", "true"]] == [
        next(word for word in words if word == "--read-only"), words[-3:],
    ]  # fmt: skip
    memory = str(101 * MIB + 1_000)
    space = f"rw,exec,nosuid,nodev,mode=1777,size={11 * MIB}"
    expected = {
        "--name": ["name"],
        "--label": [f"{LABEL}=mark"],
        "--pull": ["never"],
        "--log-driver": ["none"],
        "--network": ["none"],
        "--ipc": ["private"],
        "--user": ["60601:60601"],
        "--cap-drop": ["ALL"],
        "--security-opt": ["no-new-privileges"],
        "--cpus": ["1"],
        "--memory": [memory],
        "--memory-swap": [memory],
        "--pids-limit": ["7"],
        "--ulimit": ["nofile=9:9", f"fsize={11 * MIB}:{11 * MIB}", "cpu=8:9", "core=0:0"],
        "--tmpfs": [f"/job:{space}", f"/tmp:{space}"],
        "--volume": [f"{tmp_path}/{name}:/job/{name}:ro,Z" for name in ("program", "input")],
    }
    found = stand_in.options(words)
    assert expected == {option: found.get(option) for option in expected}
    assert not {"--privileged", "--mount", "--cap-add", "--publish", "--device"} & found.keys()
