"""A keeper's settings."""

from pathlib import Path
from typing import Any

import pytest

from agents.keeper.settings import EXAMPLE, SettingsWrong, read_settings, settings_of


def test_the_example_can_be_used(tmp_path: Path) -> None:
    """What `init` writes is read; paths are seen from its directory."""
    path = tmp_path / "keeper.toml"
    path.write_text(EXAMPLE)
    found = read_settings(path)
    assert (tmp_path / "../gateway",) == found.vouchers
    assert (2, True, True, "") == (found.poll_s, found.poke, found.renew, found.webhook.url)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"pol_s": 1}, "pol_s"),
        ({"poll_s": 0}, "poll_s"),
        ({"vouchers": "here"}, "vouchers"),
        ({"poke": 1}, "poke"),
        ({"webhook": {"url": "there"}}, "address"),
        ({"webhook": {"key_variable": "NO_SUCH"}}, "NO_SUCH"),
        ({"alerts": {"accounts": ["dev0"]}}, "accounts"),
        ({"alerts": {"unbonding_s": -1}}, "unbonding_s"),
    ],
)
def test_what_cannot_be_used_is_named(change: dict[str, Any], said: str, tmp_path: Path) -> None:
    """The message says which setting it is."""
    with pytest.raises(SettingsWrong, match=said):
        settings_of(change, tmp_path)
