"""A gateway's settings."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from agents.gateway.settings import EXAMPLE, SettingsWrong, read_settings, settings_of

MODEL: dict[str, Any] = {"upstream": "main", "name": "small"}
GOOD: dict[str, Any] = {
    "upstreams": {"main": {"url": "http://127.0.0.1:1/v1/"}},
    "models": {"guild/embed": MODEL},
}


def test_the_example_can_be_used(tmp_path: Path) -> None:
    """What `init` writes is read, with a model in it."""
    path = tmp_path / "gateway.toml"
    path.write_text(EXAMPLE)
    found = read_settings(path)
    assert ("guild/embed", 10**15) == (next(iter(found.models)), found.exposure_wei)
    assert tomllib.loads(EXAMPLE)["exposure_wei"] == found.exposure_wei


def test_what_is_not_said_has_a_default() -> None:
    """A model and its upstream are enough; the address has no stroke at its end."""
    found = settings_of(GOOD)
    assert ("http://127.0.0.1:1/v1", ("embeddings",), "bound") == (
        found.upstreams["main"].url,
        found.models["guild/embed"].tasks,
        found.models["guild/embed"].counter,
    )


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"exposure": 1}, "exposure"),
        ({"exposure_wei": 0}, "exposure_wei"),
        ({"redeem_s": True}, "redeem_s"),
        ({"models": {}}, "at least one"),
        ({"models": {"m": MODEL | {"upstream": "none"}}}, "no upstream"),
        ({"models": {"m": MODEL | {"tasks": ["sing"]}}}, "tasks"),
        ({"models": {"m": MODEL | {"counter": "local"}}}, "locally"),
        ({"models": {"m": {"upstream": "local", "name": "x", "tasks": ["chat"]}}}, "embeds"),
        ({"upstreams": {"main": {"url": "ftp://x"}}}, "address"),
        ({"upstreams": {"main": {"url": "http://x/v1", "key_variable": "NO_SUCH"}}}, "NO_SUCH"),
        ({"upstreams": 7}, "tables"),
    ],
)
def test_what_cannot_be_used_is_named(change: dict[str, Any], said: str) -> None:
    """The message says which setting it is."""
    with pytest.raises(SettingsWrong, match=said):
        settings_of(GOOD | change)
