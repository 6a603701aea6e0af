"""`kumiai start` runs the node of a home."""

from pathlib import Path

import pytest

from tests.cli.conftest import At, Ran


def test_start_needs_a_home(at: At, ran: Ran) -> None:
    """A home without a genesis file is no home; the command that makes one is named."""
    assert "kumiai init --home" in at("start").err
    assert [] == ran


def test_flags_of_start_win(at: At, ran: Ran) -> None:
    """Ports, history and switches given as flags reach the node."""
    at("init")
    answer = at(
        "start", "--rpc-port", "5", "--no-grpc", "--history", "archive", "--log-level", "error"
    )
    (config,) = ran
    assert (5, False, None, "error") == (
        config.rpc_port,
        config.grpc_enabled,
        config.history_blocks,
        config.log_level,
    )
    assert "http://127.0.0.1:1" in answer.out
    at("start", "--grpc-tls-cert", "here.pem", "--grpc-tls-key", "/there.pem")
    tls = ran[1].grpc_tls_cert, ran[1].grpc_tls_key, ran[1].grpc_tls_client_ca
    assert (str(Path("here.pem").absolute()), "/there.pem", "") == tls
    at("start", "--history", "9", "--json")
    assert 9 == ran[2].history_blocks


def test_the_explorer_is_served_unless_it_is_not_wanted(at: At, ran: Ran) -> None:
    """On by default, off by the flag or by the config file."""
    at("init")
    at("start")
    at("start", "--no-explorer")
    assert [True, False] == [config.rpc_explorer for config in ran]
    settings = ran[0].config_path
    settings.write_text(settings.read_text().replace("explorer = true", "explorer = false"))
    at("start")
    assert not ran[2].rpc_explorer


def test_flags_say_who_may_call_what(at: At, ran: Ran) -> None:
    """Methods with commas between them; files of credentials count from where the command runs."""
    at("init")
    at("start", "--rpc-methods", "eth, net,-eth_getLogs", "--rpc-api-keys", "keys")
    (config,) = ran
    assert ("eth", "net", "-eth_getLogs") == config.rpc_methods
    assert config.rpc_api_keys == str(Path("keys").absolute())
    with pytest.raises(SystemExit):
        at("start", "--rpc-methods", "eth,,net")
