"""Settings: the file says what it means, and only what it may."""

from pathlib import Path

import pytest

from cli.config import SETTINGS, NodeConfig, home_of, load_config, render_config
from cli.errors import ConfigInvalid
from rpc.config import RpcLimits


def test_a_rendered_file_reads_back_as_the_same_settings(tmp_path: Path) -> None:
    """What is written for one config gives that config again."""
    config = NodeConfig(
        tmp_path, history_blocks=None, instant_blocks=True, rpc_port=1, rpc_cors_origins=("a", "b")
    )
    config.config_path.write_text(render_config(config))
    assert config == load_config(tmp_path)


def test_every_setting_is_in_the_file_with_its_meaning() -> None:
    """A person who opens the file finds each setting and what it does."""
    text = render_config(NodeConfig(Path()))
    for setting in SETTINGS:
        assert f"# {setting.doc}\n{setting.key.partition('.')[2]} = " in text


def test_flags_win_over_the_file(tmp_path: Path) -> None:
    """What is given on the command line counts; None there is not given."""
    (tmp_path / "config.toml").write_text("[rpc]\nport = 1111\nhost = '0.0.0.0'\n")
    config = load_config(tmp_path, {"rpc_port": 2222, "rpc_host": None})
    assert (2222, "0.0.0.0") == (config.rpc_port, config.rpc_host)


def test_limits_of_the_server_can_be_set(tmp_path: Path) -> None:
    """Each bound of the JSON-RPC server stands under [rpc.limits]."""
    (tmp_path / "config.toml").write_text("[rpc.limits]\nlogs_max = 7\nidle_s = 3\n")
    assert RpcLimits(logs_max=7, idle_s=3.0) == load_config(tmp_path).rpc_limits


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[rpc]\nprot = 1\n", "unknown key rpc.prot, known keys: rpc.enabled"),
        ("[ether]\nport = 1\n", "unknown key ether.port, known sections: node, chain"),
        ("[rpc.limits]\nlogs = 1\n", "unknown key rpc.limits.logs"),
        ("[rpc]\nport = 70000\n", "rpc.port: a whole number from 0 to 65535 expected, found 70000"),
        ("[rpc]\nport = true\n", "rpc.port: a whole number"),
        ("[rpc]\nhost = 5\n", "rpc.host: a text expected, found 5"),
        ("[rpc]\nenabled = 1\n", "rpc.enabled: true or false expected, found 1"),
        ("[rpc]\nallowed_hosts = 'a'\n", "rpc.allowed_hosts: a list of texts expected"),
        ("[node]\nlog_level = 'loud'\n", "node.log_level: one of debug, info"),
        ("[chain]\nhistory_blocks = 'all'\n", "chain.history_blocks: a whole number"),
        ("[rpc.limits]\nlogs_max = 0\n", "rpc.limits.logs_max: a number above 0 expected"),
        ("[rpc\n", "TOML expected"),
    ],
)
def test_a_wrong_file_is_refused_by_name(tmp_path: Path, text: str, words: str) -> None:
    """The error names the file, the key, what is expected and what was found."""
    (tmp_path / "config.toml").write_text(text)
    with pytest.raises(ConfigInvalid) as found:
        load_config(tmp_path)
    assert str(tmp_path / "config.toml") in str(found.value)
    assert words in str(found.value)


def test_the_home_is_the_flag_then_the_environment_then_the_default(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """--home wins over $KUMIAI_HOME, which wins over ~/.kumiai."""
    monkeypatch.setenv("KUMIAI_HOME", "/a")
    assert (Path("/b"), Path("/a")) == (home_of("/b"), home_of(None))
    monkeypatch.delenv("KUMIAI_HOME")
    assert Path("~/.kumiai").expanduser() == home_of(None)
